import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DatabaseSync } from '@photostructure/sqlite';
import { openEmbeddedStore } from '../../src/embedded/index.ts';
import { startProgram } from './program.ts';

/** What was found after a number of `kill -9`. */
export interface Kills {
  kills: number;
  /** The state before the import. */
  before: number;
  /** The state after it, whole. */
  after: number;
  /** Anything else: what must not be. */
  other: string[];
}

const PAPERS = 4_000;

/** Records in a file, of papers that have something of everything. */
const writeRecords = (file: string, first: number, count: number): void => {
  const lines = Array.from({ length: count }, (_, index) => {
    const paper = first + index;
    return JSON.stringify({
      ids: { doi: `10.1000/${paper}` },
      title: `Paper number ${paper}`,
      year: 1990 + (paper % 30),
      authors: [0, 1, 2].map((place) => ({
        name: `Author ${(paper * 7 + place * 13) % 900}`,
        affiliations: [{ name: `Institution ${paper % 40}` }],
      })),
      topics: [{ name: `Topic ${paper % 50}` }],
      references: [`doi:10.1000/${(paper * 3) % (first + count)}`],
    });
  });
  writeFileSync(file, `${lines.join('\n')}\n`);
};

/** Kills imports into a graph that is there, each at a random point, and looks what is stored then. */
export const killImports = async (rounds: number): Promise<Kills> => {
  const directory = mkdtempSync(join(tmpdir(), 'coauthor-graph-kills-'));
  const [base, work] = [join(directory, 'base'), join(directory, 'work')];
  const [few, many] = [join(directory, 'few.jsonl'), join(directory, 'many.jsonl')];
  writeRecords(few, 0, 300);
  writeRecords(many, 100, PAPERS);
  const importing = (file: string, into: string) =>
    startProgram(['import', 'jsonl', file], { settings: { DATA_DIR: into } });
  try {
    const { code, err } = await importing(few, base).ended;
    if (code !== 0) throw new Error(err);
    const before = await contentsOf(base);
    cpSync(base, work, { recursive: true });
    const began = performance.now();
    await importing(many, work).ended;
    // Measured again by each import that ends before it is killed: else one slow import here, on a machine that
    // is busy for a moment, would put every later kill after the end.
    let whole = performance.now() - began;
    const after = await contentsOf(work);
    if (after === before) throw new Error('The import changed nothing.');
    const found: Kills = { kills: 0, before: 0, after: 0, other: [] };
    while (found.kills < rounds) {
      rmSync(work, { recursive: true });
      cpSync(base, work, { recursive: true });
      const began = performance.now();
      const { child, ended } = importing(many, work);
      // half of them anywhere, half of them near the end, where it is saved
      const moment = whole * (found.kills % 2 === 0 ? Math.random() : 0.7 + 0.35 * Math.random());
      await Promise.race([pause(moment, undefined, { ref: false }), ended]);
      child.kill('SIGKILL');
      if ((await ended).signal !== 'SIGKILL') {
        whole = performance.now() - began; // it was done
        continue;
      }
      found.kills += 1;
      count(found, await contentsOf(work), { before, after });
    }
    const next = await importing(many, work).ended;
    if (next.code !== 0 || (await contentsOf(work)) !== after) found.other.push(`the next: ${next.err}`);
    return found;
  } finally {
    rmSync(directory, { recursive: true });
  }
};

/** Kills servers as they start on an empty folder and give it the seed, and looks whether the next one serves. */
export const killStarts = async (rounds: number): Promise<Kills> => {
  const directory = mkdtempSync(join(tmpdir(), 'coauthor-graph-kills-'));
  const settings = { DATA_DIR: join(directory, 'data'), PORT: '0' };
  const serving = () => startProgram(['serve'], { settings });
  try {
    const began = performance.now();
    const first = serving();
    await first.listening();
    const whole = performance.now() - began;
    first.child.kill('SIGTERM');
    await first.ended;
    const after = await contentsOf(settings.DATA_DIR);
    const found: Kills = { kills: 0, before: 0, after: 0, other: [] };
    for (; found.kills < rounds; found.kills += 1) {
      rmSync(settings.DATA_DIR, { recursive: true });
      const { child, ended } = serving();
      await pause(whole * 1.1 * Math.random());
      child.kill('SIGKILL');
      await ended;
      count(found, await contentsOf(settings.DATA_DIR), { before: EMPTY, after });
    }
    const next = serving();
    await next.listening();
    next.child.kill('SIGTERM');
    await next.ended;
    if ((await contentsOf(settings.DATA_DIR)) !== after)
      found.other.push('the next start has not all of the seed');
    return found;
  } finally {
    rmSync(directory, { recursive: true });
  }
};

const count = (
  found: Kills,
  contents: string,
  { before, after }: { before: string; after: string },
): void => {
  if (contents === before) found.before += 1;
  else if (contents === after) found.after += 1;
  else found.other.push(contents);
};

const tables = ['entity', 'alias', 'paper', 'authorship', 'affiliation', 'about', 'reference', 'spelling'];
const EMPTY = [...tables.map(() => 0), 'ok'].join(' ');

/** How many rows every table has, and whether the file is sound. The store itself has to open it, too. */
const contentsOf = async (directory: string): Promise<string> => {
  const store = await openEmbeddedStore({ directory });
  await store.statistics();
  await store.close();
  const database = new DatabaseSync(join(directory, 'graph.sqlite'));
  try {
    const counts = tables.map(
      (table) => (database.prepare(`SELECT count(*) AS rows FROM ${table}`).get() as { rows: number }).rows,
    );
    const check = database.prepare('PRAGMA integrity_check').all() as { integrity_check: string }[];
    return [...counts, ...check.map((each) => each.integrity_check)].join(' ');
  } finally {
    database.close();
  }
};
