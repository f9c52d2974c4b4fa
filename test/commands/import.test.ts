import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProgram } from '../support/program.ts';

/* Tests of the built program: what an import reads, and its exit code. */

describe('the command import', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'imports-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const start = (...args: string[]) =>
    startProgram(['import', ...args], { settings: { DATA_DIR: join(folder, 'store'), TMPDIR: folder } });
  const written = (name: string, content: string): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const bib = '@misc{a, title={A}, author={Roe, Jane}}\n';

  it.each([[['-']], [['bibtex', '-']], [['--format', 'bibtex', '-']]])(
    'reads standard input: %j',
    async (args) => {
      const program = start(...args);
      program.child.stdin.end(bib);
      const { code, out } = await program.ended;
      expect([code, out]).toEqual([0, '1 records read: 1 new, 0 changed, 0 unchanged\n']);
      expect(readdirSync(folder)).toEqual(['store']);
    },
  );

  it('makes one report of files in several formats', async () => {
    const paths = [written('a.bib', bib), written('b.ris', 'TY  - JOUR\nTI  - B\nAU  - Roe, J\nER  - \n')];
    const { code, out } = await start(...paths, written('notes.txt', 'nothing')).ended;
    expect(code).toBe(0);
    expect(out).toContain('2 records read: 2 new');
    expect(out).toContain(
      `1 skipped: files in no known format\n  ${join(folder, 'notes.txt')}:1: the file is in no known format`,
    );
  });

  it('fails if everything was skipped, and succeeds if there was nothing to read', async () => {
    const broken = await start('jsonl', written('broken.jsonl', 'no record\n')).ended;
    expect([broken.code, broken.err]).toEqual([1, expect.stringContaining('Nothing was imported')]);
    expect(broken.out).toContain('1 skipped: lines that are not JSON');
    const empty = await start(written('empty.json', '[]')).ended;
    expect([empty.code, empty.out]).toEqual([0, expect.stringContaining('1 noted: files without records')]);
  });
});
