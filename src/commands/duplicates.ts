import { LARGEST_PAGE } from '../graph/model/pages.ts';
import type { DuplicateCandidate } from '../graph/identity/duplicates.ts';
import { fromUnits, toUnits } from '../graph/units.ts';
import { readSettings } from '../settings.ts';
import { CommandError, exitCodes } from './failure.ts';
import { openStore } from './openStore.ts';

export interface DuplicatesOptions {
  minScore: string;
  first: string;
  json: boolean;
}

/**
 * Prints the pairs of authors that are most likely to be one person, with the evidence.
 *
 * @throws CommandError if the value of an option is out of its range
 */
export const listDuplicates = async ({ minScore, first, json }: DuplicatesOptions): Promise<void> => {
  const request = {
    minScore: toUnits(numberIn('min-score', minScore, 0, 1)),
    first: numberIn('first', first, 1, LARGEST_PAGE),
    count: true,
  };
  const store = await openStore(readSettings(process.env));
  try {
    const { entries, total } = await store.duplicates(undefined, request);
    const candidates = entries.map(({ node }) => node);
    const text = json
      ? JSON.stringify(candidates.map(jsonOf), null, 2)
      : [...candidates.map(textOf), `${total} pairs`].join('\n');
    process.stdout.write(`${text}\n`);
  } finally {
    await store.close();
  }
};

const numberIn = (option: string, text: string, least: number, most: number): number => {
  const number = Number(text);
  if (text.trim() !== '' && number >= least && number <= most) return number;
  throw new CommandError(
    `--${option} is ${text}; it must be a number from ${least} to ${most}.`,
    exitCodes.misuse,
  );
};

const jsonOf = ({ authors, score, evidence }: DuplicateCandidate) => ({
  score: fromUnits(score),
  entities: authors.map(({ id, name, paperCount }) => ({ id, name, paperCount })),
  evidence,
});

const textOf = ({ authors, score, evidence }: DuplicateCandidate): string =>
  [
    `${fromUnits(score).toFixed(3)}  ${authors.map(({ name, paperCount }) => `${name} (${paperCount})`).join(' | ')}`,
    ...authors.map(({ id }) => `       ${id}`),
    `       ${evidence.map(({ text }) => text).join('; ')}`,
  ].join('\n');
