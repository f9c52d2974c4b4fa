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

/**
 * The node that an arrow key selects: the one nearest to the selected node in the direction of the key. If there is
 * none, the next node in reading order (right and down) or the previous one (left and up). Undefined if there is no
 * other node.
 */
export const nodeInDirection = <Node extends Point>(
  nodes: readonly Node[],
  from: Node,
  arrow: ArrowKey,
): Node | undefined => nearestInQuarter(nodes, from, arrow) ?? nextInOrder(nodes, from, arrow);

/**
 * The nearest node in the quarter of the plane around the direction of the key. The distance is the horizontal plus the
 * vertical distance. With this distance, the user can reach every node by arrow keys, because each key press towards a
 * node makes its distance smaller.
 */
const nearestInQuarter = <Node extends Point>(
  nodes: readonly Node[],
  from: Node,
  arrow: ArrowKey,
): Node | undefined => {
  const direction = directions[arrow];
  let nearest: Node | undefined;
  let minDistance = Infinity;
  for (const node of nodes) {
    const [right, down] = [node.x - from.x, node.y - from.y];
    const ahead = right * direction.x + down * direction.y;
    const aside = Math.abs(right * direction.y - down * direction.x);
    if (ahead <= 0 || aside > ahead || ahead + aside >= minDistance) continue;
    [nearest, minDistance] = [node, ahead + aside];
  }
  return nearest;
};

/** The next or previous node from top to bottom, then from left to right. After the last node comes the first. */
const nextInOrder = <Node extends Point>(
  nodes: readonly Node[],
  from: Node,
  arrow: ArrowKey,
): Node | undefined => {
  const ordered = [...nodes].sort((one, other) => one.y - other.y || one.x - other.x);
  const isForward = arrow === 'ArrowRight' || arrow === 'ArrowDown';
  const next = ordered.at((ordered.indexOf(from) + (isForward ? 1 : -1)) % ordered.length);
  return next === from ? undefined : next;
};
