import { Writable } from 'node:stream';
import { pino } from 'pino';
import { GraphError } from '../../../src/graph/errors.ts';
import { ADA, ONE } from '../../support/api/records.ts';
import { served } from '../../support/api/served.ts';

const logged: string[] = [];
const log = pino(
  { level: 'error' },
  new Writable({
    write: (line: Buffer, _, done) => {
      logged.push(line.toString());
      done();
    },
  }),
);

const never = new Promise<never>(() => undefined);

describe('errors', () => {
  const api = served({ log, operationMilliseconds: 1000 }, () => ({
    abstracts: () => Promise.reject(new Error('secret detail')),
    metrics: () => never,
    statistics: () => Promise.reject(new GraphError('STORE_UNAVAILABLE', 'The store does not answer.')),
  }));

  it('hides the message of an internal error, logs it with the request id, and answers the other fields', async () => {
    const { data, errors } = await api.ask(`{ paper(id: "${ONE}") { title abstract } }`);
    expect(data.paper).toEqual({ title: 'On Graphs', abstract: null });
    expect(errors).toMatchObject([
      { path: ['paper', 'abstract'], extensions: { code: 'INTERNAL_SERVER_ERROR' } },
    ]);
    expect(JSON.stringify(errors)).not.toContain('secret');
    const id = errors[0]?.extensions['requestId'];
    expect(logged.filter((line) => line.includes(String(id)) && line.includes('secret detail'))).toHaveLength(
      1,
    );
  });

  it('reports a late field as TIMEOUT and answers the other fields', async () => {
    const { data, errors } = await api.ask(`{ author(id: "${ADA}") { name metrics { hIndex } } }`);
    expect(data.author).toEqual({ name: 'Ada Løvelace', metrics: null });
    expect(errors).toMatchObject([{ path: ['author', 'metrics'], extensions: { code: 'TIMEOUT' } }]);
  });

  it('reports a store that does not answer as STORE_UNAVAILABLE', async () => {
    const { data, errors } = await api.ask('{ statistics { paperCount } }');
    expect(data).toEqual({ statistics: null });
    expect(errors[0]).toMatchObject({
      message: 'The store does not answer.',
      extensions: { code: 'STORE_UNAVAILABLE' },
    });
  });

  it.each([
    ['{ nope }', 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['subscription { x }', 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['{ author', 400, 'GRAPHQL_PARSE_FAILED'],
    ['', 400, 'BAD_REQUEST'],
    ['query A { __typename } query B { __typename }', 400, 'OPERATION_RESOLUTION_FAILURE'],
    ['query ($first: Int!) { authors(first: $first) { totalCount } }', 400, 'BAD_USER_INPUT'],
  ])('refuses %j with status %i and the code %s', async (query, status, code) => {
    const answer = await api.ask(query);
    expect(answer.status).toBe(status);
    expect(answer.errors.map(({ extensions }) => extensions['code'])).toEqual([code]);
  });

  it('refuses a document of more than 1,000 tokens', async () => {
    const { status, errors } = await api.ask(`{${' __typename'.repeat(1_000)} }`);
    expect(status).toBe(400);
    expect(errors).toMatchObject([{ extensions: { code: 'GRAPHQL_PARSE_FAILED' } }]);
  });

  it('reports one error of a variable with 5,000 errors', async () => {
    const filter = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`nope${index}`, 1]));
    const query = 'query ($filter: PaperFilter) { papers(filter: $filter) { totalCount } }';
    const { status, errors } = await api.ask(query, { filter });
    expect(status).toBe(400);
    expect(errors).toEqual([
      {
        message: expect.stringContaining('Variable "$filter" got invalid value'),
        locations: [{ line: 1, column: 8 }],
        extensions: { code: 'BAD_USER_INPUT', requestId: expect.any(String) },
      },
    ]);
    expect(errors[0]!.message.length).toBeLessThan(600);
  });

  it('reports at most six validation errors', async () => {
    const { errors } = await api.ask(
      `{ ${Array.from({ length: 50 }, (_, index) => `nope${index}`).join(' ')} }`,
    );
    expect(errors.length).toBeLessThanOrEqual(6);
  });
});
