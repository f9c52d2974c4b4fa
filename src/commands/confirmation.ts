import { createInterface } from 'node:readline/promises';
import type { SourceState } from '../graph/sources/sourceState.ts';
import { UNASKED_RECORDS, type Estimate } from '../sources/sourceReader.ts';
import { CommandError } from './failure.ts';

export interface ConfirmationOptions {
  /** Only says what would be read. */
  dryRun: boolean;
  /** The user agreed beforehand. */
  yes: boolean;
  /** Called before reading goes on. */
  onConfirmed: () => void;
}

/**
 * Decides from an estimate whether to read a scope. A large scope needs the consent of the user, and the consent is
 * stored.
 */
export const confirmation = ({ dryRun, yes, onConfirmed }: ConfirmationOptions) => {
  let isRunning = false;
  return async (estimate: Estimate, state: SourceState): Promise<boolean> => {
    if (dryRun) {
      process.stdout.write(`${state.name}: ${estimateText(estimate)}\n`);
      return false;
    }
    if (yes) state.isLargeConfirmed = true;
    if (estimate.records > UNASKED_RECORDS && !state.isLargeConfirmed) {
      if (!(await askUser(estimate, state))) return false;
      state.isLargeConfirmed = true;
    }
    if (!isRunning) onConfirmed();
    isRunning = true;
    return true;
  };
};

const askUser = async (estimate: Estimate, { name }: SourceState): Promise<boolean> => {
  const text = `${name}: ${estimateText(estimate)}.`;
  if (!process.stdin.isTTY) {
    throw new CommandError(
      `${text} Add --yes to read them, or read fewer by --most, --from or a narrower scope.`,
    );
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(?:es)?$/i.test((await terminal.question(`${text} Read them? [y/N] `)).trim());
  } finally {
    terminal.close();
  }
};

const estimateText = ({ records, requests, costUsd, more }: Estimate): string =>
  [
    `${records.toLocaleString('en-US')} records in ${requests.toLocaleString('en-US')} requests`,
    ...(costUsd > 0 ? [`for $${costUsd}`] : []),
    ...(more === undefined ? [] : [more]),
  ].join(' ');
