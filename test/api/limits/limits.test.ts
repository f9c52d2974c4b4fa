import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { examples } from '../../../src/web/graphiql/examples.ts';
import { ADA, ONE } from '../../support/api/records.ts';
import { served, type Answer } from '../../support/api/served.ts';

const repeated = (times: number, each: (index: number) => string): string =>
  Array.from({ length: times }, (_, index) => each(index)).join(' ');

/** Nested fields: `neighbors` and `nodes` alternate. */
const nested = (depth: number): string =>
  depth <= 1 ? 'label' : `${depth % 2 === 0 ? 'neighbors(first: 1)' : 'nodes'} { ${nested(depth - 1)} }`;

describe('operations that are refused before anything is read', () => {
  const api = served();

  const expectRefusal = (answer: Answer, code: string, details: object, message: RegExp): void => {
    expect(answer.status).toBe(400);
    expect(answer.data).toBeUndefined();
    expect(answer.calls.filter((call) => call !== 'during')).toEqual([]);
    expect(answer.errors).toHaveLength(1);
    expect(answer.errors[0]).toMatchObject({
      message: expect.stringMatching(message),
      extensions: { code, ...details, requestId: expect.stringMatching(/^[\w-]{36}$/) },
    });
  };

  it.each([
    ['depth', 12, `{ node(id: "${ADA}") { ... on Entity { ${nested(12)} } } }`, 13],
    [
      'fields',
      250,
      `{ ${repeated(6, (i) => `a${i}: author(id: "${ADA}") { ...F }`)} } fragment F on Author {
      ${repeated(10, (i) => `... on Author { name label paperCount kind alternativeNames } ${i === 0 ? '' : ''}`)} }`,
      306,
    ],
    ['aliases', 15, `{ author(id: "${ADA}") { ${repeated(16, (i) => `a${i}: name`)} } }`, 16],
    ['repeated', 20, `{ author(id: "${ADA}") { ${repeated(21, () => 'name')} } }`, 21],
    ['repeated', 20, `{ author(id: "${ADA}") { ${repeated(21, () => 'id')} } }`, 21],
    [
      'directives',
      5,
      `{ author(id: "${ADA}") { ${repeated(6, (i) => `... @include(if: true) { ${i % 2 ? 'name' : 'label'} }`)} } }`,
      6,
    ],
  ])('have more %s than %i', async (bound, most, query, count) => {
    const answer = await api.ask(query);
    expectRefusal(answer, 'BAD_USER_INPUT', { bound, most }, new RegExp(`\\b${count}\\b.*\\b${most}\\b`));
  });

  it('have nested fragments that expand to very many fields', async () => {
    const levels = repeated(
      60,
      (i) => `fragment F${i} on Author { ...F${i + 1} ... on Author { ...F${i + 1} } }`,
    );
    const answer = await api.ask(
      `{ author(id: "${ADA}") { ...F0 } } ${levels} fragment F60 on Author { name }`,
    );
    expectRefusal(answer, 'BAD_USER_INPUT', { bound: 'fields' }, /at most 250/);
  });

  it('spread a fragment inside itself, which validation reports', async () => {
    const answer = await api.ask(`{ author(id: "${ADA}") { ...F } } fragment F on Author { name ...F }`);
    expectRefusal(answer, 'GRAPHQL_VALIDATION_FAILED', {}, /Cannot spread fragment "F" within itself/);
  });

  it('may return more than 5,000 entities by lists inside lists', async () => {
    const answer = await api.ask(
      '{ authors(first: 100) { nodes { papers(first: 100) { nodes { title } } } } }',
    );
    expectRefusal(
      answer,
      'COST_LIMIT_EXCEEDED',
      { cost: 10_201, most: 5000 },
      /costs 10201 .* maximum is 5000/,
    );
  });

  it('may return more than 5,000 entities read from the end of lists', async () => {
    const answer = await api.ask(
      '{ authors(last: 100) { nodes { papers(last: 100) { nodes { title } } } } }',
    );
    expectRefusal(answer, 'COST_LIMIT_EXCEEDED', { cost: 10_201, most: 5000 }, /costs 10201/);
  });

  it('may return more than 5,000 entities by the values of variables or by defaults', async () => {
    const query = `query ($first: Int, $inner: Int = 10) { authors(first: $first) { nodes {
      collaborators { edges { node { papers(first: $inner) { nodes { title } } } } } } } }`;
    const refused = await api.ask(query, { first: 60 });
    expectRefusal(refused, 'COST_LIMIT_EXCEEDED', { cost: 7321 }, /7321/);
    const accepted = await api.ask(query, { first: 60, inner: 0 });
    expect(accepted).toMatchObject({ status: 200, errors: [], extensions: { cost: 1321 } });
    const byDefault = await api.ask(query, { first: null });
    expect(byDefault.extensions).toEqual({ cost: 1 + 20 * (1 + 1 + 10 * (1 + 1 + 10)) });
  });

  it('are sent as a batch in one request', async () => {
    const response = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify([{ query: '{ __typename }' }, { query: '{ __typename }' }]),
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'BAD_REQUEST', requestId: response.headers.get('x-request-id') } }],
    });
  });

  it('are reported with a message of bounded length', async () => {
    const { errors } = await api.ask(`{ ${'a'.repeat(90_000)} }`);
    expect(errors[0]?.message.length).toBeLessThan(600);
  });
});

