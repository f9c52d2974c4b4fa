import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { openEmbeddedStore } from '../../src/embedded/index.ts';
import { GraphError } from '../../src/graph/errors.ts';
import { importRecords } from '../support/stores.ts';

/* Data files that are not what they should be: refused in words that name them, and left byte for byte. */

describe('a data folder', () => {
  const directory = mkdtempSync(join(tmpdir(), 'coauthor-graph-files-'));
  const whole = join(directory, 'whole');
  let folder = '';
  let file = '';
  let round = 0;
  beforeAll(async () => {
    const store = await openEmbeddedStore({ directory: whole });
    const papers = Array.from({ length: 300 }, (_, paper) => ({
      ids: { doi: `10.1000/${paper}` },
      title: `Paper ${paper}`,
      authors: [{ name: `Author ${paper % 50}` }, { name: `Author ${paper % 7}` }],
    }));
    await importRecords(store, papers);
    await store.close();
  });
  afterAll(() => rmSync(directory, { recursive: true }));
  beforeEach(() => {
    folder = join(directory, String((round += 1)));
    mkdirSync(folder);
    file = join(folder, 'graph.sqlite');
  });

  const opening = () => openEmbeddedStore({ directory: folder }).then((store) => store.close());
  const database = (text: string) => {
    const made = new DatabaseSync(file);
    made.exec(text);
    made.close();
  };
  const copyOfWhole = (): Buffer => {
    cpSync(whole, folder, { recursive: true });
    return readFileSync(file);
  };

  const unusable: [string, () => void, string][] = [
    ['a text', () => writeFileSync(file, 'papers\n'.repeat(1_000)), 'it is not a database file'],
    ['a file of one byte', () => writeFileSync(file, 'S'), 'it is not a database file'],
    [
      'another program’s database',
      () => database('CREATE TABLE song (name); PRAGMA application_id = 7'),
      'it is the database of another program',
    ],
    [
      'another program’s database without a mark',
      () => database('CREATE TABLE song (name)'),
      'it is the database of another program',
    ],
    [
      'a file of a newer version',
      () => {
        copyOfWhole();
        database('PRAGMA user_version = 99');
      },
      'it was written by a newer version of this program (format 99; this one reads up to 2)',
    ],
    [
      'a file that is incomplete',
      () => truncateSync(file, Math.floor(copyOfWhole().length / 2)),
      'it is incomplete',
    ],
    [
      'a file whose first page is garbage behind its header',
      () => writeFileSync(file, copyOfWhole().fill(0xa5, 100, 4_096)),
      'it is damaged',
    ],
  ];

  it.each(unusable)('with %s is refused, and the file left as it is', async (_, make, reason) => {
    make();
    const before = readFileSync(file);
    await expect(opening()).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: expect.stringContaining(`The data file ${file} cannot be used: ${reason}`),
    });
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('of an earlier version without the indexes of claims gets them', async () => {
    copyOfWhole();
    database('DROP INDEX authorship_by_claims; DROP INDEX entity_by_claims');
    await opening();
    const opened = new DatabaseSync(file);
    const indexes = opened.prepare(
      `SELECT name FROM sqlite_master WHERE name LIKE '%_by_claims' ORDER BY name`,
    );
    expect(indexes.all()).toEqual([{ name: 'authorship_by_claims' }, { name: 'entity_by_claims' }]);
    opened.close();
  });

  it('with a folder where the file should be is refused', async () => {
    mkdirSync(file);
    await expect(opening()).rejects.toMatchObject({
      message: `The data file ${file} cannot be used: it is not a regular file. It was left as it is.`,
    });
  });

  it('that is a file is refused', async () => {
    rmSync(folder, { recursive: true });
    writeFileSync(folder, '');
    await expect(opening()).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: expect.stringContaining(`The data folder ${folder} cannot be created`),
    });
  });

  it('with an empty file, as a full disk or a crash may leave one, is begun', async () => {
    writeFileSync(file, '');
    const store = await openEmbeddedStore({ directory: folder });
    expect((await store.statistics()).paperCount).toBe(0);
    await store.close();
  });

  it('has all that was imported in the one file that people copy', async () => {
    copyOfWhole();
    rmSync(`${file}-wal`, { force: true });
    rmSync(`${file}-shm`, { force: true });
    const store = await openEmbeddedStore({ directory: folder });
    expect((await store.statistics()).paperCount).toBe(300);
    await store.close();
  });

  it('whose file was written before there were corrections can be corrected', async () => {
    cpSync(whole, folder, { recursive: true });
    database('DROP TABLE kept');
    const store = await openEmbeddedStore({ directory: folder });
    const page = await store.list('AUTHOR', { first: 2, order: ['id'], count: false });
    const ids = page.entries.map(({ node }) => node.id);
    expect((await store.correct({ kind: 'SAME', entityIds: ids, by: 'Cora' })).entityIds).toEqual([ids[0]]);
    expect(await store.corrections()).toHaveLength(1);
    await store.close();
  });

  it('whose file is damaged anywhere fails what needs it, and never ends the program', async () => {
    const intact = copyOfWhole();
    for (let damage = 0; damage < 60; damage += 1) {
      const bytes = Buffer.from(intact);
      const place = (damage * 7_919) % bytes.length;
      bytes.fill(damage, place, Math.min(place + 2_000, bytes.length));
      rmSync(folder, { recursive: true });
      mkdirSync(folder);
      writeFileSync(file, bytes);
      const failure = await openEmbeddedStore({ directory: folder })
        .then(async (store) => {
          try {
            await store.statistics();
            await store.entities(Array.from({ length: 300 }, (_, paper) => `paper:doi:10.1000/${paper}`));
          } finally {
            await store.close();
          }
        })
        .catch((fault: unknown) => fault);
      if (failure === undefined) continue; // where nothing stood, or nothing that was asked for
      expect(failure).toBeInstanceOf(Error);
      if (failure instanceof GraphError) expect(failure.code).toBe('STORE_UNAVAILABLE');
    }
  });

  it('that this user may not write is refused in words', () => {
    copyOfWhole();
    chmodSync(file, 0o444);
    chmodSync(folder, 0o555);
    chmodSync(directory, 0o755);
    const { status, stderr } = asNobody(['stats'], folder);
    expect([status, stderr]).toEqual([
      1,
      `coauthor-graph: The data file ${file} cannot be used: the user who runs this program may not read and write it. It was left as it is.\n`,
    ]);
    chmodSync(folder, 0o755);
    const missing = asNobody(['stats'], join(folder, 'new'));
    expect(missing.status).toBe(1);
    expect(missing.stderr).toContain(`The data folder ${join(folder, 'new')} cannot be created`);
    rmSync(file);
    const readOnly = asNobody(['stats'], folder);
    expect(readOnly.status).toBe(1);
    expect(readOnly.stderr).toContain(`The data file ${file} cannot be used: `);
  });

  it('keeps another program’s files beside its own', async () => {
    copyOfWhole();
    const other = join(folder, 'notes.txt');
    appendFileSync(other, 'mine');
    await opening();
    expect(existsSync(other)).toBe(true);
  });
});

const program = join(import.meta.dirname, '..', '..', 'dist', 'cli.js');

/** Runs the built program; the superuser, who may do everything, becomes one who may not. */
const asNobody = (args: string[], directory: string) =>
  spawnSync(process.execPath, [program, ...args], {
    env: { PATH: process.env['PATH'] ?? '', DATA_DIR: directory },
    encoding: 'utf8',
    ...(process.getuid?.() === 0 && { uid: 65_534, gid: 65_534 }),
  });
