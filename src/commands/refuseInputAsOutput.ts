import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { anyFileName } from '../import/formats/reading/fileNames.ts';
import { listSourceFiles } from '../import/formats/reading/sourceFiles.ts';
import { CommandError, exitCodes } from './failure.ts';

/**
 * Refuses to write a file that the command reads, or that is in a folder which the command reads. This also works if
 * the paths are spelled differently or lead through links.
 *
 * @param option the option that names the output, for the message
 * @throws CommandError
 */
export const refuseInputAsOutput = async (
  option: string,
  output: string,
  inputs: readonly string[],
): Promise<void> => {
  const place = await placeOf(output);
  const identity = await identityOf(output);
  for (const input of inputs) {
    const isInside = `${place}${sep}`.startsWith(`${await placeOf(input)}${sep}`);
    if (!isInside && (identity === undefined || !(await filesIn(input)).has(identity))) continue;
    throw new CommandError(
      `${option} names ${output}, which must not be among the files that are read from ${input}. Name another file.`,
      exitCodes.misuse,
    );
  }
};

/**
 * The absolute path with all links resolved. For a file that does not exist yet, only the links in the path of its
 * folder are resolved.
 */
const placeOf = (path: string): Promise<string> =>
  realpath(path)
    .catch(async () => join(await realpath(dirname(resolve(path))), basename(path)))
    .catch(() => resolve(path));

/** Device and number of a file, which are the same for all its names; undefined if it does not exist. */
const identityOf = async (path: string): Promise<string | undefined> => {
  const entry = await stat(path, { bigint: true }).catch(() => undefined);
  return entry && `${entry.dev}:${entry.ino}`;
};

/**
 * The identities (see identityOf) of a file, or of all files in a folder. A link in the folder has the identity of the
 * file to which it leads.
 */
const filesIn = async (input: string): Promise<ReadonlySet<string | undefined>> => {
  const files = await listSourceFiles([input], anyFileName);
  return new Set(await Promise.all(files.map(({ path }) => identityOf(path))));
};
