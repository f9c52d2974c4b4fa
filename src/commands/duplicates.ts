import { LARGEST_PAGE } from '../graph/model/pages.ts';
import type { ComparedKind, DuplicateCandidate } from '../graph/identity/duplicates.ts';
import { labelOf, type Entity } from '../graph/model/entities.ts';
import { fromUnits, toUnits } from '../graph/units.ts';
import { readSettings } from '../settings.ts';
import { CommandError, exitCodes } from './failure.ts';
import { openStore } from './openStore.ts';

export interface DuplicatesOptions {
  kind: string;
  minScore: string;
  first: string;
  json: boolean;
}

/**
 * Prints the pairs of authors or papers that are most likely to be one, with the evidence.
 *
 * @throws CommandError if the value of an option is out of its range
 */
export const listDuplicates = async ({ kind, minScore, first, json }: DuplicatesOptions): Promise<void> => {
  const request = {
    kind: comparedKind(kind),
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

const comparedKind = (text: string): ComparedKind => {
  const kind = text.toUpperCase();
  if (kind === 'AUTHOR' || kind === 'PAPER') return kind;
  throw new CommandError(`--kind is ${text}; it must be author or paper.`, exitCodes.misuse);
};

const numberIn = (option: string, text: string, least: number, most: number): number => {
  const number = Number(text);
  if (text.trim() !== '' && number >= least && number <= most) return number;
  throw new CommandError(
    `--${option} is ${text}; it must be a number from ${least} to ${most}.`,
    exitCodes.misuse,
  );
};

const jsonOf = ({ entities, score, evidence }: DuplicateCandidate) => ({
  score: fromUnits(score),
  entities: entities.map((entity) => ({
    id: entity.id,
    name: labelOf(entity),
    ...(entity.kind === 'PAPER' ? { year: entity.year } : { paperCount: entity.paperCount }),
  })),
  evidence,
});

/** The name with the number of papers, or the title with the year. */
const described = (entity: Entity): string =>
  `${labelOf(entity)} (${entity.kind === 'PAPER' ? (entity.year ?? 'no year') : entity.paperCount})`;

const textOf = ({ entities, score, evidence }: DuplicateCandidate): string =>
  [
    `${fromUnits(score).toFixed(3)}  ${entities.map(described).join(' | ')}`,
    ...entities.map(({ id }) => `       ${id}`),
    `       ${evidence.map(({ text }) => text).join('; ')}`,
  ].join('\n');
