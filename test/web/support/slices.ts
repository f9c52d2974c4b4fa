import type { EntityKind, Slice, SliceEdge, SliceNode } from '../../../src/web/widget/slice.ts';

/** A node of a slice. The id starts with the kind. */
export const node = (id: string, distance = 1, year?: number | null): SliceNode => ({
  entity: {
    id,
    kind: id.split(':')[0]!.toUpperCase() as EntityKind,
    label: id,
    paperCount: 1,
    ...(year !== undefined && { year }),
  },
  distance,
});

export const edge = (
  source: string,
  target: string,
  firstYear: number | null = null,
  lastYear = firstYear,
): SliceEdge => ({
  key: `${source} ${target}`,
  source,
  target,
  relation: 'CO_AUTHORED',
  direction: 'UNDIRECTED',
  weight: 1,
  firstYear,
  lastYear,
});

export const slice = (nodes: SliceNode[], edges: SliceEdge[], omitted: Slice['omitted'] = []): Slice => ({
  nodes,
  edges,
  omitted,
  truncated: false,
  missingIds: [],
});
