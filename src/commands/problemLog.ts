import { closeSync, openSync, writeSync } from 'node:fs';
import { problemKinds, type ImportProblem } from '../import/importProblem.ts';
import type { RecordOrigin } from '../import/importRecord.ts';
import { CommandError } from './failure.ts';

/** How many characters are collected in memory before they are written to the file. */
const BUFFER_LENGTH = 64 * 1024;

/** Writes the problems of an import to a file as JSON lines. */
export class ProblemLog {
  readonly #file: number;
  #buffer = '';

  /** @throws CommandError if the file cannot be opened */
  constructor(path: string) {
    try {
      this.#file = openSync(path, 'w');
    } catch (error) {
      throw new CommandError(
        `The file to which the problems of the import are written cannot be opened: ${(error as Error).message}`,
      );
    }
  }

  add({ kind, message }: ImportProblem, origin: RecordOrigin): void {
    const { effect } = problemKinds[kind];
    this.#buffer += `${JSON.stringify({ effect, kind, ...origin, message })}\n`;
    if (this.#buffer.length > BUFFER_LENGTH) this.#flush();
  }

  close(): void {
    this.#flush();
    closeSync(this.#file);
  }

  #flush(): void {
    writeSync(this.#file, this.#buffer);
    this.#buffer = '';
  }
}
