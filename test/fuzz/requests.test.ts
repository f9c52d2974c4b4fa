import fc from 'fast-check';
import { executableSchema } from '../../src/api/execution/executableSchema.ts';
import { encodeCursor } from '../../src/graph/cursor.ts';
import { openNeo4jStore } from '../../src/neo4j/index.ts';
import { createServer } from '../../src/server.ts';
import { ADA, BO, collaborationCap, GOTTINGEN, ONE, records } from '../support/api/records.ts';
import { seedServed } from '../support/api/seedServed.ts';
import { describeWithNeo4j } from '../support/neo4j/available.ts';
import { importRecords } from '../support/stores.ts';
import { documents, type Pool } from './documents.ts';
import { arbitraryText, internalDetails } from './arbitraryText.ts';

/* Every request gets an answer in time, with a documented error code and without internal details. */

/** All documented error codes except INTERNAL_SERVER_ERROR. */
const codes = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'COST_LIMIT_EXCEEDED',
  'RATE_LIMITED',
  'TIMEOUT',
]);

const TIMEOUT_MS = 30_000;

interface Answer {
  status: number;
  codes: string[];
  hasData: boolean;
}

/** Reads an answer; throws if it has a server error, an unknown code or internal details. */
const checkAnswer = async (response: Response, request: string): Promise<Answer> => {
  const text = await response.text();
  const exchange = `${response.status} ${text.slice(0, 500)}\nto ${request.slice(0, 2_000)}`;
  if (response.status >= 500 && response.status !== 504) throw new Error(`Server error: ${exchange}`);
  const { data, errors = [] } = JSON.parse(text) as {
    data?: unknown;
    errors?: { message: string; extensions: { code: string } }[];
  };
  for (const { message, extensions } of errors) {
    if (!codes.has(extensions.code)) throw new Error(`Unknown error code: ${exchange}`);
    if (internalDetails.test(message)) throw new Error(`Internal details in an answer: ${exchange}`);
  }
  return {
    status: response.status,
    codes: errors.map(({ extensions }) => extensions.code),
    hasData: data !== undefined && data !== null,
  };
};

