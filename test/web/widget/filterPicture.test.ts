import { shownPart, yearsOf } from '../../../src/web/widget/filterPicture.ts';
import { pictured } from '../../../src/web/widget/picture.ts';
import { edge, node, slice } from '../support/slices.ts';

const all = slice(
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

const shown = (filter: Partial<Parameters<typeof shownPart>[1]>) => {
  const { nodes, edges } = shownPart(pictured(all), { hiddenKinds: new Set(), years: null, ...filter });
  return { nodes: nodes.map(({ entity }) => entity.id), edges: edges.map(({ key }) => key) };
};

describe('the part of a picture that is shown', () => {
  it('is all of it where nothing is filtered', () => {
    expect(shown({}).nodes).toEqual(all.nodes.map(({ entity }) => entity.id));
    expect(shown({}).edges).toEqual(all.edges.map(({ key }) => key));
  });

  it('lacks a hidden kind and its edges, but for the centers', () => {
    expect(shown({ hiddenKinds: new Set(['AUTHOR', 'PAPER']) })).toEqual({
      nodes: ['author:ann', 'topic:logic', 'topic:maths'],
      edges: ['author:ann topic:logic', 'topic:logic topic:maths'],
    });
  });

  it('of some years has the papers of these years, and the edges that reach into them', () => {
    expect(shown({ years: { first: 1994, last: 2019 } })).toEqual({
      nodes: ['author:ann', 'author:ben', 'topic:logic', 'topic:maths', 'author:alone'],
      edges: ['author:ann author:ben', 'author:ann topic:logic', 'topic:logic topic:maths'],
    });
    expect(shown({ years: { first: 1990, last: 1990 } }).nodes).toContain('paper:old');
  });

  it('keeps what had no edges in the first place, and loses what has none left', () => {
    const { nodes } = shown({ years: { first: 2019, last: 2026 } });
    expect(nodes).toContain('author:alone');
    expect(nodes).not.toContain('author:ben');
  });
});

describe('the years of a slice', () => {
  it('are the first and the last of its papers and edges', () => {
    expect(yearsOf(all)).toEqual({ first: 1988, last: 2020 });
  });

  it('are none where nothing has a year', () => {
    expect(yearsOf(slice([node('topic:logic')], [edge('topic:logic', 'topic:maths')]))).toBeNull();
  });
});
