import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const findPython = (): string | undefined =>
  ['python3', '/usr/bin/python3'].find(
    (python) => spawnSync(python, ['-c', 'import acl_anthology'], { stdio: 'ignore' }).status === 0,
  );

/** Why the library of the Anthology's owners cannot be asked; undefined if it can. */
export const anthologyLibraryMissing = (): string | undefined =>
  findPython() === undefined ? 'no acl-anthology: pip install acl-anthology' : undefined;

/** The ids of the authors of each paper, in printed order, as the library of the Anthology's owners says. */
export const authorsByLibrary = (folder: string): Map<string, string[]> => {
  const script = fileURLToPath(new URL('anthologyLibrary.py', import.meta.url));
  const lines = execFileSync(findPython() ?? '', [script, folder], { encoding: 'utf8', maxBuffer: 2 ** 27 });
  return new Map(
    lines
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as [string, string[]]),
  );
};
