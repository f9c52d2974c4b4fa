import type { ImportRecord } from '../../../src/import/importRecord.ts';
import { served } from '../../support/api/served.ts';

const place = { affiliations: [{ name: 'Institute' }] };
const records: ImportRecord[] = ['Ada Lovelace', 'Ada K. Lovelace', 'Ada Lovelase'].map((name, index) => ({
  source: 'test',
  ids: { doi: `10.1000/${index}` },
  year: 2000,
  authors: [{ name, ...place }, { name: 'Bea' }],
  topics: [{ name: 'logic' }],
}));

const ADA = 'author:test-name:Ada%20Lovelace';

describe('possible duplicates', () => {
  const api = served({}, undefined, { records, collaborationCap: 100 });

  it('have a score, and evidence with what the two have in common', async () => {
    const { data, errors } = await api.ask(`{ duplicateCandidates(minScore: 0, first: 1) {
      totalCount pageInfo { hasNextPage }
      nodes { score entities { id label }
        evidence { kind weight text entities { totalCount nodes { label } } } }
    } }`);
    expect(errors).toEqual([]);
    const { totalCount, nodes, pageInfo } = data.duplicateCandidates;
    expect(totalCount).toBe(3);
    expect(pageInfo).toEqual({ hasNextPage: true });
    expect(nodes[0].entities[0].id < nodes[0].entities[1].id).toBe(true);
    expect(nodes[0].score).toBeGreaterThan(0);
    const shared = (nodes[0].evidence as { kind: string; entities: { nodes: { label: string }[] } | null }[])
      .filter(({ entities }) => entities !== null)
      .map(({ kind, entities }) => [kind, entities?.nodes.map(({ label }) => label)]);
    expect(shared).toEqual([
      ['COLLABORATORS', ['Bea']],
      ['INSTITUTIONS', ['Institute']],
      ['TOPICS', ['logic']],
    ]);
  });

  it('are listed for one author, page by page', async () => {
    const { data } = await api.ask(`{ author(id: "${ADA}") { possibleDuplicates(minScore: 0, first: 1) {
      totalCount edges { cursor node { entities { id } } } } } }`);
    const { totalCount, edges } = data.author.possibleDuplicates;
    expect(totalCount).toBe(2);
    const next = await api.ask(`{ author(id: "${ADA}") {
      possibleDuplicates(minScore: 0, after: "${edges[0].cursor}") { nodes { entities { id } } } } }`);
    expect(next.data.author.possibleDuplicates.nodes).toHaveLength(1);
    expect(next.data.author.possibleDuplicates.nodes).not.toContainEqual(edges[0].node);
  });

  it.each([
    ['kind: PAPER', 'kind'],
    ['minScore: 1.5', 'minScore'],
    ['after: "nonsense"', 'after'],
  ])('refuse %s', async (argument, name) => {
    const { errors } = await api.ask(`{ duplicateCandidates(${argument}) { totalCount } }`);
    expect(errors[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', argument: name } });
  });
});
