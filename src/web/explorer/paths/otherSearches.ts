import type { PathStatus } from '../__generated__/graphql.ts';
import type { PathKind } from '../address.ts';
import { formatCount } from '../format.ts';
import { maxLengths, type PathOptions } from './pathOptions.ts';

/** A link to a search that differs from the last search in some options. */
export interface OtherSearch {
  label: string;
  options: PathOptions;
}

interface Limit {
  /** The text of the link that repeats the search without this limit. */
  label: string;
  options: readonly (keyof PathOptions)[];
}

const limits: readonly Limit[] = [
  { label: 'Papers of all years', options: ['fromYear', 'toYear'] },
  { label: 'Papers with any number of authors', options: ['maxAuthors'] },
  { label: 'One joint paper is enough', options: ['minPapers'] },
];

/** The searches that may find a path after a search with these options found none, the smallest change first. */
export const otherSearches = (kind: PathKind, status: PathStatus, options: PathOptions): OtherSearch[] => {
  if (status === 'FOUND') return [];
  if (status === 'STOPPED') return shorterSearch(options);
  return [
    ...(status === 'BEYOND_MAX_LENGTH' ? longerSearches(options) : []),
    ...searchesWithoutLimits(options),
    ...(kind === 'topics' && options.through === 'PAPERS'
      ? [{ label: 'Connect topics by their authors', options: { ...options, through: 'AUTHORS' as const } }]
      : []),
  ];
};

/** The same search with more steps: once with the next greater maximum of steps, and once with the greatest one. */
const longerSearches = (options: PathOptions): OtherSearch[] => {
  const longer = maxLengths.filter((length) => length > options.maxLength);
  return [...new Set([...longer.slice(0, 1), ...longer.slice(-1)])].map((length) =>
    withLength(options, length),
  );
};

/** The same search with the next smaller maximum of steps. It visits fewer edges, so that the server can finish it. */
const shorterSearch = (options: PathOptions): OtherSearch[] =>
  maxLengths
    .filter((length) => length < options.maxLength)
    .slice(-1)
    .map((length) => withLength(options, length));

const withLength = (options: PathOptions, maxLength: number): OtherSearch => ({
  label: `At most ${formatCount(maxLength, 'step')}`,
  options: { ...options, maxLength },
});

/**
 * For each limit that the user has set, the same search without this limit. If the user has set several limits, also
 * the search without any limit.
 */
const searchesWithoutLimits = (options: PathOptions): OtherSearch[] => {
  const set = limits.filter((limit) => limit.options.some((name) => options[name] !== undefined));
  const all = { label: 'Without all filters', options: set.flatMap((limit) => limit.options) };
  return (set.length > 1 ? [...set, all] : set).map((limit) => ({
    label: limit.label,
    options: { ...options, ...Object.fromEntries(limit.options.map((name) => [name, undefined])) },
  }));
};
