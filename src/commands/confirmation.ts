import { createInterface } from 'node:readline/promises';
import { counted } from '../graph/counted.ts';
import type { SourceState } from '../graph/sources/sourceState.ts';
import { SourceError } from '../sources/sourceError.ts';
import { UNASKED_RECORDS, type Estimate } from '../sources/sourceReader.ts';

interface ConfirmationOptions {
  /** If true, only prints how much would be read. */
  dryRun: boolean;
  /** If true, the user is not asked: the option --yes was given. */
  yes: boolean;
  /** Called once, before the first source is read. */
  onConfirmed: () => void;
}

/**
 * Decides whether to read a source, from an estimate of its size. For a large source the user has to agree, once: the
 * answer is stored with the source.
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
  const text = `${estimateText(estimate)}${alreadyReadText(estimate)}.`;
  if (!process.stdin.isTTY) {
    throw new SourceError(
      'NOT_CONFIRMED',
      `${text} Add --yes to read them, or read fewer by --most, --from or a narrower scope.`,
    );
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(?:es)?$/i.test((await terminal.question(`${name}: ${text} Read them? [y/N] `)).trim());
  } finally {
    terminal.close();
  }
};

const alreadyReadText = ({ recordsRead }: Estimate): string =>
  recordsRead === 0 ? '' : `, of which ${recordsRead.toLocaleString('en-US')} are read and stored already`;

const estimateText = ({ records, requests, costUsd, more }: Estimate): string =>
  [
    `${counted(records, 'record')} in ${counted(requests, 'request')}`,
    ...(costUsd > 0 ? [`for $${costUsd}`] : []),
    ...(more === undefined ? [] : [more]),
  ].join(' ');
