import type { SimulationNodeDatum } from 'd3-force';

/**
 * In each step, a node gains a velocity toward the center of its group: its distance from the center × STRENGTH × the
 * temperature of the layout (0–1).
 */
const STRENGTH = 0.14;

/**
 * A force that pulls the nodes of each group to their center, so that the groups are areas of the picture.
 *
 * @param groups the indexes of the nodes of each group
 */
export const groupForce = (
  nodes: readonly SimulationNodeDatum[],
  groups: readonly Uint32Array[],
): ((alpha: number) => void) => {
  const members = groups.map((group) => nodes.filter((_, index) => group.includes(index)));
  return (alpha) => {
    for (const group of members) {
      const [x, y] = [
        mean(group.map(({ x: value = 0 }) => value)),
        mean(group.map(({ y: value = 0 }) => value)),
      ];
      for (const node of group) {
        node.vx = (node.vx ?? 0) + (x - (node.x ?? 0)) * STRENGTH * alpha;
        node.vy = (node.vy ?? 0) + (y - (node.y ?? 0)) * STRENGTH * alpha;
      }
    }
  };
};

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
