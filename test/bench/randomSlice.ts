import type { EntityKind, GivenSlice, RelationKind } from '../../src/web/widget/slice.ts';

/**
 * A slice of a size, drawn by lot and the same each time: groups that hang together, and a few nodes that many
 * others hang on, as in what people publish.
 */
export const drawnSlice = ({ nodes, edges }: { nodes: number; edges: number }): GivenSlice => {
  const random = lot(nodes);
  const kinds: EntityKind[] = ['AUTHOR', 'AUTHOR', 'PAPER', 'PAPER', 'TOPIC', 'INSTITUTION'];
  const entities = Array.from({ length: nodes }, (_, index) => ({
    id: `author:drawn:${index}`,
    kind: kinds[index % kinds.length]!,
    label: `Someone With a Name ${index}`,
    paperCount: 1 + Math.floor(60 * random() ** 4),
  }));
  const keys = new Set<string>();
  while (keys.size < edges) {
    const one = Math.floor(nodes * random() ** 1.6);
    const isNear = random() < 0.8;
    const other = isNear
      ? (one + 1 + Math.floor(12 * random())) % nodes
      : Math.floor(nodes * random() ** 2.5);
    if (one !== other) keys.add(`${Math.min(one, other)} ${Math.max(one, other)}`);
  }
  return {
    nodes: entities.map((entity, index) => ({ entity, distance: index === 0 ? 0 : 1 })),
    edges: [...keys].map((key) => {
      const [source = '', target = ''] = key.split(' ').map((index) => `author:drawn:${index}`);
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

/** Numbers in 0–1 that are the same each time (a linear congruential generator; Numerical Recipes, 1992). */
const lot = (seed: number) => (): number => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed / 2 ** 32;
};
