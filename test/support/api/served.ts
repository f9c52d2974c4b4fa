import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedStore } from '../../../src/embedded/index.ts';
import type { GraphStore } from '../../../src/graph/store.ts';
import type { ImportRecord } from '../../../src/import/importRecord.ts';
import { createServer, type GraphServer, type ServerSettings } from '../../../src/server.ts';
import { importRecords } from '../stores.ts';
import * as small from './records.ts';

export interface Answer {
  status: number;
  // whatever the query asked for
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  data: any;
  errors: { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[];
  extensions?: Record<string, unknown>;
  /** The calls of the store's methods it took, in order. */
  calls: string[];
}

export interface Served {
  url: string;
  store: GraphStore;
  server: GraphServer;
  ask(query: string, variables?: object, headers?: Record<string, string>): Promise<Answer>;
}

/** A server on a free port over an embedded store with records, for all tests of a file. */
export const served = (
  settings: ServerSettings = {},
  change: (store: GraphStore, signal?: AbortSignal) => Partial<GraphStore> = () => ({}),
  { records, collaborationCap }: { records: ImportRecord[]; collaborationCap: number } = small,
): Served => {
  const current = {} as Served;
  const directory = mkdtempSync(join(tmpdir(), 'coauthor-graph-api-'));
  const calls: string[] = [];
  beforeAll(async () => {
    const store = await openEmbeddedStore({ directory, collaborationCap });
    await importRecords(store, records);
    const server = await createServer(counted(store, change, calls), {
      port: 0,
      stopMilliseconds: 100,
      ...settings,
    });
    Object.assign(current, { store, server, url: await server.listen() });
    current.ask = async (query, variables, headers) => {
      calls.length = 0;
      const response = await fetch(`${current.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query, variables }),
      });
      const answer = (await response.json()) as Partial<Answer>;
      return { status: response.status, data: undefined, errors: [], ...answer, calls: [...calls] };
    };
  });
  afterAll(async () => {
    await current.server.stop();
    await current.store.close();
    rmSync(directory, { recursive: true });
  });
  return current;
};

/** The store with some methods changed, that notes which are called. */
const counted = (
  store: GraphStore,
  change: (store: GraphStore, signal?: AbortSignal) => Partial<GraphStore>,
  calls: string[],
  signal?: AbortSignal,
): GraphStore => {
  const changes = change(store, signal);
  return new Proxy(store, {
    get: (target, name: keyof GraphStore) => {
      if (name === 'during') {
        return (stop: AbortSignal) => counted(target.during(stop) as GraphStore, change, calls, stop);
      }
      const method = (changes[name] ?? target[name].bind(target)) as (...args: unknown[]) => unknown;
      return (...args: unknown[]) => {
        calls.push(name);
        return method(...args);
      };
    },
  });
};
