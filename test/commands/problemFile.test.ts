import { linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { startProgram } from '../support/program.ts';

/* Tests of the built program: the file to which an import writes its problems. */

const record = '{"title":"One","authors":[{"name":"Ada A"}]}\n';

describe('the file of --problems', () => {
  let folder: string;
  let input: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'problems-'));
    mkdirSync(join(folder, 'input', 'deep'), { recursive: true });
    input = join(folder, 'input', 'deep', 'records.jsonl');
    writeFileSync(input, record);
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const run = (path: string, problems: string) =>
    startProgram(['import', path, '--problems', problems], { settings: { DATA_DIR: join(folder, 'store') } })
      .ended;

  it.each<[string, (files: { folder: string; input: string }) => [path: string, problems: string]]>([
    ['the input', ({ input }) => [input, input]],
    [
      'the input by another spelling',
      ({ input }) => [relative('.', input), `${dirname(input)}/./records.jsonl`],
    ],
    ['in the folder of the input', ({ folder, input }) => [join(folder, 'input'), input]],
    ['new in the folder', ({ folder }) => [join(folder, 'input'), join(folder, 'input', 'new.jsonl')]],
    [
      'a symbolic link to the input',
      ({ folder, input }) => {
        symlinkSync(input, join(folder, 'link'));
        return [input, join(folder, 'link')];
      },
    ],
    [
      'another name of the input',
      ({ folder, input }) => {
        linkSync(input, join(folder, 'second'));
        return [join(folder, 'input'), join(folder, 'second')];
      },
    ],
    [
      'a file to which a link in the folder leads',
      ({ folder }) => {
        writeFileSync(join(folder, 'outside.jsonl'), record);
        symlinkSync(join(folder, 'outside.jsonl'), join(folder, 'input', 'linked.jsonl'));
        return [join(folder, 'input'), join(folder, 'outside.jsonl')];
      },
    ],
  ])('is refused before anything is written if it is %s', async (_, pathsOf) => {
    const [path, problems] = pathsOf({ folder, input });
    const { code, err } = await run(path, problems);
    expect(err).toContain(
      `--problems names ${problems}, which must not be among the files that are read from`,
    );
    expect(code).toBe(2);
    expect(readFileSync(input, 'utf8')).toBe(record);
  });

  it('is written elsewhere, also over an earlier one', async () => {
    writeFileSync(join(folder, 'problems.jsonl'), 'old');
    writeFileSync(input, `${record}no record\n`);
    const { code, err } = await run(join(folder, 'input'), join(folder, 'problems.jsonl'));
    expect([code, err]).toEqual([0, expect.any(String)]);
    expect(readFileSync(join(folder, 'problems.jsonl'), 'utf8')).toContain('"kind":"notJson"');
  });
});
