import { ADA, GOTTINGEN, ONE } from '../../support/api/records.ts';
import { served, type Answer } from '../../support/api/served.ts';

const labels = (connection: { nodes: { label: string }[] }): string[] =>
  connection.nodes.map(({ label }) => label);

describe('lists and search', () => {
  const api = served();

  it('lists every kind in every order', async () => {
    const { data, errors } = await api.ask(`{
      named: authors { ...a } most: authors(orderBy: MOST_PAPERS, first: 2) { ...a }
      met: authors(orderBy: MOST_COLLABORATORS, first: 1) { ...a }
      cited: papers(orderBy: MOST_CITED, first: 1) { nodes { label } } oldest: papers(orderBy: OLDEST, first: 1) { nodes { label } }
      topics { nodes { label } } fields: topics(level: FIELD) { nodes { label } }
      institutions(orderBy: MOST_PAPERS) { nodes { label } }
    } fragment a on AuthorConnection { nodes { label } }`);
    expect(errors).toEqual([]);
    expect(labels(data.named)).toEqual([
      'Ada Løvelace',
      'Bo Erdős',
      'Cy Noether',
      'Dee Solo',
      'Eve',
      'Fay',
      'Gus',
    ]);
    expect(labels(data.most)).toEqual(['Ada Løvelace', 'Bo Erdős']);
    expect(labels(data.met)).toHaveLength(1);
    expect(labels(data.cited)).toEqual(['On Graphs']);
    expect(labels(data.oldest)).toEqual(['Alone']);
    expect(labels(data.topics)).toEqual(['Graphs', 'logic', 'Mathematics']);
    expect(labels(data.fields)).toEqual(['Mathematics']);
    expect(labels(data.institutions)).toEqual(['Universität Göttingen', 'The Lab']);
  });

  it('pages through a list', async () => {
    const query =
      'query ($after: String) { authors(first: 3, after: $after) { totalCount nodes { label } pageInfo { hasNextPage endCursor } } }';
    const read: string[] = [];
    let after: string | null = null;
    do {
      const { data }: Answer = await api.ask(query, { after });
      const authors = data.authors;
      read.push(...labels(authors));
      expect(authors.totalCount).toBe(7);
      after = authors.pageInfo.hasNextPage ? authors.pageInfo.endCursor : null;
    } while (after !== null);
    expect(read).toEqual(['Ada Løvelace', 'Bo Erdős', 'Cy Noether', 'Dee Solo', 'Eve', 'Fay', 'Gus']);
  });

  it('filters lists', async () => {
    const { data, errors } = await api.ask(`{
      german: authors(filter: { countryCodes: ["de"] }) { nodes { label } }
      there: authors(filter: { institutionIds: ["${GOTTINGEN}"], topicIds: null }) { nodes { label } }
      coded: papers(filter: { hasCode: true }) { nodes { label } }
      maths: papers(filter: { topicIds: ["topic:field:mathematics"] }) { totalCount }
      firms: institutions(filter: { institutionTypes: [COMPANY] }) { nodes { label } }
    }`);
    expect(errors).toEqual([]);
    expect(labels(data.german)).toEqual(['Ada Løvelace']);
    expect(labels(data.there)).toEqual(['Ada Løvelace']);
    expect(labels(data.coded)).toEqual(['On Graphs']);
    expect(data.maths.totalCount).toBe(2);
    expect(labels(data.firms)).toEqual(['The Lab']);
  });

  it('finds names without regard to case and accents, best score first, page by page', async () => {
    const query = `query ($text: String!, $after: String) { search(text: $text, first: 1, after: $after) {
      totalCount edges { score cursor node { id } } pageInfo { hasNextPage hasPreviousPage } } }`;
    const one = (await api.ask(query, { text: 'lovelace ADA' })).data.search;
    expect(one).toMatchObject({ totalCount: 1, edges: [{ score: 1, node: { id: ADA } }] });
    const graphs = (await api.ask(query, { text: 'graphs' })).data.search;
    expect(graphs).toMatchObject({
      totalCount: 3,
      edges: [{ score: 3, node: { id: 'topic:topic:graphs' } }],
      pageInfo: { hasNextPage: true, hasPreviousPage: false },
    });
    const next = (await api.ask(query, { text: 'graphs', after: graphs.edges[0].cursor })).data.search;
    expect(next).toMatchObject({
      edges: [{ score: 1, node: { id: ONE } }],
      pageInfo: { hasPreviousPage: true },
    });
  });

  it('finds nothing for blank text, without a call to the store', async () => {
    const { data, calls } = await api.ask(
      '{ search(text: " -’ ") { totalCount nodes { id } } autocomplete(prefix: "") { matchedText } }',
    );
    expect(data).toEqual({ search: { totalCount: 0, nodes: [] }, autocomplete: [] });
    expect(calls).toEqual([]);
  });

  it('refuses more than 200 characters', async () => {
    const { errors } = await api.ask('query ($text: String!) { search(text: $text) { totalCount } }', {
      text: '𝒜'.repeat(201),
    });
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'text' });
    const fits = await api.ask('query ($text: String!) { search(text: $text) { totalCount } }', {
      text: '𝒜'.repeat(200),
    });
    expect(fits.errors).toEqual([]);
  });

  it('completes a prefix with the spelling that matched', async () => {
    const { data } = await api.ask(
      '{ autocomplete(prefix: "a. lo", kinds: [AUTHOR]) { matchedText entity { id } } }',
    );
    expect(data.autocomplete).toEqual([{ matchedText: 'A. Løvelace', entity: { id: ADA } }]);
  });
});
