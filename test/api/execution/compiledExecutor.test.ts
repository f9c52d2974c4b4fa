import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { execute, parse, validate, type ExecutionResult } from 'graphql';
import { CompiledExecutor } from '../../../src/api/execution/compiledExecutor.ts';
import { Deadline } from '../../../src/api/execution/deadline.ts';
import { executableSchema } from '../../../src/api/execution/executableSchema.ts';
import { Loaders } from '../../../src/api/loading/loaders.ts';
import { openEmbeddedStore } from '../../../src/embedded/index.ts';
import type { GraphStore } from '../../../src/graph/store.ts';
import { seed } from '../../../src/import/formats/seed.ts';
import { runImport } from '../../../src/import/runImport.ts';
import { documents } from '../../fuzz/documents.ts';

/* The compiled executor gives the same answers as graphql-js: the same data, and the same errors at the same paths. */

const schema = executableSchema();

const author = 'author:seed-name:Berivan%20Isik';
const pool = {
  ids: [author, 'paper:arxiv:1706.03762', 'topic:topic:federated%20learning', 'institution:ror:00f54p054'],
  cursors: ['x'],
};

/** Documents that use what drawn ones seldom do, with variables. */
const written: [document: string, variables?: Record<string, unknown>][] = [
  [
    'query ($id: ID!, $first: Int) { author(id: $id) { papers(first: $first) { nodes { id } } } }',
    { id: author },
  ],
  [
    'query ($id: ID!, $first: Int = 2) { author(id: $id) { papers(first: $first) { totalCount edges { cursor } } } }',
    { id: author, first: null },
  ],
  [
    'query ($id: ID!, $first: Int, $last: Int = 2) { author(id: $id) { papers(first: $first, last: $last) { nodes { id } pageInfo { hasNextPage hasPreviousPage } } } }',
    { id: author },
  ],
  [
    'query ($id: ID!, $first: Int, $last: Int = 2) { author(id: $id) { papers(first: $first, last: $last) { nodes { id } } } }',
    { id: author, first: 3 },
  ],
  [
    'query ($id: ID!, $with: Boolean!) { author(id: $id) { name @include(if: $with) id @skip(if: $with) ...More @include(if: $with) } } fragment More on Author { papers(first: 1) { nodes { title } } }',
    { id: author, with: false },
  ],
  [
    'query ($id: ID!, $with: Boolean!) { author(id: $id) { name @include(if: $with) id @skip(if: $with) ...More @include(if: $with) } } fragment More on Author { papers(first: 1) { nodes { title } } }',
    { id: author, with: true },
  ],
  [
    `{ nodes(ids: ["${author}", "nonsense", "topic:topic:federated%20learning", "author:x:y"]) { __typename id ... on Author { name } ... on Topic { level } ... on Entity { label } } }`,
  ],
  [
    `{ nodes(ids: ["nonsense", "topic:topic:federated%20learning", "nonsense", "also nonsense"]) { id ... on Topic { papers(first: 500) { nodes { id } } } } lookups(identifiers: [{ scheme: DOI, value: "nonsense" }, { scheme: ARXIV, value: "1706.03762" }, { scheme: DOI, value: "nonsense" }]) { id } }`,
  ],
  [
    `{ a: author(id: "${author}") { name } b: author(id: "paper:doi:10.1/x") { name } c: author(id: "${author}") { papers(first: 101) { nodes { id } } } }`,
  ],
  [
    `{ node(id: "${author}") { ...A ...B } } fragment A on Node { id ... on Author { papers(first: 2) { nodes { title } } } } fragment B on Author { papers(first: 2) { nodes { year } pageInfo { endCursor hasNextPage } } }`,
  ],
  [
    `{ graph(ids: ["${author}"], perKind: 3) { nodes { requestedId distance entity { id label ... on Paper { title year } } } edges { key weight relation } omitted { nodeId kind count after } missingIds } }`,
  ],
  [
    `{ collaborationPaths(from: "${author}", to: "${author}") { status distance paths { length authors { id } steps { from { id } } } } }`,
  ],
  [
    '{ search(text: "learning", first: 3) { edges { score cursor node { __typename id } } } statistics { paperCount asOf } }',
  ],
  [
    '{ __schema { queryType { name fields { name args { name defaultValue } } } } __type(name: "Author") { kind interfaces { name } } }',
  ],
  [
    'query ($filter: PaperFilter) { papers(first: 2, filter: $filter) { nodes { title date paperType } } }',
    { filter: { years: { from: 2020 } } },
  ],
  [
    'query ($filter: PaperFilter) { papers(first: 2, filter: $filter) { nodes { title } } }',
    { filter: { years: { from: 2030, to: 2020 } } },
  ],
];

const comparable = ({ data, errors = [] }: ExecutionResult): unknown => ({
  data: JSON.parse(JSON.stringify(data ?? null)) as unknown,
  errors: errors
    .map(({ message, path, locations, originalError }) => ({
      message,
      path,
      locations: locations?.map(({ line, column }) => ({ line, column })),
      original: originalError?.message,
    }))
    .sort((a, b) => (JSON.stringify(a.path) < JSON.stringify(b.path) ? -1 : 1)),
});

describe('the compiled executor', () => {
  const directory = mkdtempSync(join(tmpdir(), 'coauthor-graph-compiled-'));
  let store: GraphStore;
  beforeAll(async () => {
    store = await openEmbeddedStore({ directory });
    await runImport({ store, format: seed, paths: [], strict: true });
  });
  afterAll(async () => {
    await store.close();
    rmSync(directory, { recursive: true });
  });

  /** Runs with a new request context each. */
  const inContext = async <Result>(run: (context: unknown) => Promise<Result> | Result): Promise<Result> => {
    const deadline = new Deadline(30_000);
    try {
      const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
      const loaders = new Loaders(store, deadline);
      return await run({
        requestId: 'x',
        charge: async () => undefined,
        onError: () => undefined,
        operation: {},
        loaders,
        log,
      });
    } finally {
      deadline.end();
    }
  };

  /** Whether the document is valid, so that it was executed by both. */
  const compare = async (text: string, variables: Record<string, unknown> = {}): Promise<boolean> => {
    let document;
    try {
      document = parse(text);
    } catch {
      return false;
    }
    if (validate(schema, document).length > 0) return false;
    const expected = await inContext((contextValue) =>
      execute({ schema, document, contextValue, variableValues: variables }),
    );
    const executor = new CompiledExecutor(schema);
    for (let use = 1; use <= 4; use += 1) {
      const result = await inContext((context) =>
        executor.execute({ hash: 'x', document, name: undefined, variables }, context),
      );
      expect({ text, use, ...(comparable(result) as object) }).toEqual({
        text,
        use,
        ...(comparable(expected) as object),
      });
    }
    return true;
  };

  it.each(written)('answers %s as graphql-js does', async (text, variables = {}) => {
    expect(await compare(text, variables)).toBe(true);
  });

  it('answers drawn documents as graphql-js does', async () => {
    let executed = 0;
    await fc.assert(
      fc.asyncProperty(documents(schema, pool), async (text) => {
        if (await compare(text)) executed += 1;
      }),
      { numRuns: 300, endOnFailure: true },
    );
    expect(executed).toBeGreaterThan(10);
  });
});
