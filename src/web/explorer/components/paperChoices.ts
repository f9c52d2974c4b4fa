import type { PaperFilter, PaperOrder, PaperType } from '../__generated__/graphql.ts';
import { pathWithList } from '../pageQuery.ts';
import { paperOrderLabels, paperTypeLabels } from '../labels.ts';

/** The properties by which a list of papers can be filtered, in the order in which the filters are shown. */
export const facets = ['year', 'venue', 'type', 'topic', 'author'] as const;
export type Facet = (typeof facets)[number];

/** The chosen value of each facet: a year, a name, a type or an id. */
export type FacetChoices = Readonly<Partial<Record<Facet, string>>>;

/** What the user has chosen for a list of papers. @typeParam Order the orders of the list */
export interface PaperChoices<Order extends string = PaperOrder> {
  readonly orderBy: Order;
  readonly facets: FacetChoices;
}

/** The name of the list of papers in addresses. */
const LIST = 'papers';

/**
 * Whether a value from an address has the required form. The server rejects other values, and the page would show an
 * error.
 */
const isValid: Readonly<Record<Facet, (value: string) => boolean>> = {
  year: (value) => /^\d{1,4}$/.test(value),
  venue: (value) => value !== '',
  type: (value) => Object.hasOwn(paperTypeLabels, value),
  topic: (value) => /^topic:[a-z0-9-]+:./.test(value),
  author: (value) => /^author:[a-z0-9-]+:./.test(value),
};

/** Reads the choices from an address that `choicesPath` created. Invalid parts are ignored. */
export const parseChoices = <Order extends string>(
  parameters: URLSearchParams,
  usualOrder: Order,
): PaperChoices<PaperOrder | Order> => {
  const order = parameters.get(`${LIST}.order`) ?? '';
  const values = facets.flatMap((facet) => {
    const value = parameters.get(`${LIST}.${facet}`) ?? '';
    return isValid[facet](value) ? [[facet, value]] : [];
  });
  return {
    orderBy: Object.hasOwn(paperOrderLabels, order) ? (order as PaperOrder) : usualOrder,
    facets: Object.fromEntries(values) as FacetChoices,
  };
};

/** The path of the page with these choices. @param usualOrder the default order, which is left out of the path */
export const choicesPath = <Order extends string>(
  page: Pick<URL, 'pathname' | 'search'>,
  { orderBy, facets: chosen }: PaperChoices<Order>,
  usualOrder: Order,
): string =>
  pathWithList(page, LIST, {
    order: orderBy === usualOrder ? undefined : orderBy,
    ...Object.fromEntries(facets.map((facet) => [facet, chosen[facet]])),
  });

export const hasFacet = (chosen: FacetChoices): boolean => Object.keys(chosen).length > 0;

/** The choices as variables of the queries of papers. */
export const paperVariables = ({ orderBy, facets: chosen }: PaperChoices) => ({
  orderBy,
  filter: facetFilter(chosen),
});

/** A filter for the papers that have all chosen values. @param title words in the titles; undefined: any title */
export const facetFilter = (
  { year, venue, type, topic, author }: FacetChoices,
  title?: string,
): PaperFilter => ({
  years: year === undefined ? null : { from: Number(year), to: Number(year) },
  venueNames: venue === undefined ? null : [venue],
  paperTypes: type === undefined ? null : [type as PaperType],
  topicIds: topic === undefined ? null : [topic],
  authorIds: author === undefined ? null : [author],
  title: title ?? null,
});
