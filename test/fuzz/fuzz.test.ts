import fc from 'fast-check';
import { executableSchema } from '../../src/api/schema.ts';
import { encodeCursor } from '../../src/graph/cursor.ts';
import { lists } from '../../src/graph/lists.ts';
import type { ImportRecord } from '../../src/import/record.ts';
import { validateRecord } from '../../src/import/validation.ts';
import { openNeo4jStore } from '../../src/neo4j/index.ts';
import { createServer } from '../../src/server.ts';
import { ADA, BO, collaborationCap, GOTTINGEN, ONE, records } from '../api/records.ts';
import { seedServed } from '../api/seed-served.ts';
import { describeWithNeo4j } from '../support/neo4j/available.ts';
import { describeStores, importRecords } from '../support/stores.ts';
import { documents, type Pool } from './documents.ts';

/* Whatever is sent is answered in time, with a code of the list, and never with what only the inside knows. */

/** limits.md: every code there is but INTERNAL_SERVER_ERROR. */
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

/** Stacks, paths, statements and types of errors: nothing that is sent here holds one of these. */
const inside =
  /\bat [\w.<>]+ \(|node_modules|\/src\/|\/dist\/|\.ts:\d|\.js:\d|file:\/\/|\b(?:SELECT|INSERT|UNWIND|OPTIONAL MATCH)\b|SQLITE|SqliteError|Neo4jError|Neo\.\w+Error|TypeError|RangeError|ReferenceError|Cannot read propert|is not a function|is not iterable|undefined/;

const HANGING = 30_000;

interface Answered {
  status: number;
  codes: string[];
  hasData: boolean;
}

/** Reads an answer, and fails where it is not one that may be given. */
const checked = async (response: Response, sent: string): Promise<Answered> => {
  const text = await response.text();
  const said = `${response.status} ${text.slice(0, 500)}\nto ${sent.slice(0, 2_000)}`;
  if (response.status >= 500 && response.status !== 504) throw new Error(`A fault: ${said}`);
  const { data, errors = [] } = JSON.parse(text) as {
    data?: unknown;
    errors?: { message: string; extensions: { code: string } }[];
  };
  for (const { message, extensions } of errors) {
    if (!codes.has(extensions.code)) throw new Error(`No code of the list: ${said}`);
    if (inside.test(message)) throw new Error(`The inside shows: ${said}`);
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
    const signal = AbortSignal.timeout(HANGING);
    return checked(await fetch(`${url()}/graphql`, { method: 'POST', headers, body, signal }), body);
  },
  get: async (path: string) => {
    const response = await fetch(`${url()}${path}`, { signal: AbortSignal.timeout(HANGING) });
    if (response.status !== 200) return checked(response, path);
    await response.arrayBuffer();
    return { status: 200, codes: [], hasData: true };
  },
});

/** Texts of any code units, halves of surrogate pairs among them, and a few that mean something to a store. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ maxLength: 300 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 8 })
    .map((units) => String.fromCharCode(...units)),
  fc.constantFrom(
    "' OR 1=1 --",
    '"*',
    'a NEAR b',
    '(',
    'a AND',
    '-',
    '\\',
    '/x/',
    '\u0000',
    '~1',
    'field:x',
    '%FF',
  ),
);
const anyId = (pool: Pool) =>
  fc.oneof(
    anyText,
    fc.constantFrom(...pool.ids),
    fc
      .tuple(fc.constantFrom('author', 'paper', 'topic', 'institution', 'x'), anyText, anyText)
      .map((parts) => parts.join(':')),
    anyText.map((text) => `author:name:${encodeURIComponent(text.replace(/\p{Surrogate}/gu, ''))}`),
  );
const listNames = ['papers', 'authors', 'authorPapers', 'collaborators', 'neighbors', 'search', '__proto__'];
const anyCursor = (pool: Pool) =>
  fc.oneof(
    anyText,
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

/** One query that takes an id, a cursor or a text wherever one can be given. */
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

