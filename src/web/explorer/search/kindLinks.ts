import { html, nothing, type TemplateResult } from 'lit';
import type { EntityKind, SearchPageQuery } from '../__generated__/graphql.ts';
import { searchPath } from '../address.ts';
import { formatNumber } from '../format.ts';

/** By kind of result: the query field with the number of results of this kind. */
const kindFilters = [
  ['AUTHOR', 'Authors', 'authors'],
  ['PAPER', 'Papers', 'papers'],
  ['TOPIC', 'Topics', 'topics'],
  ['INSTITUTION', 'Institutions', 'institutions'],
] as const satisfies readonly [EntityKind, string, keyof SearchPageQuery][];

/** Links to the results of one kind. Kinds without results are left out. @param current the kind that is shown */
export const kindLinks = (
  data: SearchPageQuery,
  text: string,
  current: EntityKind | undefined,
): TemplateResult[] => {
  const countOf = (field: (typeof kindFilters)[number][2]): number => data[field]?.totalCount ?? 0;
  const link = (kind: EntityKind | undefined, label: string, count: number): TemplateResult =>
    html`<a href=${searchPath(text, kind)} aria-current=${kind === current ? 'page' : nothing}
      >${label} <span class="count">${formatNumber(count)}</span></a
    >`;
  return [
    link(undefined, 'All', data.all?.totalCount ?? 0),
    ...kindFilters
      .filter(([kind, , field]) => countOf(field) > 0 || kind === current)
      .map(([kind, label, field]) => link(kind, label, countOf(field))),
  ];
};
