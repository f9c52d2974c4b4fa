import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { exporters, exportNames, type Parameters } from '../export/exporters.ts';
import { readSettings } from '../settings.ts';
import { CommandError, exitCodes } from './failure.ts';
import { openStore } from './openStore.ts';

export interface ExportOptions {
  format?: string;
  output?: string;
  depth?: string;
  kinds?: string;
  relations?: string;
  perKind?: string;
  most?: string;
}

/** Here nobody else waits, and papers are written as they are read. */
const bounds = { papers: Infinity, ids: Infinity };

/**
 * Writes an export to a file, or to standard output; what was left out of it is said on standard error.
 *
 * @throws CommandError where there is no such export, and where the file cannot be written.
 */
export const exportFile = async (
  what: string,
  ids: readonly string[],
  options: ExportOptions,
): Promise<void> => {
  const name = exportNames.find((each) => each === what);
  if (name === undefined) {
    const names = exportNames.join(', ');
    throw new CommandError(`There is no export ${what}. The exports are: ${names}.`, exitCodes.misused);
  }
  const { output, ...asked } = options;
  const given = { [name === 'collaborators' ? 'id' : 'ids']: ids, ...mapped(asked) };
  const parameters: Parameters = new Map(Object.entries(given).filter(([, texts]) => texts.length > 0));
  const store = await openStore(readSettings(process.env));
  try {
    const file = await exporters[name](store, parameters, bounds);
    if (file.cut !== null) process.stderr.write(`${file.cut}\n`);
    await written(file.pieces, output);
  } finally {
    await store.close();
  }
};

const written = async (pieces: AsyncIterable<string>, output: string | undefined): Promise<void> => {
  try {
    if (output === undefined) await pipeline(pieces, process.stdout, { end: false });
    else await pipeline(pieces, createWriteStream(output));
  } catch (error) {
    const { code, syscall, message } = error as NodeJS.ErrnoException;
    if (code === 'EPIPE') return; // whoever read it has enough
    if (syscall === undefined) throw error;
    throw new CommandError(`The export could not be written: ${message}`);
  }
};

const mapped = (options: Readonly<Record<string, string | undefined>>): Record<string, readonly string[]> =>
  Object.fromEntries(
    Object.entries(options).map(([option, text]) => [option, text === undefined ? [] : [text]]),
  );
