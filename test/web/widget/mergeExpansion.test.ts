import { mergeExpansion } from '../../../src/web/widget/mergeExpansion.ts';
import { edge, node, slice } from '../support/slices.ts';

const [ANN, BEN, CAT, DAN, LOGIC] = ['author:ann', 'author:ben', 'author:cat', 'author:dan', 'topic:logic'];

/** Ann and Ben. Two authors and two topics of Ann are omitted, and three authors of Ben. */
const start = slice(
  [node(ANN, 0), node(BEN)],
  [edge(ANN, BEN)],
  [
    { nodeId: ANN, kind: 'AUTHOR', count: 2, after: 'ben' },
    { nodeId: ANN, kind: 'TOPIC', count: 2, after: null },
    { nodeId: BEN, kind: 'AUTHOR', count: 3, after: 'ann' },
  ],
);

describe('mergeExpansion', () => {
  const expansion = {
    nodeId: ANN,
    entities: [node(CAT).entity],
    edges: [edge(ANN, BEN), edge(ANN, CAT), edge(BEN, CAT)],
    truncated: false,
    positions: [{ kind: 'AUTHOR' as const, after: 'cat', hasMore: true }],
  };

  it('appends the new nodes, one step further than the expanded node', () => {
    const { nodes, edges } = mergeExpansion(start, expansion);
    expect(nodes.map(({ entity, distance }) => [entity.id, distance])).toEqual([
      [ANN, 0],
      [BEN, 1],
      [CAT, 1],
    ]);
    expect(edges).toBe(expansion.edges);
  });

  it('reduces the omitted count at every node that has the new node as a neighbor', () => {
    expect(mergeExpansion(start, expansion).omitted).toEqual([
      { nodeId: ANN, kind: 'TOPIC', count: 2, after: null },
      { nodeId: BEN, kind: 'AUTHOR', count: 2, after: 'ann' },
      { nodeId: ANN, kind: 'AUTHOR', count: 1, after: 'cat' },
    ]);
  });

  it('drops the omission of a list that has been read to its end', () => {
    const all = {
      ...expansion,
      entities: [node(CAT).entity, node(DAN).entity],
      edges: [...expansion.edges, edge(ANN, DAN)],
      positions: [{ kind: 'AUTHOR' as const, after: 'dan', hasMore: false }],
    };
    expect(mergeExpansion(start, all).omitted.filter(({ nodeId }) => nodeId === ANN)).toEqual([
      { nodeId: ANN, kind: 'TOPIC', count: 2, after: null },
    ]);
  });

  it('adds no node twice', () => {
    const { nodes } = mergeExpansion(start, {
      ...expansion,
      entities: [node(BEN).entity, node(CAT).entity, node(CAT).entity],
    });
    expect(nodes.map(({ entity }) => entity.id)).toEqual([ANN, BEN, CAT]);
  });

  it('counts the omitted neighbors of a node that is expanded for the first time', () => {
    const neighborsOfBen = {
      nodeId: BEN,
      entities: [node(LOGIC).entity],
      edges: [edge(ANN, BEN), edge(BEN, LOGIC)],
      truncated: false,
      positions: [{ kind: 'TOPIC' as const, after: 'logic', hasMore: true, total: 5 }],
    };
    const { nodes, omitted } = mergeExpansion(start, neighborsOfBen);
    expect(nodes.at(-1)).toEqual({ entity: node(LOGIC).entity, distance: 2 });
    expect(omitted.at(-1)).toEqual({ nodeId: BEN, kind: 'TOPIC', count: 4, after: 'logic' });
  });

  it('keeps the omission of a list that continues although the server left out edges', () => {
    const cut = { ...expansion, edges: [edge(ANN, BEN), edge(ANN, CAT), edge(ANN, DAN)], truncated: true };
    const merged = mergeExpansion(start, cut);
    expect(merged.truncated).toBe(true);
    expect(merged.omitted.at(-1)).toEqual({ nodeId: ANN, kind: 'AUTHOR', count: 1, after: 'cat' });
  });
});
