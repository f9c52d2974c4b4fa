import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openEmbeddedStore } from '../../src/embedded/index.ts';
import { startProgram } from '../support/program.ts';
import { importRecords } from '../support/stores.ts';

describe('one data folder', () => {
  let directory = '';
  let settings: Record<string, string> = {};
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'coauthor-graph-processes-'));
    settings = { DATA_DIR: join(directory, 'data'), PORT: '0' };
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  const papers = (count: number, titleLength = 10) =>
    Array.from({ length: count }, (_, paper) => ({
      ids: { doi: `10.1000/${paper}` },
      title: `${paper} ${'x'.repeat(titleLength)}`,
      authors: [{ name: `Author ${paper % 20}` }, { name: `Author ${paper % 7}` }],
    }));
  const fileOf = (records: object[]): string => {
    const file = join(directory, 'papers.jsonl');
    writeFileSync(file, records.map((record) => JSON.stringify(record)).join('\n'));
    return file;
  };
  const papersAt = async (address: string): Promise<number> => {
    const response = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ statistics { paperCount } }"}',
    });
    const answer = (await response.json()) as { data: { statistics: { paperCount: number } } };
    return answer.data.statistics.paperCount;
  };

  it('is begun and served by several programs at once', async () => {
    const programs = Array.from({ length: 3 }, () => startProgram(['serve'], { settings }));
    const addresses = await Promise.all(programs.map(({ listening }) => listening()));
    for (const address of addresses) {
      while ((await papersAt(address)) === 0) await pause(50); // another one may be filling it yet
    }
    const counts = await Promise.all(addresses.map(papersAt));
    expect(new Set(counts).size).toBe(1);
    for (const { child } of programs) child.kill('SIGTERM');
    for (const { ended } of programs) expect(await ended).toMatchObject({ code: 0, err: '' });
  });

  it('takes one import at a time, and is read meanwhile', async () => {
    const store = await openEmbeddedStore({ directory: settings['DATA_DIR']! });
    await importRecords(store, papers(5));
    const session = await store.beginImport();
    const { code, err } = await startProgram(['import', 'jsonl', fileOf(papers(10))], { settings }).ended;
    expect(code).toBe(1);
    expect(err).toMatch(
      /^coauthor-graph: Another import into this data folder is running\. .* when it has ended\.\n$/m,
    );
    const { out } = await startProgram(['stats', '--json'], { settings }).ended;
    expect(JSON.parse(out)).toMatchObject({ paperCount: 5 });
    await session.abandon();
    expect((await startProgram(['import', 'jsonl', fileOf(papers(10))], { settings }).ended).code).toBe(0);
    while ((await store.statistics()).paperCount === 5) await pause(50); // noticed by itself
    expect((await store.statistics()).paperCount).toBe(10);
    await store.close();
  });

  it('on a full disk is served without a saved graph, and the log says so', async () => {
    expect((await startProgram(['import', 'jsonl', fileOf(papers(21_000))], { settings }).ended).code).toBe(
      0,
    );
    const folder = settings['DATA_DIR']!;
    rmSync(join(folder, 'graph.memory'));
    const { child, said, ended, listening } = startProgram(['serve'], { settings, largestFile: 500 });
    expect(await papersAt(await listening())).toBe(21_000);
    while (!said.out.includes('could not be saved')) await pause(50);
    expect(said.out).toMatch(
      /could not be saved to .*graph\.memory; the next start computes it again: EFBIG/,
    );
    expect(readdirSync(folder).filter((name) => name.startsWith('graph.memory'))).toEqual([]);
    child.kill('SIGTERM');
    expect(await ended).toMatchObject({ code: 0, err: '' });
  }, 240_000);

  it('on a full disk fails the import in words, is as before it, and takes the next one', async () => {
    const first = await startProgram(['import', 'jsonl', fileOf(papers(20))], { settings }).ended;
    expect(first.code).toBe(0);
    const file = fileOf(papers(3_000, 1_000));
    const { code, err } = await startProgram(['import', 'jsonl', file], { settings, largestFile: 1_000 })
      .ended;
    expect(code).toBe(1);
    expect(err).toMatch(
      /coauthor-graph: The import failed and was rolled back; the stored graph is unchanged: (?:database or disk is full|disk I\/O error)/,
    );
    const store = await openEmbeddedStore({ directory: settings['DATA_DIR']! });
    expect((await store.statistics()).paperCount).toBe(20);
    await store.close();
    expect((await startProgram(['import', 'jsonl', file], { settings }).ended).code).toBe(0);
    const { out } = await startProgram(['stats', '--json'], { settings }).ended;
    expect(JSON.parse(out)).toMatchObject({ paperCount: 3_000 });
  });
});
