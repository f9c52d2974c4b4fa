import type {
  AuthorPathsQueryVariables,
  PathCost,
  TopicPathsQueryVariables,
  TopicPathThrough,
} from '../__generated__/graphql.ts';

/** How many chains may be asked for here; the server gives up to 20. */
export const chainCounts = [1, 3, 5, 10] as const;

/** The longest chains that may be asked for here, in steps. */
export const lengths = [3, 4, 6, 8, 12, 20] as const;

const USUAL_LENGTH = 8;
const USUAL_COUNT = 3;

/** What the address of a search for paths says; empty where it says nothing. */
export interface PathChoices {
  from: string;
  to: string;
  k: number;
  maxLength: number;
  cost: PathCost;
  through: TopicPathThrough;
  /** Of joint papers: not before, not after, at most this many authors, at least so many together. */
  since: number | undefined;
  until: number | undefined;
  maxAuthors: number | undefined;
  minPapers: number | undefined;
}

/** What an address chose; what it does not say, or says wrongly, is as usual. */
export const readChoices = (choices: URLSearchParams): PathChoices => ({
  from: choices.get('from') ?? '',
  to: choices.get('to') ?? '',
  k: within(choices.get('k'), 1, 20) ?? USUAL_COUNT,
  maxLength: within(choices.get('maxLength'), 1, 20) ?? USUAL_LENGTH,
  cost: choices.get('cost') === 'STRENGTH' ? 'STRENGTH' : 'HOPS',
  through: choices.get('through') === 'AUTHORS' ? 'AUTHORS' : 'PAPERS',
  since: within(choices.get('since'), 0, 9999),
  until: within(choices.get('until'), 0, 9999),
  maxAuthors: within(choices.get('maxAuthors'), 1, 9999),
  minPapers: within(choices.get('minPapers'), 1, 9999),
});

const within = (text: string | null, least: number, most: number): number | undefined => {
  const value = text === null || text.trim() === '' ? NaN : Number(text);
  return Number.isInteger(value) && value >= least && value <= most ? value : undefined;
};

/** What an address says of choices: only what is not as usual. */
export const writtenChoices = (choices: PathChoices): Record<string, string> => {
  const { from, to, k, maxLength, cost, through, since, until, maxAuthors, minPapers } = choices;
  return {
    from,
    to,
    k: k === USUAL_COUNT ? '' : String(k),
    maxLength: maxLength === USUAL_LENGTH ? '' : String(maxLength),
    cost: cost === 'HOPS' ? '' : cost,
    through: through === 'PAPERS' ? '' : through,
    since: String(since ?? ''),
    until: String(until ?? ''),
    maxAuthors: String(maxAuthors ?? ''),
    minPapers: String(minPapers ?? ''),
  };
};

/** The question between two authors. */
export const authorQuestion = (choices: PathChoices): AuthorPathsQueryVariables => {
  const { from, to, k, maxLength, cost, since, until, maxAuthors, minPapers } = choices;
  const years =
    since === undefined && until === undefined ? null : { from: since ?? null, to: until ?? null };
  const filter = { years, maxAuthorsPerPaper: maxAuthors ?? null, minPapers: minPapers ?? null };
  return { from, to, k, maxLength, cost, filter };
};

/** The question between two topics. */
export const topicQuestion = ({
  from,
  to,
  k,
  maxLength,
  through,
}: PathChoices): TopicPathsQueryVariables => ({ from, to, k, maxLength, through });

/** Whether the choices leave out joint papers, so that a chain may exist without them. */
export const isFiltered = ({ since, until, maxAuthors, minPapers }: PathChoices): boolean =>
  [since, until, maxAuthors, minPapers].some((value) => value !== undefined);