describe('the cost of operations', () => {
  const api = served();
  const costOf = async (query: string, variables?: object): Promise<unknown> => {
    const { errors, extensions } = await api.ask(query, variables);
    expect(errors).toEqual([]);
    return extensions?.['cost'];
  };

  it.each([
    ['1 for an entity', `{ author(id: "${ADA}") { name } }`, 1],
    ['0 for an operation that reads nothing', '{ __typename }', 0],
    [
      '1 for a page, plus its greatest number of entities',
      `{ author(id: "${ADA}") { papers(first: 7) { nodes { title } } } }`,
      1 + 1 + 7,
    ],
    ['1 for a count', `{ author(id: "${ADA}") { papers { totalCount } } }`, 2],
    ['1 for metrics', `{ author(id: "${ADA}") { metrics { hIndex } } }`, 2],
    ['1 for an abstract', `{ paper(id: "${ONE}") { abstract } }`, 2],
    [
      'twice for entities selected as nodes and as edges',
      '{ topics(first: 5) { nodes { id } edges { node { id } } } }',
      11,
    ],
    ['1 for each requested id', `{ nodes(ids: ["${ADA}", "${ONE}", "paper:acl:none"]) { id } }`, 3],
    ['0 for a skipped field', `{ author(id: "${ADA}") { papers @skip(if: true) { nodes { title } } } }`, 1],
    [
      'that of the most expensive of several kinds',
      `{ node(id: "${ADA}") { ... on Author { papers(first: 3) { nodes { id } } } ... on Paper { authors(first: 9) { nodes { id } } } } }`,
      1 + 1 + 9,
    ],
    [
      '1 for a slice, plus its greatest number of nodes',
      `{ graph(ids: ["${ADA}"], perKind: 5) { nodes { entity { id } } } }`,
      1 + 21,
    ],
    [
      '1 for each edge of a slice, at most four per node',
      `{ graph(ids: ["${ADA}"], perKind: 5) { edges { key } } }`,
      1 + 4 * 21,
    ],
    ['20 for a search', '{ search(text: "ada", first: 3) { nodes { id } } }', 20 + 3],
    [
      '25 for each path, plus its greatest number of authors and steps',
      `{ collaborationPaths(from: "${ADA}", to: "${ADA}", k: 2, maxLength: 3) { paths { authors { id } steps { from { id } } } } }`,
      25 + 2 * 25 + 2 * (4 + 3),
    ],
    [
      'that of a fragment for each of its spreads',
      `{ a: author(id: "${ADA}") { ...F } b: author(id: "${ADA}") { ...F } } fragment F on Author { papers(first: 2) { nodes { id } } }`,
      8,
    ],
  ])('is %s', async (_, query, cost) => {
    expect(await costOf(query)).toBe(cost);
  });

  it('is computed for the variables of each request, also if the document is cached', async () => {
    const query = 'query ($first: Int!) { papers(first: $first) { nodes { title } } }';
    expect(await costOf(query, { first: 3 })).toBe(4);
    expect(await costOf(query, { first: 5 })).toBe(6);
    expect(await costOf(query, { first: 3 })).toBe(4);
  });
});

describe('operations of tools that are within the limits', () => {
  const api = served();

  it('are the introspection queries of code generators and GraphiQL', async () => {
    for (const options of [{}, { descriptions: true, inputValueDeprecation: true, specifiedByUrl: true }]) {
      const { data, errors, status } = await api.ask(getIntrospectionQuery(options));
      expect({ errors, status }).toEqual({ errors: [], status: 200 });
      expect(buildClientSchema(data as IntrospectionQuery).getType('Author')).toBeDefined();
    }
  });

  it('do not include the introspection of the whole schema fifteen times', async () => {
    const query = `{ ${repeated(15, (i) => `s${i}: __schema { types { name fields { name type { name ofType { name } } args { name type { name } } } } }`)} }`;
    const { errors, status } = await api.ask(query);
    expect([status, errors[0]?.extensions['code']]).toEqual([400, 'COST_LIMIT_EXCEEDED']);
  });

  it.each(examples.map(({ query }) => [query.split('\n')[0], query]))(
    'are the example %s',
    async (_, query) => {
      const { errors } = await api.ask(query);
      expect(errors.map(({ extensions }) => extensions['code'])).not.toContain('COST_LIMIT_EXCEEDED');
      expect(errors.filter(({ extensions }) => 'bound' in extensions)).toEqual([]);
    },
  );
});
