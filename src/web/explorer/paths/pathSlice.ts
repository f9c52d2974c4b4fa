import type { GivenSlice } from '../../widget/slice.ts';
import type { Path } from './pathResult.ts';
import { placePaths } from './placePaths.ts';

const explanation = 'Larger node: more papers. Wider line: stronger tie. Click a node or a line for details.';

type Node = GivenSlice['nodes'][number];
type Edge = GivenSlice['edges'][number];

/**
 * Converts paths to a slice for the graph element, which draws the paths from left to right. Nodes and steps that
 * several paths share occur once.
 *
 * @param isNarrow places the paths from top to bottom, for a phone
 */
export const pathSlice = (
  paths: readonly Path[],
  relation: Edge['relation'],
  isNarrow = false,
): GivenSlice => {
  const nodes = new Map<string, Node>();
  const edges = new Map<string, Edge>();
  for (const path of paths) {
    const last = path.nodes.length - 1;
    path.nodes.forEach((entity, index) => {
      // The graph element draws both ends of the paths as centers.
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
  const places = placePaths(paths, isNarrow);
  const placed = [...nodes.values()].map((node) => ({ ...node, ...places.get(node.entity.id) }));
  return { nodes: placed, edges: [...edges.values()], explanation };
};
