import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** The argument that stands for standard input. */
const STANDARD_INPUT = '-';

/**
 * Copies standard input to a temporary file if `-` is among the arguments, because some formats read a file more than
 * once. The name of the file contains a checksum of its content. Imports treat people of the same name in one file as
 * one person, so different inputs must have different file names.
 *
 * @returns the arguments with the file instead of `-`, and a function that removes the file
 */
export const withStandardInput = async (
  args: readonly string[],
  signal: AbortSignal,
): Promise<{ args: readonly string[]; remove: () => Promise<void> }> => {
  if (!args.includes(STANDARD_INPUT)) return { args, remove: () => Promise.resolve() };
  const folder = await mkdtemp(join(tmpdir(), 'coauthor-graph-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true });
  let file = join(folder, 'standard-input');
  try {
    await pipeline(process.stdin, createWriteStream(file), { signal });
    const hash = createHash('sha256');
    await pipeline(createReadStream(file), hash, { signal });
    const named = `${file}-${hash.digest('hex').slice(0, 8)}`;
    await rename(file, named);
    file = named;
  } catch (error) {
    await remove();
    throw error;
  }
  return { args: args.map((arg) => (arg === STANDARD_INPUT ? file : arg)), remove };
};
