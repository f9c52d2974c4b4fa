import { readFileSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { correctionLines, readCorrectionLines } from '../graph/corrections/correctionLines.ts';
import {
  correctionKinds,
  type Correction,
  type CorrectionDraft,
  type CorrectionKind,
  type CorrectionOutcome,
} from '../graph/identity/corrections.ts';
import type { GraphStore } from '../graph/store.ts';
import { readSettings } from '../settings.ts';
import { CommandError, exitCodes } from './failure.ts';
import { openStore } from './openStore.ts';

export interface AddOptions {
  papers?: string[];
  into?: string;
  name?: string;
  reason?: string;
  evidence?: string;
  by?: string;
}

/** Prints all corrections, the latest first. */
export const listCorrections = ({ json }: { json: boolean }): Promise<void> =>
  withStore(async (store) => {
    const corrections = await store.corrections();
    if (json) print(JSON.stringify(corrections, null, 2));
    else print(corrections.length > 0 ? corrections.map(lineOf).join('\n') : 'There are no corrections.');
  });

/** @throws CommandError for an unknown kind, and every GraphError of GraphStore.correct */
export const addCorrection = (
  kind: string,
  entityIds: string[],
  { papers, by = userInfo().username, ...options }: AddOptions,
): Promise<void> =>
  withStore(async (store) => {
    const draft: CorrectionDraft = {
      ...options,
      kind: kindOf(kind),
      entityIds,
      by,
      ...(papers && { paperIds: papers }),
    };
    printOutcome(await store.correct(draft));
  });

export const undoCorrection = (id: string, { by = userInfo().username }: { by?: string }): Promise<void> =>
  withStore(async (store) => printOutcome(await store.undoCorrection(id, by)));

/** Writes all corrections to a file as JSON lines. */
export const exportCorrections = (file: string): Promise<void> =>
  withStore(async (store) => {
    const corrections = await store.corrections();
    writeFileSync(file, correctionLines(corrections));
    print(`${corrections.length} corrections were written to ${file}.`);
  });

/** Adds those corrections of a file that are not stored yet, and undoes those that are undone in the file. */
export const importCorrections = (file: string): Promise<void> =>
  withStore(async (store) => {
    const corrections = readCorrectionLines(readText(file));
    const changed = await store.addCorrections(corrections);
    print(`${changed} of ${corrections.length} corrections were new or newly undone.`);
    const ids = new Set(corrections.map(({ id }) => id));
    const idle = (await store.corrections()).filter((each) => ids.has(each.id) && isIdle(each));
    if (idle.length > 0) print(`These have no effect at present:\n${idle.map(lineOf).join('\n')}`);
  });

const withStore = async (work: (store: GraphStore) => Promise<void>): Promise<void> => {
  const store = await openStore(readSettings(process.env));
  try {
    await work(store);
  } finally {
    await store.close();
  }
};

const kindOf = (kind: string): CorrectionKind => {
  const known = correctionKinds.find((each) => each === kind.toUpperCase());
  if (known) return known;
  const names = correctionKinds.join(', ').toLowerCase();
  throw new CommandError(
    `The correction ${kind} does not exist. Corrections are: ${names}.`,
    exitCodes.misuse,
  );
};

const readText = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new CommandError(`${file} cannot be read: ${(error as Error).message}.`, exitCodes.misuse);
  }
};

const isIdle = ({ effective, undoneAt }: Correction): boolean => !effective && undoneAt === undefined;

const lineOf = (correction: Correction): string => {
  const { id, at, kind, entityIds, paperIds = [], into, name, by, reason, undoneAt } = correction;
  const state =
    undoneAt === undefined ? (isIdle(correction) ? 'no effect' : undefined) : `undone ${undoneAt}`;
  const parts = [
    `${kind} ${entityIds.join(' ')}`,
    paperIds.length > 0 && `papers ${paperIds.join(' ')}`,
    into !== undefined && `into ${into}`,
    name !== undefined && `"${name}"`,
    `by ${by}`,
    reason,
    state,
  ].filter(Boolean);
  return `${id}  ${at}  ${parts.join(', ')}`;
};

const printOutcome = ({ correction, entityIds }: CorrectionOutcome): void => {
  print(lineOf(correction));
  if (entityIds.length > 0) print(`The entities are now: ${entityIds.join(' ')}`);
};

const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};
