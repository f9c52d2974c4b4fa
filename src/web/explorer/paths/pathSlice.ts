import type { GivenSlice } from '../../widget/widget.ts';
import type { Path } from './pathResult.ts';

type Node = GivenSlice['nodes'][number];
type Edge = GivenSlice['edges'][number];

/** Converts paths to a slice for the graph element. Shared nodes and steps occur once. */
export const pathSlice = (paths: readonly Path[], relation: Edge['relation']): GivenSlice => {
  const nodes = new Map<string, Node>();
  const edges = new Map<string, Edge>();
  for (const path of paths) {
    const last = path.nodes.length - 1;
    path.nodes.forEach((entity, index) => {
      // Both endpoints are centers of the graph.
      const distance = index === 0 || index === last ? 0 : 1;
      if (!nodes.has(entity.id)) nodes.set(entity.id, { entity, distance });
    });
    path.steps.forEach(({ weight, firstYear, lastYear }, index) => {
      const ids = [path.nodes[index]?.id ?? '', path.nodes[index + 1]?.id ?? ''];
      const [source = '', target = ''] = ids.sort();
      const key = `${relation} ${source} ${target}`;
      edges.set(key, { key, source, target, relation, direction: 'UNDIRECTED', weight, firstYear, lastYear });
    });
  }
  return { nodes: [...nodes.values()], edges: [...edges.values()] };
};
