import type { ImportRecord } from '../../../src/import/importRecord.ts';
import { hashOfKey, newKey } from '../../../src/api/access/apiKey.ts';
import { served } from '../../support/api/served.ts';
import { orcid } from '../../support/identified.ts';

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
    ['kind: TOPIC', 'kind'],
    ['minScore: 1.5', 'minScore'],
    ['after: "nonsense"', 'after'],
  ])('refuse %s', async (argument, name) => {
    const { errors } = await api.ask(`{ duplicateCandidates(${argument}) { totalCount } }`);
    expect(errors[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', argument: name } });
  });
});

describe('possible duplicates that an import leaves for people to decide', () => {
  const key = newKey();
  const conflicts: ImportRecord[] = ['Ada Lovelace', 'Charles Babbage'].map((name, index) => ({
    source: 'test',
    ids: { acl: `P18-100${index}`, doi: '10.1000/x' },
    title: `Title ${index}`,
    authors: [{ name, ids: { orcid } }],
  }));
  const api = served({ apiKeys: [{ name: 'ada', roles: ['CURATOR'], hash: hashOfKey(key) }] }, undefined, {
    records: conflicts,
    collaborationCap: 100,
  });

  it.each([
    ['AUTHOR', 0.620106, 'one ORCID, names that do not fit', ['Ada Lovelace', 'Charles Babbage']],
    ['PAPER', 0.5, 'one DOI, different titles', ['Title 0', 'Title 1']],
  ])('are pairs of the kind %s, until a correction answers them', async (kind, score, text, labels) => {
    const query = `{ duplicateCandidates(kind: ${kind}) { totalCount
      nodes { score status entities { id label } evidence { kind text entities { totalCount } } } } }`;
    const { data, errors } = await api.ask(query);
    expect(errors).toEqual([]);
    const { nodes, totalCount } = data.duplicateCandidates;
    expect(totalCount).toBe(1);
    expect(nodes[0]).toMatchObject({ score, status: 'OPEN' });
    expect(nodes[0].evidence).toContainEqual({ kind: 'IDENTIFIERS', text, entities: null });
    const entities = nodes[0].entities as { id: string; label: string }[];
    expect(entities.map(({ label }) => label).sort()).toEqual(labels);
    const mutation = 'mutation ($ids: [ID!]!) { declareDifferent(ids: $ids) { correction { id } } }';
    const ids = entities.map(({ id }) => id);
    await api.ask(mutation, { ids }, { authorization: `Bearer ${key}` });
    expect((await api.ask(query)).data.duplicateCandidates.totalCount).toBe(0);
    const different = query.replace('kind: ', 'status: DIFFERENT, kind: ');
    expect((await api.ask(different)).data.duplicateCandidates.totalCount).toBe(1);
  });

  it('refuse a cursor of pairs of another kind', async () => {
    const status = 'status: DIFFERENT, minScore: 0';
    const { data } = await api.ask(`{ duplicateCandidates(${status}) { edges { cursor } } }`);
    const { cursor } = data.duplicateCandidates.edges[0];
    const { errors } = await api.ask(
      `{ duplicateCandidates(kind: PAPER, after: "${cursor}") { totalCount } }`,
    );
    expect(errors[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', argument: 'after' } });
  });
});
