import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openEmbeddedStore } from '../../src/embedded/index.ts';
import { startProgram } from '../support/program.ts';
import { ada, adasWorks, work } from '../support/sources/drawnWorks.ts';
import { SimulatedOpenAlex } from '../support/sources/simulatedOpenAlex.ts';

const WORKS = 8_000;
const KILLS = 20;

describe('the command sync', () => {
  const directory = mkdtempSync(join(tmpdir(), 'coauthor-graph-sync-'));
  let api: SimulatedOpenAlex;
  beforeAll(async () => {
    api = await new SimulatedOpenAlex({ works: adasWorks(WORKS, 200) }).start();
  });
  afterAll(async () => {
    await api.stop();
    rmSync(directory, { recursive: true });
  });
  const started = (args: string[]) =>
    startProgram(['sync', ...args], { settings: { DATA_DIR: directory, OPENALEX_URL: api.url } });

  it('continues after kill -9 at any moment: nothing is lost, and only the last request is repeated', async () => {
    for (let kill = 0; kill < KILLS; kill += 1) {
      const before = api.requests.length;
      const { child, ended } = started(['openalex', '--orcid', ada.orcid]);
      while (api.requests.length < before + 1 + (kill % 4) && child.exitCode === null) await pause(1);
      await pause(30 * Math.random());
      child.kill('SIGKILL');
      await ended;
    }
    const last = await started(['openalex', '--orcid', ada.orcid]).ended;
    expect([last.code, last.err]).toEqual([0, expect.anything()]);
    expect(new Set(api.lists).size).toBe(WORKS / 100 + 1);
    expect(api.lists.length).toBeLessThanOrEqual(WORKS / 100 + 1 + KILLS);
    const store = await openEmbeddedStore({ directory });
    try {
      expect((await store.statistics()).paperCount).toBe(WORKS);
      const spending = JSON.parse((await store.documents()).get('spending openalex') ?? '') as {
        spent: number;
      };
      expect(spending.spent).toBe(api.lists.length * 100);
    } finally {
      await store.close();
    }
  });

  it('says what it would read, lists its sources, and forgets one', async () => {
    const other = ['openalex', '--filter', 'type:article', '--name', 'articles'];
    const before = await started(['--list']).ended;
    const dry = await started([...other, '--dry-run']).ended;
    expect(dry).toMatchObject({ code: 0, out: 'articles: 16,000 records in 160 requests for $0.016\n' });
    expect((await started(['--list']).ended).out).toBe(before.out);
    expect(before.out).toMatch(
      /^orcid-0000-0002-1825-0097: openalex, orcid 0000-0002-1825-0097; 8,000 records, up to/,
    );
    expect((await started(['--remove', 'articles']).ended).err).toContain('No source with the name articles');
    expect((await started(['--remove', `orcid-${ada.orcid}`]).ended).code).toBe(0);
    const none = await started([]).ended;
    expect([none.code, none.err]).toEqual([2, expect.stringContaining('No live source is stored')]);
  });

  it('asks before it reads very much', async () => {
    const many = await new SimulatedOpenAlex({ works: adasWorks(5_001) }).start();
    const program = startProgram(['sync', 'openalex', '--filter', 'type:article'], {
      settings: { DATA_DIR: directory, OPENALEX_URL: many.url },
    });
    program.child.stdin.end();
    const { code, err } = await program.ended;
    await many.stop();
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(/10,002 records in 101 requests for \$0.0101\. Add --yes/),
    ]);
    expect(many.lists).toHaveLength(1);
  });

  it('asks again before it reads very many works of co-authors, and says what is stored', async () => {
    const adas = adasWorks(40);
    const others = Array.from({ length: 10_001 }, (_, index) => work(1_000 + index, [2, 3]));
    const many = await new SimulatedOpenAlex({ works: [...adas, ...others] }).start();
    const settings = { DATA_DIR: join(directory, 'coauthors'), OPENALEX_URL: many.url };
    const run = ['sync', 'openalex', '--orcid', ada.orcid, '--hops', '1', '--name', 'ada'];
    const program = startProgram(run, { settings });
    program.child.stdin.end();
    const { code, out, err } = await program.ended;
    const { out: list } = await startProgram(['sync', '--list'], { settings }).ended;
    await many.stop();
    expect(code).toBe(1);
    expect(out).toMatch(/^ada: \d+ records read: \d+ new/);
    expect(err).toMatch(
      /records in \d+ requests for \$[\d.]+, of which 40 are read and stored already\. Add --yes/,
    );
    expect(list).toMatch(/40 records, not complete yet\n {2}the last run failed: .*Add --yes/);
  });
});
