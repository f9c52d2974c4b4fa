import { ADA, BO, ONE } from '../../support/api/records.ts';
import { served } from '../../support/api/served.ts';

describe('prefetching the lists of an entity', () => {
  const api = served();

  it('reads the entity with the first list that is selected of it', async () => {
    const { calls, errors } = await api.ask(
      `{ author(id: "${ADA}") { name papers { nodes { id } } neighbors { totalCount } } }`,
    );
    expect(errors).toEqual([]);
    expect(calls.sort()).toEqual(['neighborhoods', 'neighbors']);
  });

  it('reads the lists of several entities together', async () => {
    const { calls, data } = await api.ask(
      `{ nodes(ids: ["${ADA}", "${BO}", "${ONE}"]) { id ... on Author { papers { totalCount } } } }`,
    );
    expect(data.nodes).toMatchObject([{ id: ADA }, { id: BO }, { id: ONE }]);
    expect(calls.sort()).toEqual(['entities', 'neighborhoods']);
  });

  it('reports an invalid argument at the path of its field and answers the others', async () => {
    const { data, errors } = await api.ask(
      `{ author(id: "${ADA}") { name papers(first: 101) { totalCount } topics(after: "x") { totalCount }
        collaborators { totalCount } } }`,
    );
    expect(data.author).toEqual({
      name: 'Ada Løvelace',
      papers: null,
      topics: null,
      collaborators: { totalCount: 2 },
    });
    expect(errors.map(({ path, extensions }) => [path, extensions['argument']])).toEqual([
      [['author', 'papers'], 'first'],
      [['author', 'topics'], 'after'],
    ]);
  });

  it('does not read a list that a directive leaves out', async () => {
    const query = `query ($skip: Boolean!) { author(id: "${ADA}") {
      name papers @skip(if: $skip) { totalCount } ... @include(if: false) { topics { totalCount } } } }`;
    expect((await api.ask(query, { skip: true })).calls).toEqual(['entities']);
    expect((await api.ask(query, { skip: false })).calls).toEqual(['neighborhoods']);
  });

  it('does not read a list of another kind', async () => {
    const { calls } = await api.ask(`{ node(id: "${ADA}") { id ... on Paper { authors { totalCount } } } }`);
    expect(calls).toEqual(['entities']);
  });

  it('answers null for an id that is not stored, without an error', async () => {
    const { data, errors } = await api.ask(
      '{ author(id: "author:orcid:0000-0001-5109-3700") { papers { totalCount } } }',
    );
    expect({ data, errors }).toEqual({ data: { author: null }, errors: [] });
  });
});
