import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedStore } from '../../src/embedded/index.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { candidatesOf } from '../support/candidatesOf.ts';
import { importRecords } from '../support/stores.ts';

const records = ['Ada Lovelace', 'Ada K. Lovelace', 'A. Lovelace', 'Wei Wang', 'Wei Wnag'].map(
  (name, index) => ({ ids: { doi: `10.1000/${index}` }, title: `Paper ${index}`, authors: [{ name }] }),
);
const newcomer = { ids: { doi: '10.1000/new' }, title: 'New', authors: [{ name: 'Ada Lovelance' }] };
const authorId = (name: string): string => `author:drawn-name:${encodeURIComponent(name)}`;

describe('the saved duplicate candidates of the embedded store', () => {
  let directory = '';
  let messages: string[] = [];
  const file = () => join(directory, 'graph.duplicates');
  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'coauthor-duplicates-saved-'));
    await inStore((store) => importRecords(store, records));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  /** What `work` returns for a store that is opened now, and closed afterwards. */
  const inStore = async <Result>(
    work: (store: GraphStore) => Promise<Result>,
    savedFromNodes = 0,
  ): Promise<Result> => {
    messages = [];
    const log = (message: string) => void messages.push(message);
    const store = await openEmbeddedStore({ directory, savedFromNodes, log });
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  };
  const isRead = (): boolean => messages.some((message) => message.startsWith('Read the pairs of authors'));
  /** The candidates that are computed without the file. */
  const computed = async () => {
    rmSync(file());
    return inStore(candidatesOf);
  };

  it('are read at the next start, and are those that were computed', async () => {
    const first = await inStore(candidatesOf);
    expect(first.length).toBeGreaterThan(2);
    expect(isRead()).toBe(false);
    expect(await inStore(candidatesOf)).toEqual(first);
    expect(isRead()).toBe(true);
  });

  it('have the questions that an import left, after a restart with the file and without it', async () => {
    const orcid = '0000-0002-1825-0097';
    const conflicting = ['Mary Somerville', 'Charles Babbage'].map((name, index) => ({
      ids: { doi: '10.1000/one', acl: `P18-100${index}` },
      title: `Title ${index}`,
      authors: [{ name, ids: { orcid } }],
    }));
    await inStore((store) => importRecords(store, conflicting));
    const textsOf = async (store: GraphStore) => {
      const both = [await candidatesOf(store), await candidatesOf(store, { kind: 'PAPER' })];
      const texts = both.flat().flatMap(({ evidence }) => evidence.map(({ text }) => text));
      return texts.filter((text) => text.startsWith('one '));
    };
    const expected = ['one ORCID, names that do not fit', 'one DOI, different titles'];
    expect(await inStore(textsOf)).toEqual(expected);
    expect(await inStore(textsOf)).toEqual(expected);
    expect(isRead()).toBe(true);
    rmSync(file());
    expect(await inStore(textsOf)).toEqual(expected);
  });

  it('are saved again after an import and a correction', async () => {
    const last = await inStore(async (store) => {
      await candidatesOf(store);
      await importRecords(store, [newcomer]);
      await store.correct({
        kind: 'SAME',
        entityIds: [authorId('Ada Lovelace'), authorId('Ada K. Lovelace')],
        by: 'Cora',
      });
      return candidatesOf(store);
    });
    expect(await inStore(candidatesOf)).toEqual(last);
    expect(isRead()).toBe(true);
    expect(await computed()).toEqual(last);
  });

  it('follow changes that are made after they were read', async () => {
    await inStore(candidatesOf);
    const after = await inStore(async (store) => {
      await candidatesOf(store);
      await importRecords(store, [newcomer]);
      await candidatesOf(store); // until all pairs are computed again, these are the pairs before the import
      for (;;) {
        const pairs = await candidatesOf(store);
        if (pairs.some(({ ids }) => ids.includes(authorId('Ada Lovelance')))) return pairs;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    });
    expect(await computed()).toEqual(after);
  });

  it('are not used for other data', async () => {
    await inStore(candidatesOf);
    const old = readFileSync(file());
    await inStore((store) => importRecords(store, [newcomer]));
    const now = await inStore(candidatesOf);
    expect(now.some(({ ids }) => ids.includes(authorId('Ada Lovelance')))).toBe(true);
    expect(isRead()).toBe(false);
    writeFileSync(file(), old);
    expect(await inStore(candidatesOf)).toEqual(now);
    expect(isRead()).toBe(false);
  });

  it('are computed again if the file is damaged, and the log says so', async () => {
    const first = await inStore(candidatesOf);
    writeFileSync(file(), readFileSync(file()).fill(1, 100, 120));
    expect(await inStore(candidatesOf)).toEqual(first);
    expect(messages).toContainEqual(
      expect.stringContaining(`because ${file()} cannot be read: it is damaged`),
    );
  });

  it('are not saved for a small graph', async () => {
    await inStore(candidatesOf, 1_000);
    expect(existsSync(file())).toBe(false);
  });
});
