import { filterPicture, yearRange } from '../../../src/web/widget/filterPicture.ts';
import { createPicture } from '../../../src/web/widget/picture.ts';
import { edge, node, slice } from '../support/slices.ts';

const fullSlice = slice(
  [
    node('author:ann', 0),
    node('author:ben'),
    node('paper:old', 1, 1990),
    node('paper:new', 1, 2020),
    node('paper:undated', 1, null),
    node('topic:logic'),
    node('topic:maths'),
    node('author:alone'),
  ],
  [
    edge('author:ann', 'author:ben', 1988, 1995),
    edge('author:ann', 'paper:old', 1990),
    edge('author:ann', 'paper:new', 2020),
    edge('author:ann', 'paper:undated'),
    edge('author:ann', 'topic:logic', 1990, 2020),
    edge('topic:logic', 'topic:maths'),
  ],
);

const filtered = (filter: Partial<Parameters<typeof filterPicture>[1]>) => {
  const { nodes, edges } = filterPicture(createPicture(fullSlice), {
    hiddenKinds: new Set(),
    years: null,
    ...filter,
  });
  return { nodes: nodes.map(({ entity }) => entity.id), edges: edges.map(({ key }) => key) };
};

describe('filterPicture', () => {
  it('keeps everything without a filter', () => {
    expect(filtered({}).nodes).toEqual(fullSlice.nodes.map(({ entity }) => entity.id));
    expect(filtered({}).edges).toEqual(fullSlice.edges.map(({ key }) => key));
  });

  it('removes a hidden kind and its edges, except the centers', () => {
    expect(filtered({ hiddenKinds: new Set(['AUTHOR', 'PAPER']) })).toEqual({
      nodes: ['author:ann', 'topic:logic', 'topic:maths'],
      edges: ['author:ann topic:logic', 'topic:logic topic:maths'],
    });
  });

  it('keeps the papers of a year range, and the edges whose years overlap the range', () => {
    expect(filtered({ years: { first: 1994, last: 2019 } })).toEqual({
      nodes: ['author:ann', 'author:ben', 'topic:logic', 'topic:maths', 'author:alone'],
      edges: ['author:ann author:ben', 'author:ann topic:logic', 'topic:logic topic:maths'],
    });
    expect(filtered({ years: { first: 1990, last: 1990 } }).nodes).toContain('paper:old');
  });

  it('removes a node that loses all its edges, and keeps a node that had none', () => {
    const { nodes } = filtered({ years: { first: 2019, last: 2026 } });
    expect(nodes).toContain('author:alone');
    expect(nodes).not.toContain('author:ben');
  });
});

describe('yearRange', () => {
  it('is the first and last year of the papers and edges', () => {
    expect(yearRange(fullSlice)).toEqual({ first: 1988, last: 2020 });
  });

  it('is null if nothing has a year', () => {
    expect(yearRange(slice([node('topic:logic')], [edge('topic:logic', 'topic:maths')]))).toBeNull();
  });
});
