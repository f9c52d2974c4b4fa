import type { GivenSlice } from '../../widget/widget.ts';
import type { Chain } from './pathResult.ts';

type Node = GivenSlice['nodes'][number];
type Edge = GivenSlice['edges'][number];

/** What a step of a chain is. */
export type Relation = Edge['relation'];

/** Chains as a piece of the graph to draw: everyone on them once, and each step once. */
export const chainSlice = (chains: readonly Chain[], relation: Relation): GivenSlice => {
  const nodes = new Map<string, Node>();
  const edges = new Map<string, Edge>();
  for (const { ends, steps } of chains) {
    const last = ends.length - 1;
    ends.forEach((entity, at) => {
      // the two between whom it runs are in the middle
      if (!nodes.has(entity.id)) nodes.set(entity.id, { entity, distance: at === 0 || at === last ? 0 : 1 });
    });
    steps.forEach(({ weight, firstYear, lastYear }, at) => {
      const [source = '', target = ''] = [ends[at]?.id ?? '', ends[at + 1]?.id ?? ''].sort();
      const key = `${relation} ${source} ${target}`;
      edges.set(key, { key, source, target, relation, direction: 'UNDIRECTED', weight, firstYear, lastYear });
    });
  }
  return { nodes: [...nodes.values()], edges: [...edges.values()] };
};
