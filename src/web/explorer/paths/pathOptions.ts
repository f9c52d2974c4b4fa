import type {
  AuthorPathsQueryVariables,
  PathCost,
  TopicPathsQueryVariables,
  TopicPathThrough,
} from '../__generated__/graphql.ts';
import { MAX_COUNT, requestedCount } from './differingPaths.ts';

/** The numbers of paths that the form offers. The address may contain another number. */
export const pathCounts = [1, 3, 5, 10] as const;
export const maxLengths = [3, 4, 6, 8, 12, 20] as const;

const DEFAULT_LENGTH = 8;
const DEFAULT_COUNT = 3;
/** The largest number of steps that the server accepts for `maxLength`. */
const MAX_LENGTH = 20;

/** The options of a path search, which are parameters of the page's address. */
export interface PathOptions {
  /** Ids of the endpoints; empty if not chosen. */
  from: string;
  to: string;
  /** The number of paths to find. */
  k: number;
  /** The maximum number of steps of a path. */
  maxLength: number;
  cost: PathCost;
  through: TopicPathThrough;
  /** Filters for joint papers: only joint papers that pass them connect two authors. */
  fromYear: number | undefined;
  toYear: number | undefined;
  maxAuthors: number | undefined;
  minPapers: number | undefined;
}

/** Reads the options from an address. A missing or invalid value is replaced by its default value. */
export const parsePathOptions = (parameters: URLSearchParams): PathOptions => ({
  from: parameters.get('from') ?? '',
  to: parameters.get('to') ?? '',
  k: parseInteger(parameters.get('k'), 1, MAX_COUNT) ?? DEFAULT_COUNT,
  maxLength: parseInteger(parameters.get('maxLength'), 1, MAX_LENGTH) ?? DEFAULT_LENGTH,
  cost: parameters.get('cost') === 'STRENGTH' ? 'STRENGTH' : 'HOPS',
  through: parameters.get('through') === 'AUTHORS' ? 'AUTHORS' : 'PAPERS',
  fromYear: parseInteger(parameters.get('since'), 0, 9999),
  toYear: parseInteger(parameters.get('until'), 0, 9999),
  maxAuthors: parseInteger(parameters.get('maxAuthors'), 1, 9999),
  minPapers: parseInteger(parameters.get('minPapers'), 1, 9999),
});

const parseInteger = (text: string | null, min: number, max: number): number | undefined => {
  const value = text === null || text.trim() === '' ? NaN : Number(text);
  return Number.isInteger(value) && value >= min && value <= max ? value : undefined;
};

/** Converts options to the parameters of an address. An option that has its default value becomes an empty text. */
export const formatPathOptions = (options: PathOptions): Record<string, string> => {
  const { from, to, k, maxLength, cost, through, fromYear, toYear, maxAuthors, minPapers } = options;
  return {
    from,
    to,
    k: k === DEFAULT_COUNT ? '' : String(k),
    maxLength: maxLength === DEFAULT_LENGTH ? '' : String(maxLength),
    cost: cost === 'HOPS' ? '' : cost,
    through: through === 'PAPERS' ? '' : through,
    since: String(fromYear ?? ''),
    until: String(toYear ?? ''),
    maxAuthors: String(maxAuthors ?? ''),
    minPapers: String(minPapers ?? ''),
  };
};

export const authorPathVariables = (options: PathOptions): AuthorPathsQueryVariables => {
  const { from, to, k, maxLength, cost, fromYear, toYear, maxAuthors, minPapers } = options;
  const years =
    fromYear === undefined && toYear === undefined ? null : { from: fromYear ?? null, to: toYear ?? null };
  const filter = { years, maxAuthorsPerPaper: maxAuthors ?? null, minPapers: minPapers ?? null };
  return { from, to, k: requestedCount(k), maxLength, cost, filter };
};

export const topicPathVariables = ({
  from,
  to,
  k,
  maxLength,
  through,
}: PathOptions): TopicPathsQueryVariables => ({ from, to, k: requestedCount(k), maxLength, through });

export const hasFilter = ({ fromYear, toYear, maxAuthors, minPapers }: PathOptions): boolean =>
  [fromYear, toYear, maxAuthors, minPapers].some((value) => value !== undefined);
