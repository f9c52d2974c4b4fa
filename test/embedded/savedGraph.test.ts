import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { openEmbeddedStore } from '../../src/embedded/index.ts';
import { answersOf } from '../support/answersOf.ts';
import { drawnRecords } from '../support/drawnRecords.ts';
import { importRecords } from '../support/stores.ts';

describe('the saved graph of the embedded store', () => {
  let directory = '';
  let file = '';
  let messages: string[] = [];
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'coauthor-graph-saved-'));
    file = join(directory, 'graph.memory');
    messages = [];
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  const open = (collaborationCap = 100) =>
    openEmbeddedStore({
      directory,
      collaborationCap,
      savedFromNodes: 0,
      log: (message) => messages.push(message),
    });
  const [records = []] = fc.sample(drawnRecords(), { numRuns: 1, seed: 7 });
  const more = {
    ids: { doi: '10.1000/more' },
    title: 'One more',
    authors: [{ name: 'A Newcomer' }, { name: 'Another' }],
  };

  const many = Array.from({ length: 60 }, (_, index) => ({
    ids: { doi: `10.1000/many-${index}` },
    title: `Paper ${index}`,
    authors: [{ name: `Person ${index}` }],
  }));

  /** What a store that is opened now answers. Resolves when it has saved its graph, if it does. */
  const answersNow = async (cap?: number): Promise<unknown> => {
    messages = [];
    const before = inode();
    const store = await open(cap);
    const answers = await answersOf(store);
    if (messages.some((message) => message.startsWith('Computed'))) await isReplaced(before);
    await store.close();
    return answers;
  };
  const inode = (): number | undefined => statSync(file, { throwIfNoEntry: false })?.ino;
  /** Files are written in the background and renamed: waits until another one is there, or cannot be. */
  const isReplaced = async (before: number | undefined): Promise<void> => {
    while (inode() === before && !messages.some((message) => message.includes('could not be saved'))) {
      await pause(20);
    }
  };
  const importAll = async (...all: Parameters<typeof importRecords>[1][]): Promise<void> => {
    const store = await open();
    for (const some of all) await importRecords(store, some);
    await store.close();
  };

  it('gives the answers of a computed one', async () => {
    await fc.assert(
      fc.asyncProperty(drawnRecords(), async (drawn) => {
        rmSync(directory, { recursive: true });
        mkdirSync(directory);
        await importAll(drawn);
        rmSync(file, { force: true });
        const computed = await answersNow();
        expect(messages).toEqual([expect.stringMatching(/^Computed the graph.*it does not exist\.$/)]);
        expect(await answersNow()).toEqual(computed);
        expect(messages).toEqual([expect.stringMatching(/^Read the graph of data version [01] from /)]);
      }),
      { numRuns: 5 },
    );
  }, 120_000);

  it('is there after a large import, and not written by a small one', async () => {
    await importAll(records);
    const { mtimeMs } = statSync(file);
    await importAll(many);
    expect(statSync(file).mtimeMs).toBeGreaterThan(mtimeMs);
    const large = readFileSync(file);
    await importAll([more]);
    expect(readFileSync(file).equals(large)).toBe(true);
  });

  const unusable: [string, () => void, string][] = [
    ['is damaged', () => writeFileSync(file, damaged(readFileSync(file))), 'it is damaged'],
    ['is cut short', () => writeFileSync(file, readFileSync(file).subarray(0, 5_000)), 'it is incomplete'],
    ['is empty', () => writeFileSync(file, ''), 'it is not a file of this program'],
    [
      'is of another program',
      () => writeFileSync(file, 'x'.repeat(9_000)),
      'it is not a file of this program',
    ],
    ['is missing', () => rmSync(file), 'it does not exist'],
  ];

  it.each(unusable)('is computed again if it %s, and the log says why', async (_, spoil, reason) => {
    await importAll(records);
    const before = await answersNow();
    spoil();
    expect(await answersNow()).toEqual(before);
    expect(messages).toEqual([
      expect.stringContaining(`it could not be read from ${file}, because ${reason}`),
    ]);
    expect(await answersNow()).toEqual(before);
    expect(messages).toEqual([expect.stringContaining('Read the graph')]);
  });

  it('is brought up to date if little has changed since it was saved', async () => {
    await importAll([...records, ...many]);
    const old = readFileSync(file);
    await importAll([more]);
    expect(readFileSync(file).equals(old)).toBe(true);
    const updated = await answersNow();
    expect(messages).toEqual([expect.stringMatching(/^Read the graph of data version 2 from /)]);
    rmSync(file);
    expect(await answersNow()).toEqual(updated);
    expect(messages).toEqual([expect.stringMatching(/^Computed the graph/)]);
  });

  it('is written again before the log of changes no longer reaches back to it', async () => {
    await importAll(records);
    const old = inode();
    const store = await open();
    await store.statistics();
    for (let version = 2; version <= 51; version += 1) {
      expect(inode()).toBe(old);
      await importRecords(store, [{ ...more, title: `Title ${version}` }]);
    }
    await isReplaced(old);
    await store.close();
  });

  it('is computed again if much has changed, or if it is of other data or of another cap', async () => {
    await importAll(records);
    const old = readFileSync(file);
    await importAll(many);
    const now = await answersNow();
    writeFileSync(file, old);
    expect(await answersNow()).toEqual(now);
    expect(messages).toEqual([
      expect.stringMatching(/because it is of the state "1 of .*" and "2 of .*" is stored/),
    ]);
    rmSync(directory, { recursive: true });
    mkdirSync(directory);
    await importAll([more]);
    writeFileSync(file, old); // also of data version 1
    const answers = await answersNow();
    expect(messages).toEqual([expect.stringMatching(/because it is of the state "1 of /)]);
    expect(JSON.stringify(answers)).toContain('A Newcomer');
    await answersNow(2);
    expect(messages).toEqual([expect.stringMatching(/"1 of .*, cap 100" and "1 of .*, cap 2" is stored/)]);
  });

  it('that cannot be written or read is named in the log, and nothing else changes', async () => {
    await importAll(records);
    rmSync(file);
    mkdirSync(join(file, 'in the way'), { recursive: true });
    const answers = await answersNow();
    expect(messages).toEqual([
      expect.stringContaining('because EISDIR'),
      expect.stringContaining(`The graph could not be saved to ${file}; the next start computes it again: E`),
    ]);
    expect(readdirSync(directory).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    rmSync(file, { recursive: true });
    expect(await answersNow()).toEqual(answers);
  });

  it('is complete whichever of several servers on one folder writes it', async () => {
    await importAll(records);
    rmSync(file);
    const stores = await Promise.all([open(), open(), open()]);
    const [first, ...others] = await Promise.all(stores.map(answersOf));
    for (const other of others) expect(other).toEqual(first);
    await isReplaced(undefined);
    await Promise.all(stores.map((store) => store.close()));
    expect(await answersNow()).toEqual(first);
    expect(messages).toEqual([expect.stringContaining('Read the graph')]);
  });

  it('is not left half-written when the store closes, and what a killed process left is removed later', async () => {
    await importAll(records);
    rmSync(file);
    const [abandoned, recent] = [`${file}.a.tmp`, `${file}.b.tmp`];
    for (const each of [abandoned, recent]) writeFileSync(each, 'half');
    utimesSync(abandoned, 1, 1);
    const store = await open();
    await store.statistics();
    await store.close();
    expect(readdirSync(directory).filter((name) => /graph\.memory\..*-.*\.tmp/.test(name))).toEqual([]);
    rmSync(recent);
    await answersNow();
    expect(existsSync(abandoned)).toBe(false);
  });
});

/** With one bit in the middle of an array changed. */
const damaged = (bytes: Buffer): Buffer => {
  const place = bytes.length - 100;
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  return bytes;
};
