import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { badInput } from '../../../graph/errors.ts';
import { compareTexts } from '../../../graph/model/compareTexts.ts';
import type { ReadingProgress } from '../../importRecord.ts';
import type { FileNames } from './fileNames.ts';

export interface SourceFile {
  path: string;
  bytes: number;
}

/**
 * Lists the files of some paths. A path of a file is included whatever its name. From a folder and its subfolders, only
 * files whose names match are included. Order: paths as given; inside a folder first its files by name, then its
 * subfolders by name.
 *
 * @throws GraphError BAD_USER_INPUT for a path that does not exist, or a folder without a matching file
 */
export const listSourceFiles = async (paths: readonly string[], names: FileNames): Promise<SourceFile[]> => {
  if (paths.length === 0) throw badInput('paths', 'The path of a file or folder to import is missing.');
  const files: SourceFile[] = [];
  for (const path of paths) {
    const entry = await entryAt(path);
    if (entry.isFile()) {
      files.push({ path, bytes: entry.size });
      continue;
    }
    const below = await filesBelow(path, names.pattern);
    if (below.length === 0) {
      throw badInput('paths', `${path} contains no file with a name that ends in ${names.description}.`);
    }
    files.push(...below);
  }
  return files;
};

/** Adds the sizes of all files to the progress before reading begins. */
export const addToTotal = (files: readonly SourceFile[], progress: ReadingProgress): void => {
  progress.bytesTotal += files.reduce((total, file) => total + file.bytes, 0);
};

const entryAt = async (path: string) => {
  const entry = await stat(path).catch((cause: unknown) => {
    throw badInput('paths', `${path} cannot be read: ${problemOf(cause)}.`);
  });
  if (!entry.isFile() && !entry.isDirectory()) {
    throw badInput('paths', `${path} is neither a file nor a folder.`);
  }
  return entry;
};

const problemOf = (cause: unknown): string => {
  const code = (cause as NodeJS.ErrnoException).code;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'there is no such file or folder';
  if (code === 'EACCES' || code === 'EPERM') return 'access is denied';
  return code ?? String(cause);
};

const filesBelow = async (folder: string, names: RegExp): Promise<SourceFile[]> => {
  const entries = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => !entry.name.startsWith('.'))
    .sort((left, right) => compareTexts(left.name, right.name));
  const files: SourceFile[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    // links to folders are not followed, because they can form a cycle
    if (entry.isDirectory() || !names.test(entry.name)) continue;
    const target = await stat(path).catch(() => undefined);
    if (target?.isFile()) files.push({ path, bytes: target.size });
  }
  for (const entry of entries) {
    if (entry.isDirectory()) files.push(...(await filesBelow(join(folder, entry.name), names)));
  }
  return files;
};
