interface Point {
  x: number;
  y: number;
}

const directions = {
  ArrowRight: { x: 1, y: 0 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowDown: { x: 0, y: 1 },
  ArrowUp: { x: 0, y: -1 },
} as const;

export type ArrowKey = keyof typeof directions;

export const isArrowKey = (key: string): key is ArrowKey => key in directions;

/** The sideways distance counts this many times as much as the distance ahead. */
const SIDEWAYS_WEIGHT = 2.2;

/** The nearest node in the direction of an arrow key, within about 50 degrees; undefined if there is none. */
export const nodeInDirection = <Node extends Point>(
  nodes: readonly Node[],
  from: Point,
  arrow: ArrowKey,
): Node | undefined => {
  const direction = directions[arrow];
  let next: Node | undefined;
  let minDistance = Infinity;
  for (const node of nodes) {
    const [right, down] = [node.x - from.x, node.y - from.y];
    const ahead = right * direction.x + down * direction.y;
    const aside = Math.abs(right * direction.y - down * direction.x);
    const distance = ahead + SIDEWAYS_WEIGHT * aside;
    if (ahead <= 0 || aside > ahead * 1.2 || distance >= minDistance) continue;
    [next, minDistance] = [node, distance];
  }
  return next;
};