const fuzzed = (url: () => string, pool: Pool, runs: number): void => {
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
  it('texts', () => property(anyText, (v) => post(JSON.stringify({ query: everyText, variables: { v } }))));
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
        anyText,
        fc.json(),
        fc
          .record(
            {
              query: fc.oneof(anyText, fc.jsonValue()),
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

describe('whatever is sent to a server of the seed', () => {
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
  fuzzed(() => seed.url(), pool, 150);
});

describeWithNeo4j('whatever is sent to a server on Neo4j', (server) => {
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
  fuzzed(() => url, pool, 15);
});

/** Records with parts of the right shape and others of any, so that many of them pass. */
const anyRecord = (): fc.Arbitrary<unknown> => {
  const odd = <T>(likely: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
    fc.oneof({ weight: 12, arbitrary: likely }, { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) });
  const name = odd(anyText);
  const ids = odd(
    fc.dictionary(
      fc.constantFrom('doi', 'arxiv', 'openalex', 'acl', 'dblp', 's2', 'orcid', 'ror', '__proto__'),
      fc.oneof(
        anyText,
        fc.constantFrom('10.1000/x', '1', 'W1', 'A1', 'I1', 'T1', '0000-0002-1825-0097', 'e/X', '03vek6s52'),
      ),
    ),
  );
  const optional = { requiredKeys: [] };
  const affiliation = fc.record(
    { printed: name, name, ids, countryCode: odd(fc.constantFrom('DE', 'x')), city: name },
    optional,
  );
  const author = fc.record(
    {
      name,
      printedName: name,
      ids,
      alternativeNames: odd(fc.array(name, { maxLength: 2 })),
      affiliations: odd(fc.array(odd(affiliation), { maxLength: 2 })),
    },
    { requiredKeys: ['name'] },
  );
  const topic = fc.record(
    {
      name,
      ids,
      level: odd(fc.constantFrom('TOPIC', 'FIELD')),
      score: odd(fc.double({ min: 0, max: 1, noNaN: true })),
    },
    { requiredKeys: ['name'] },
  );
  const paper = fc.record(
    {
      title: name,
      ids,
      abstract: name,
      year: odd(fc.integer({ min: -4000, max: 4000 })),
      date: odd(fc.constantFrom('2020-02-29', '0000-01-01', '2021-02-29')),
      venueName: name,
      url: name,
      citationCount: odd(fc.integer()),
      authorCount: odd(fc.integer({ min: 0, max: 9 })),
      authors: odd(fc.array(odd(author), { maxLength: 3 })),
      topics: odd(fc.array(odd(topic), { maxLength: 2 })),
      references: odd(fc.array(fc.oneof(anyText, fc.constant('doi:10.1000/x')), { maxLength: 2 })),
    },
    { requiredKeys: ['title'] },
  );
  const topicRecord = fc.record(
    { record: fc.constant('topic'), name, ids, broader: odd(fc.array(odd(topic), { maxLength: 2 })) },
    { requiredKeys: ['record', 'name'] },
  );
  const citationRecord = fc.record({
    record: fc.constant('citation'),
    from: fc.oneof(anyText, fc.constant('doi:10.1000/x')),
    to: fc.oneof(anyText, fc.constant('s2:1')),
  });
  return fc.oneof({ weight: 6, arbitrary: paper }, topicRecord, citationRecord, fc.jsonValue());
};

describeStores('whatever records are imported', ({ name, open }) => {
  const rounds = name === 'embedded' ? 25 : 3;

  it('they are stored or refused with a reason, and the same again changes nothing', async () => {
    let kept = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(anyRecord(), { minLength: 1, maxLength: 20 }), async (drawn) => {
        const valid = drawn.flatMap((value): ImportRecord[] => {
          const result = validateRecord(value);
          if ('reason' in result) expect(result.reason).not.toMatch(inside);
          return 'record' in result ? [result.record] : [];
        });
        const store = await open();
        const fine: ImportRecord = {
          title: 'Fine',
          ids: { s2: '999999' },
          authors: [{ name: 'Someone Fine' }],
        };
        const { read, skipped, dropped } = await importRecords(store, [...valid, fine]);
        expect(read + skipped.total).toBe(valid.length + 1);
        for (const { reason } of [...skipped.first, ...dropped.first])
          expect(reason).not.toMatch(/Error\b|undefined/);
        kept += read;
        expect((await store.entities(['paper:s2:999999'])).size).toBe(1);
        for (const { kind, orders } of Object.values(lists)) {
          const page = { first: 100, order: Object.values(orders)[0]!, count: true };
          const { entries } = await store.list(kind, page);
          const found = await store.entities(entries.map(({ node }) => node.id));
          for (const { node } of entries) expect(found.get(node.id)).toEqual(node);
        }
        const again = await importRecords(store, [fine]);
        expect(again).toMatchObject({ new: 0, changed: 0 });
      }),
      { numRuns: rounds, endOnFailure: true },
    );
    expect(kept).toBeGreaterThan(rounds);
  });
});