const sender = (url: () => string) => ({
  post: async (body: string) => {
    const headers = { 'content-type': 'application/json' };
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    return checkAnswer(await fetch(`${url()}/graphql`, { method: 'POST', headers, body, signal }), body);
  },
  get: async (path: string) => {
    const response = await fetch(`${url()}${path}`, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (response.status !== 200) return checkAnswer(response, path);
    await response.arrayBuffer();
    return { status: 200, codes: [], hasData: true };
  },
});

/** Stored ids and texts that look like ids. */
const anyId = (pool: Pool) =>
  fc.oneof(
    arbitraryText,
    fc.constantFrom(...pool.ids),
    fc
      .tuple(fc.constantFrom('author', 'paper', 'topic', 'institution', 'x'), arbitraryText, arbitraryText)
      .map((parts) => parts.join(':')),
    arbitraryText.map((text) => `author:name:${encodeURIComponent(text.replace(/\p{Surrogate}/gu, ''))}`),
  );
const listNames = ['papers', 'authors', 'authorPapers', 'collaborators', 'neighbors', 'search', '__proto__'];
const anyCursor = (pool: Pool) =>
  fc.oneof(
    arbitraryText,
    fc.constantFrom(...pool.cursors),
    fc
      .tuple(fc.constantFrom(...pool.cursors), fc.nat(60), fc.constantFrom('A', '_', '9', '=', ''))
      .map(([cursor, at, character]) => cursor.slice(0, at) + character + cursor.slice(at + 1)),
    fc
      .tuple(
        fc.constantFrom(...listNames),
        fc.constantFrom('NEWEST', 'NAME', 'MOST_PAPERS', ''),
        fc.array(fc.jsonValue(), { maxLength: 4 }),
      )
      .map((parts) => Buffer.from(JSON.stringify(parts.flat())).toString('base64url')),
  );

/** These queries pass one value as every argument that takes an id, a text or a cursor. */
const everyId = `query ($v: ID!) {
  node(id: $v) { id } nodes(ids: [$v]) { id } author(id: $v) { id } paper(id: $v) { id } topic(id: $v) { id }
  institution(id: $v) { id } collaboration(from: $v, to: $v) { paperCount } graph(ids: [$v]) { missingIds }
  collaborationPaths(from: $v, to: $v, avoidIds: [$v]) { status } topicPaths(from: $v, to: $v) { status }
  authors(filter: { topicIds: [$v] }) { totalCount } papers(filter: { topicIds: [$v] }) { totalCount } }`;
const everyText = `query ($v: String!) {
  search(text: $v) { totalCount nodes { id } } autocomplete(prefix: $v) { matchedText }
  lookup(scheme: DOI, value: $v) { id } lookups(identifiers: [{ scheme: DBLP, value: $v }, { scheme: ARXIV, value: $v }]) { id }
  papers(filter: { venueNames: [$v] }) { totalCount } authors(filter: { countryCodes: [$v] }) { totalCount } }`;
const everyCursor = (id: string) => `query ($v: String) {
  authors(after: $v) { nodes { id } } papers(after: $v) { nodes { id } } topics(after: $v) { nodes { id } }
  institutions(after: $v) { nodes { id } } search(text: "a", after: $v) { nodes { id } }
  author(id: ${JSON.stringify(id)}) { papers(after: $v) { nodes { id } } collaborators(after: $v) { nodes { id } }
    neighbors(after: $v) { nodes { id } } topics(after: $v) { nodes { id } }
    suggestedCollaborators(after: $v) { nodes { id } } } }`;

const itAnswersRandomRequests = (url: () => string, pool: Pool, runs: number): void => {
  const { post, get } = sender(url);
  const property = <T>(drawn: fc.Arbitrary<T>, send: (value: T) => Promise<unknown>, times = runs) =>
    fc.assert(
      fc.asyncProperty(drawn, async (value) => {
        await send(value);
      }),
      { numRuns: times, endOnFailure: true },
    );

  it('documents of the schema', async () => {
    let answered = 0;
    const schema = executableSchema();
    await property(documents(schema, pool), async (query) => {
      if ((await post(JSON.stringify({ query }))).hasData) answered += 1;
    });
    // else nothing but validation was tried; of few draws all may be refused
    expect(answered).toBeGreaterThan(runs / 10 - 5);
  });

  it('ids', () => property(anyId(pool), (v) => post(JSON.stringify({ query: everyId, variables: { v } }))));
  it('texts', () =>
    property(arbitraryText, (v) => post(JSON.stringify({ query: everyText, variables: { v } }))));
  it('cursors', () => {
    const query = everyCursor(pool.ids[0]!);
    return property(anyCursor(pool), (v) => post(JSON.stringify({ query, variables: { v } })));
  });
  it('variables of any type', () =>
    property(fc.tuple(fc.constantFrom(everyId, everyText), fc.jsonValue()), ([query, v]) =>
      post(JSON.stringify({ query, variables: { v } })),
    ));
  it('bodies', () =>
    property(
      fc.oneof(
        arbitraryText,
        fc.json(),
        fc
          .record(
            {
              query: fc.oneof(arbitraryText, fc.jsonValue()),
              variables: fc.jsonValue(),
              operationName: fc.jsonValue(),
              extensions: fc.jsonValue(),
            },
            { requiredKeys: [] },
          )
          .map((body) => JSON.stringify(body)),
      ),
      post,
    ));
  it('addresses', () => {
    const parameter = fc.tuple(
      fc.constantFrom('ids', 'id', 'format', 'depth', 'perKind', 'kinds', 'relations', 'most', 'x'),
      fc.oneof(anyId(pool), fc.constantFrom('gexf', 'graphml', 'ris', 'bibtex', '1', 'AUTHOR', 'CITES')),
    );
    const what = fc.constantFrom('slice', 'collaborators', 'papers', 'x', '');
    const format = fc.constantFrom('gexf', 'graphml', 'node-link', 'bibtex', 'ris', 'csl-json');
    const anyAddress = fc
      .tuple(what, format, fc.array(parameter, { maxLength: 4 }))
      .map(([name, as, parameters]) => {
        const written = [...parameters, ['format', as] as const].map(
          ([key, value]) => `${key}=${encodeURIComponent(value.replace(/\p{Surrogate}/gu, '\ufffd'))}`,
        );
        return `/export/${name}?${written.join('&')}`;
      });
    const likely = fc
      .tuple(
        fc.constantFrom('slice?ids', 'collaborators?id', 'papers?ids'),
        fc.constantFrom(...pool.ids),
        fc.constantFrom('', '&depth=2', '&perKind=3', '&kinds=AUTHOR', '&most=3'),
        format,
      )
      .map(([name, id, more, as]) => `/export/${name}=${encodeURIComponent(id)}${more}&format=${as}`);
    return property(fc.oneof(anyAddress, likely), get);
  });
};

describe('random requests to a server with the seed graph', () => {
  const seed = seedServed();
  const author = 'author:seed-name:Berivan%20Isik';
  const pool: Pool = {
    ids: [
      author,
      'paper:arxiv:1706.03762',
      'topic:topic:federated%20learning',
      'institution:ror:00f54p054',
      'author:x:y',
    ],
    cursors: [
      encodeCursor('papers', 'NEWEST', [-20_000, 'paper:arxiv:1706.03762']),
      encodeCursor('authors', 'NAME', ['b', 'B', author]),
      encodeCursor('collaborators', 'MOST_PAPERS', [-3, -1_000_000_000, author]),
      encodeCursor('authorPapers', 'NEWEST', [Number.MAX_SAFE_INTEGER, 'x']),
    ],
  };
  itAnswersRandomRequests(() => seed.url(), pool, 150);
});

describeWithNeo4j('random requests to a server on Neo4j', (server) => {
  let url = '';
  const closers: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    const store = await openNeo4jStore({ ...server, collaborationCap });
    await importRecords(store, records);
    const api = await createServer(store, { port: 0, operationMilliseconds: 30_000 });
    closers.push(
      () => api.stop(),
      () => store.close(),
    );
    url = await api.listen();
  });
  afterAll(async () => {
    for (const close of closers) await close();
  });
  const pool: Pool = {
    ids: [ADA, BO, ONE, GOTTINGEN, 'topic:topic:graphs'],
    cursors: [
      encodeCursor('papers', 'NEWEST', [-20_000, ONE]),
      encodeCursor('authors', 'NAME', ['b', 'B', ADA]),
      encodeCursor('collaborators', 'MOST_PAPERS', [-3, -1_000_000_000, ADA]),
    ],
  };
  itAnswersRandomRequests(() => url, pool, 15);
});
