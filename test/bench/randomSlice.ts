import type { EntityKind, GivenSlice, RelationKind } from '../../src/web/widget/slice.ts';

/**
 * A random slice that is the same for each call: dense groups, and a few nodes with many edges, as in real
 * co-authorship graphs.
 */
export const randomSlice = ({ nodes, edges }: { nodes: number; edges: number }): GivenSlice => {
  const random = createRandom(nodes);
  const kinds: EntityKind[] = ['AUTHOR', 'AUTHOR', 'PAPER', 'PAPER', 'TOPIC', 'INSTITUTION'];
  const entities = Array.from({ length: nodes }, (_, index) => ({
    id: `author:random:${index}`,
    kind: kinds[index % kinds.length]!,
    label: `Someone With a Name ${index}`,
    paperCount: 1 + Math.floor(60 * random() ** 4),
  }));
  const keys = new Set<string>();
  while (keys.size < edges) {
    const from = Math.floor(nodes * random() ** 1.6);
    const isNear = random() < 0.8;
    const to = isNear ? (from + 1 + Math.floor(12 * random())) % nodes : Math.floor(nodes * random() ** 2.5);
    if (from !== to) keys.add(`${Math.min(from, to)} ${Math.max(from, to)}`);
  }
  return {
    nodes: entities.map((entity, index) => ({ entity, distance: index === 0 ? 0 : 1 })),
    edges: [...keys].map((key) => {
      const [source = '', target = ''] = key.split(' ').map((index) => `author:random:${index}`);
      const relation: RelationKind = 'CO_AUTHORED';
      const year = 1990 + Math.floor(36 * random());
      return {
        key,
        source,
        target,
        relation,
        direction: 'UNDIRECTED',
        weight: 1 + Math.floor(9 * random() ** 3),
        firstYear: year,
        lastYear: year,
      };
    }),
  };
};

/** A random number generator for 0–1 (linear congruential; constants from Numerical Recipes, 1992). */
const createRandom = (seed: number) => (): number => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed / 2 ** 32;
};
