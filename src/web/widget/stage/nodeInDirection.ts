interface Point {
  x: number;
  y: number;
}

const ways = {
  ArrowRight: { x: 1, y: 0 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowDown: { x: 0, y: 1 },
  ArrowUp: { x: 0, y: -1 },
} as const;

export type Arrow = keyof typeof ways;

export const isArrow = (key: string): key is Arrow => key in ways;

/** What lies aside counts so much more than what lies ahead. */
const ASIDE = 2.2;

/**
 * The node an arrow key leads to: the nearest of those that lie more ahead than aside, where what is aside counts as
 * farther; undefined where there is none.
 */
export const nextTowards = <Node extends Point>(
  nodes: readonly Node[],
  from: Point,
  arrow: Arrow,
): Node | undefined => {
  const way = ways[arrow];
  let next: Node | undefined;
  let least = Infinity;
  for (const node of nodes) {
    const [right, down] = [node.x - from.x, node.y - from.y];
    const ahead = right * way.x + down * way.y;
    const aside = Math.abs(right * way.y - down * way.x);
    const far = ahead + ASIDE * aside;
    if (ahead <= 0 || aside > ahead * 1.2 || far >= least) continue;
    [next, least] = [node, far];
  }
  return next;
};
