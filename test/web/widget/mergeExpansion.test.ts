import { grown } from '../../../src/web/widget/mergeExpansion.ts';
import { edge, node, slice } from '../support/slices.ts';

const [ANN, BEN, CAT, DAN, LOGIC] = ['author:ann', 'author:ben', 'author:cat', 'author:dan', 'topic:logic'];

/** Ann with Ben; Cat and Dan, two topics of Ann's and three neighbors of Ben's are outside. */
const start = slice(
  [node(ANN, 0), node(BEN)],
  [edge(ANN, BEN)],
  [
    { nodeId: ANN, kind: 'AUTHOR', count: 2, after: 'ben' },
    { nodeId: ANN, kind: 'TOPIC', count: 2, after: null },
    { nodeId: BEN, kind: 'AUTHOR', count: 3, after: 'ann' },
  ],
);

describe('a slice that grows', () => {
  const growth = {
    around: ANN,
    entities: [node(CAT).entity],
    edges: [edge(ANN, BEN), edge(ANN, CAT), edge(BEN, CAT)],
    truncated: false,
    places: [{ kind: 'AUTHOR' as const, after: 'cat', goesOn: true }],
  };

  it('keeps what it had, and puts what is new behind it, a step from where it was asked for', () => {
    const { nodes, edges } = grown(start, growth);
    expect(nodes.map(({ entity, distance }) => [entity.id, distance])).toEqual([
      [ANN, 0],
      [BEN, 1],
      [CAT, 1],
    ]);
    expect(edges).toBe(growth.edges);
  });

  it('has one less to omit at each node that what is new is a neighbor of', () => {
    expect(grown(start, growth).omitted).toEqual([
      { nodeId: ANN, kind: 'TOPIC', count: 2, after: null },
      { nodeId: BEN, kind: 'AUTHOR', count: 2, after: 'ann' },
      { nodeId: ANN, kind: 'AUTHOR', count: 1, after: 'cat' },
    ]);
  });

  it('omits nothing of a list that is at its end', () => {
    const all = {
      ...growth,
      entities: [node(CAT).entity, node(DAN).entity],
      edges: [...growth.edges, edge(ANN, DAN)],
      places: [{ kind: 'AUTHOR' as const, after: 'dan', goesOn: false }],
    };
    expect(grown(start, all).omitted.filter(({ nodeId }) => nodeId === ANN)).toEqual([
      { nodeId: ANN, kind: 'TOPIC', count: 2, after: null },
    ]);
  });

  it('takes nothing twice', () => {
    const { nodes } = grown(start, {
      ...growth,
      entities: [node(BEN).entity, node(CAT).entity, node(CAT).entity],
    });
    expect(nodes.map(({ entity }) => entity.id)).toEqual([ANN, BEN, CAT]);
  });

  it('learns what a node has that nobody looked around before', () => {
    const around = {
      around: BEN,
      entities: [node(LOGIC).entity],
      edges: [edge(ANN, BEN), edge(BEN, LOGIC)],
      truncated: false,
      places: [{ kind: 'TOPIC' as const, after: 'logic', goesOn: true, total: 5 }],
    };
    const { nodes, omitted } = grown(start, around);
    expect(nodes.at(-1)).toEqual({ entity: node(LOGIC).entity, distance: 2 });
    expect(omitted.at(-1)).toEqual({ nodeId: BEN, kind: 'TOPIC', count: 4, after: 'logic' });
  });

  it('still offers a list that goes on where edges were cut off', () => {
    const cut = { ...growth, edges: [edge(ANN, BEN), edge(ANN, CAT), edge(ANN, DAN)], truncated: true };
    const grownSlice = grown(start, cut);
    expect(grownSlice.truncated).toBe(true);
    expect(grownSlice.omitted.at(-1)).toEqual({ nodeId: ANN, kind: 'AUTHOR', count: 1, after: 'cat' });
  });
});
