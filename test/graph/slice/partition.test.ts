import fc from 'fast-check';
import { plainEdge } from '../../../src/graph/model/edges.ts';
import { partition, type WeightedLink } from '../../../src/graph/slice/partition.ts';

const link = (source: string, target: string, weight = 1): WeightedLink => ({
  source,
  target,
  edge: { ...plainEdge, weight },
});

/** The modularity from its definition: over all pairs of nodes of one cluster, in both orders. */
const modularityByHand = (
  clusters: readonly (readonly string[])[],
  links: readonly WeightedLink[],
  resolution: number,
): number => {
  const weight = (a: string, b: string): number =>
    links
      .filter(({ source, target }) => (source === a && target === b) || (source === b && target === a))
      .reduce((sum, { edge }) => sum + edge.weight, 0);
  const nodes = clusters.flat();
  const degree = (a: string): number => nodes.reduce((sum, b) => sum + weight(a, b), 0);
  const total = nodes.reduce((sum, a) => sum + degree(a), 0);
  return clusters
    .flatMap((members) => members.flatMap((a) => members.map((b) => [a, b] as const)))
    .reduce((sum, [a, b]) => sum + (weight(a, b) - (resolution * degree(a) * degree(b)) / total) / total, 0);
};

const nodes = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const drawnLinks = fc.array(
  fc
    .tuple(fc.subarray(nodes, { minLength: 2, maxLength: 2 }), fc.integer({ min: 1, max: 4 }))
    .map(([[source = '', target = ''], weight]) => link(source, target, weight)),
  { minLength: 1, maxLength: 16 },
);

/** W. W. Zachary, An information flow model for conflict and fission in small groups, J. Anthropol. Res. 33 (1977). */
const karateClub = `
  1-2 1-3 1-4 1-5 1-6 1-7 1-8 1-9 1-11 1-12 1-13 1-14 1-18 1-20 1-22 1-32 2-3 2-4 2-8 2-14 2-18 2-20
  2-22 2-31 3-4 3-8 3-9 3-10 3-14 3-28 3-29 3-33 4-8 4-13 4-14 5-7 5-11 6-7 6-11 6-17 7-17 9-31 9-33
  9-34 10-34 14-34 15-33 15-34 16-33 16-34 19-33 19-34 20-34 21-33 21-34 23-33 23-34 24-26 24-28
  24-30 24-33 24-34 25-26 25-28 25-32 26-32 27-30 27-34 28-34 29-32 29-34 30-33 30-34 31-33 31-34
  32-33 32-34 33-34`
  .trim()
  .split(/\s+/)
  .map((pair) => pair.split('-') as [string, string]);

describe('the clusters of a slice', () => {
  it('are the known ones of two groups with one edge between them', () => {
    const links = [
      link('a', 'b'),
      link('b', 'c'),
      link('c', 'a'),
      link('c', 'd'),
      link('d', 'e'),
      link('d', 'f'),
      link('e', 'f'),
    ];
    expect(partition(['f', 'b', 'a', 'c', 'd', 'e'], links, 1)).toEqual({
      clusters: [
        ['f', 'd', 'e'],
        ['b', 'a', 'c'],
      ],
      modularity: 0.357143, // 2 · (3/7 − (7/14)²)
    });
  });

  it('have the published quality on the karate club of Zachary (1977)', () => {
    const links = karateClub.map(([one, other]) => link(one, other));
    const { clusters, modularity } = partition([...new Set(karateClub.flat())], links, 1);
    expect(clusters.length).toBe(4);
    expect(modularity).toBeGreaterThan(0.415); // the maximum is 0.4198 (Brandes et al. 2008)
  });

  it('contain each node once, have the modularity of the definition, and cannot be improved by joining two', () => {
    fc.assert(
      fc.property(drawnLinks, fc.constantFrom(0.5, 1, 2), (links, resolution) => {
        const { clusters, modularity } = partition(nodes, links, resolution);
        expect(clusters.flat().toSorted()).toEqual(nodes);
        expect(clusters.map(({ length }) => length)).toEqual(
          clusters.map(({ length }) => length).toSorted((a, b) => b - a),
        );
        const quality = modularityByHand(clusters, links, resolution);
        expect(modularity).toBeCloseTo(quality, 5);
        clusters.forEach((one, index) => {
          for (const other of clusters.slice(index + 1)) {
            const joined = [...clusters.filter((each) => each !== one && each !== other), [...one, ...other]];
            expect(modularityByHand(joined, links, resolution)).toBeLessThan(quality + 1e-9);
          }
        });
      }),
    );
  });

  it('do not depend on the order of nodes and links', () => {
    fc.assert(
      fc.property(drawnLinks, fc.shuffledSubarray(nodes, { minLength: nodes.length }), (links, order) => {
        const sets = ({ clusters }: ReturnType<typeof partition>) =>
          clusters.map((each) => each.toSorted().join(' ')).toSorted();
        const turned = links
          .toReversed()
          .map(({ source, target, edge }) => ({ source: target, target: source, edge }));
        expect(sets(partition(order, turned, 1))).toEqual(sets(partition(nodes, links, 1)));
      }),
    );
  });

  it('are single nodes without modularity where there are no edges', () => {
    expect(partition(['b', 'a'], [], 1)).toEqual({ clusters: [['b'], ['a']], modularity: null });
    expect(partition([], [], 1)).toEqual({ clusters: [], modularity: null });
  });
});
