import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { startProgram, type ProgramOptions } from '../support/program.ts';

/* Tests of the built program. test/neo4j/bulkFiles.test.ts imports such files into a database. */

const directory = mkdtempSync(join(tmpdir(), 'coauthor-graph-bulk-command-'));
afterAll(() => {
  rmSync(directory, { recursive: true });
});

const records = (count: number): string => {
  const file = join(directory, `${count}.jsonl`);
  const lines = Array.from({ length: count }, (_, index) =>
    JSON.stringify({
      ids: { doi: `10.1000/${index}` },
      title: `Paper ${index}`,
      abstract: `Text ${index}, `.repeat(50),
      authors: [0, 1, 2].map((place) => ({ name: `Author ${(index * 7 + place * 13) % 900}` })),
    }),
  );
  writeFileSync(file, lines.join('\n'));
  return file;
};

const started = (folder: string, paths: string[], options: ProgramOptions = {}) =>
  startProgram(['import', ...paths, '--bulk-files', folder], {
    ...options,
    settings: { DATA_DIR: join(directory, 'unused') },
  });

/** Waits until the program has begun to import. */
const untilBegun = async (folder: string): Promise<void> => {
  while (!existsSync(join(folder, 'store', 'graph.sqlite'))) await pause(5);
};

describe('import --bulk-files', () => {
  it('writes files with headers and a script, and leaves the store alone', async () => {
    const folder = join(directory, 'new', 'folder');
    const { code, out, err } = await started(folder, [records(3)]).ended;
    expect([code, out]).toEqual([0, '3 records read: 3 new, 0 changed, 0 unchanged\n']);
    expect(err).toContain(`import them into a new database with: sh ${folder}/import.sh\n`);
    expect(readdirSync(folder)).toEqual(
      expect.arrayContaining(['AUTHORED-header.csv', 'AUTHORED.csv.gz', 'Paper.csv.gz', 'import.sh']),
    );
    expect(readdirSync(folder)).not.toContain('store');
    const [header] = readFileSync(join(folder, 'Paper-header.csv'), 'utf8').split('\n');
    expect(header).toMatch(/^:ID,id:string,keys:string\[\],/);
    const rows = gunzipSync(readFileSync(join(folder, 'Paper.csv.gz'))).toString();
    expect(rows.match(/"Paper \d"/g)).toEqual(['"Paper 0"', '"Paper 1"', '"Paper 2"']);
    expect(existsSync(join(directory, 'unused'))).toBe(false);

    const again = await started(folder, [records(3)]).ended;
    expect(again.code).toBe(1);
    expect(again.err).toContain(
      `The folder ${folder} is not empty. It holds complete bulk files: import them`,
    );
  });

  it('refuses a folder with other files, and a file', async () => {
    const folder = join(directory, 'occupied');
    mkdirSync(folder);
    writeFileSync(join(folder, 'notes.txt'), 'mine');
    const { code, err } = await started(folder, [records(3)]).ended;
    expect([code, err]).toEqual([
      1,
      `coauthor-graph: The folder ${folder} is not empty. Name a new or empty folder.\n`,
    ]);
    expect(readdirSync(folder)).toEqual(['notes.txt']);
    const onFile = await started(join(folder, 'notes.txt'), [records(3)]).ended;
    expect(onFile.code).toBe(1);
    expect(onFile.err).toContain('The folder for the bulk files cannot be used: EEXIST');
  });

  it('needs files to import, and creates no folder without them', async () => {
    const folder = join(directory, 'never');
    const { code, err } = await started(folder, []).ended;
    expect([code, err]).toEqual([2, 'coauthor-graph: The path of a file or folder to import is missing.\n']);
    expect(existsSync(folder)).toBe(false);
  });

  it('leaves the folder empty when the disk is full', async () => {
    const folder = join(directory, 'full');
    const { code, out, err } = await started(folder, [records(3_000)], { largestFile: 300 }).ended;
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('The import failed');
    expect(readdirSync(folder)).toEqual([]);
  }, 120_000);

  it('leaves the folder empty when it is interrupted', async () => {
    const folder = join(directory, 'interrupted');
    const { child, ended } = started(folder, [records(4_000)]);
    await untilBegun(folder);
    child.kill('SIGINT');
    const { code, err } = await ended;
    expect(code).toBe(1);
    expect(err).toContain('The import was aborted.');
    expect(readdirSync(folder)).toEqual([]);
  }, 120_000);

  it('says what to do with the folder of a run that was killed', async () => {
    const folder = join(directory, 'killed');
    const file = records(4_000);
    const { child, ended } = started(folder, [file]);
    await untilBegun(folder);
    child.kill('SIGKILL');
    await ended;
    expect(existsSync(join(folder, 'import.sh'))).toBe(false);
    const { code, err } = await started(folder, [file]).ended;
    expect(code).toBe(1);
    expect(err).toContain(
      'An earlier run was killed before its files were complete: delete the folder and run the command again.',
    );
  }, 120_000);
});
