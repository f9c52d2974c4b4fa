import type { SourceScope } from '../../graph/sources/sourceState.ts';
import type { OpenAlexProgress, PassPosition, Window } from './openAlexProgress.ts';

/** How many co-authors a filter names. OpenAlex allows 100, but some proxies refuse such long addresses. */
const COAUTHORS_PER_LIST = 50;

const DAY = 86_400_000;
/**
 * A pass reads the works whose date is after the last pass or at most this many days before the last pass. For dates of
 * publication this time is long, because works appear in OpenAlex up to months after their publication.
 */
const overlaps: Readonly<Record<Window, number>> = { updated: 1, created: 1, published: 90 };

const windowFilters: Readonly<Record<Window, string>> = {
  updated: 'from_updated_date',
  created: 'from_created_date',
  published: 'from_publication_date',
};

/**
 * The filters of all lists that a pass reads: the works of the scope, then the works of co-authors from earlier passes,
 * then all works of new co-authors.
 */
export const listFilters = (scope: SourceScope, progress: OpenAlexProgress, pass: PassPosition): string[] => {
  const { coauthors, coauthorsRead, lastPass } = progress;
  const dates = datesFilter(scope.from, pass.window, lastPass);
  const allDates = datesFilter(scope.from, null, null);
  const known = pass.window === null ? [] : coauthors.slice(0, coauthorsRead);
  const others = coauthors.slice(known.length);
  return [
    [...scopeFilters(scope), ...dates].join(','),
    ...groupsOf(known).map((group) => [coauthorFilter(group), ...dates].join(',')),
    ...groupsOf(others).map((group) => [coauthorFilter(group), ...allDates].join(',')),
  ];
};

const scopeFilters = ({ orcid, ror, topic, filter }: SourceScope): string[] => [
  ...(orcid === undefined ? [] : [`authorships.author.orcid:https://orcid.org/${orcid}`]),
  ...(ror === undefined ? [] : [`authorships.institutions.ror:https://ror.org/${ror}`]),
  ...(topic === undefined ? [] : [`primary_topic.id:${topic}`]),
  ...(filter === undefined ? [] : [filter]),
];

const datesFilter = (from: string | undefined, window: Window | null, lastPass: string | null): string[] => {
  const since =
    window === null || lastPass === null
      ? undefined
      : new Date(Date.parse(lastPass) - overlaps[window] * DAY).toISOString().slice(0, 10);
  if (window === null || since === undefined)
    return from === undefined ? [] : [`from_publication_date:${from}`];
  if (window === 'published')
    return [`from_publication_date:${from === undefined || from < since ? since : from}`];
  return [
    ...(from === undefined ? [] : [`from_publication_date:${from}`]),
    `${windowFilters[window]}:${since}`,
  ];
};

const coauthorFilter = (ids: readonly string[]): string => `authorships.author.id:${ids.join('|')}`;

const groupsOf = (ids: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / COAUTHORS_PER_LIST) }, (_, index) =>
    ids.slice(index * COAUTHORS_PER_LIST, (index + 1) * COAUTHORS_PER_LIST),
  );
