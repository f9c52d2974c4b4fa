import type { GivenSlice } from '../../widget/slice.ts';
import type { Path } from './pathResult.ts';

const explanation = 'Larger node: more papers. Wider line: stronger tie. Click a node or a line for details.';

type Node = GivenSlice['nodes'][number];
type Edge = GivenSlice['edges'][number];

/**
 * The distance between consecutive nodes of a path, in pixels; LANE is the distance between nodes that are the same
 * number of steps from the start.
 */
const STEP = 150;
const LANE = 84;

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
  const nodes = new Map<string, Omit<Node, 'position'>>();
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
  const positions = placeNodes(paths);
  const placed = [...nodes.values()].map((node) => {
    const { along = 0, across = 0 } = positions.get(node.entity.id) ?? {};
    const position = isNarrow
      ? { x: 1.3 * LANE * across, y: LANE * along }
      : { x: STEP * along, y: LANE * across };
    return { ...node, position };
  });
  return { nodes: placed, edges: [...edges.values()], explanation };
};

interface Place {
  /** The number of steps from the start. */
  along: number;
  /** The place among the nodes with the same number of steps; 0 is the middle. */
  across: number;
}

/**
 * Places each node by its number of steps from the start. The end is placed by the longest path, so that it comes last.
 */
const placeNodes = (paths: readonly Path[]): Map<string, Place> => {
  const steps = new Map<string, number>();
  for (const { nodes } of paths)
    for (const [index, { id }] of nodes.entries()) steps.set(id, Math.min(index, steps.get(id) ?? index));
  const end = paths[0]?.nodes.at(-1)?.id;
  if (end !== undefined) steps.set(end, Math.max(...paths.map(({ nodes }) => nodes.length - 1)));
  return new Map(
    [...steps].map(([id, along]) => {
      const column = [...steps].filter(([, step]) => step === along).map(([other]) => other);
      return [id, { along, across: column.indexOf(id) - (column.length - 1) / 2 }];
    }),
  );
};
