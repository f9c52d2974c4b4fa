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

/** The command line needs no limits, because papers are written while further ones are read. */
const limits = { papers: Infinity, ids: Infinity };

/**
 * Writes an export to a file or to standard output. If the file does not contain everything, a sentence on standard
 * error says what was left out.
 *
 * @throws CommandError if the export does not exist or the file cannot be written
 */
export const exportFile = async (
  exportName: string,
  ids: readonly string[],
  options: ExportOptions,
): Promise<void> => {
  const name = exportNames.find((each) => each === exportName);
  if (name === undefined) {
    const names = exportNames.join(', ');
    throw new CommandError(
      `The export ${exportName} does not exist. The exports are: ${names}.`,
      exitCodes.misuse,
    );
  }
  const { output, ...others } = options;
  const parameters: Parameters = new Map(
    Object.entries({ [name === 'collaborators' ? 'id' : 'ids']: ids, ...others })
      .map(([key, value]) => [key, [value].flat()] as const)
      .filter(([, values]) => values.length > 0),
  );
  const store = await openStore(readSettings(process.env));
  try {
    const file = await exporters[name](store, parameters, limits);
    if (file.cut !== null) process.stderr.write(`${file.cut}\n`);
    await write(file.chunks, output);
  } finally {
    await store.close();
  }
};

const write = async (chunks: AsyncIterable<string>, output: string | undefined): Promise<void> => {
  try {
    if (output === undefined) await pipeline(chunks, process.stdout, { end: false });
    else await pipeline(chunks, createWriteStream(output));
  } catch (error) {
    const { code, syscall, message } = error as NodeJS.ErrnoException;
    if (code === 'EPIPE') return; // not an error: the program that reads the output has ended
    if (syscall === undefined) throw error;
    throw new CommandError(`The export could not be written: ${message}`);
  }
};
