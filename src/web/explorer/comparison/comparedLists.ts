import type { ReactiveControllerHost } from 'lit';
import {
  ComparedAuthorsDocument,
  ComparedInstitutionsDocument,
  ComparedPapersDocument,
  ComparedReferencesDocument,
  ComparedTopicsDocument,
  type ComparedAuthorsQueryVariables,
  type ComparisonQuery,
  type TypedDocumentString,
} from '../__generated__/graphql.ts';
import { pagedQuery, type Connection, type PagedList } from '../api/pagedList.ts';

/** The lists in which two entities are compared, for example their topics. */
export const aspects = ['authors', 'topics', 'institutions', 'papers', 'references'] as const;
export type Aspect = (typeof aspects)[number];

/** Whether the entries of a list belong to the first entity only, to both, or to the second only. */
export const sides = ['onlyFirst', 'shared', 'onlySecond'] as const;
export type Side = (typeof sides)[number];

/** An entry of a list, for example a topic or a paper. Only papers have a year. */
export interface ComparedItem {
  readonly node: { readonly id: string; readonly label: string; readonly year?: number | null };
}

export type ComparedLists = Readonly<Record<Aspect, Readonly<Record<Side, PagedList<ComparedItem>>>>>;

type Comparison = NonNullable<ComparisonQuery['comparison']>;

/** The answer to a query of further entries of a list. It contains only the requested lists. */
interface ComparedPages {
  readonly comparison:
    { readonly [A in Aspect]?: { readonly [S in Side]?: Connection<ComparedItem> | null } | null } | null;
}

const documents: Readonly<Record<Aspect, TypedDocumentString<ComparedPages, ComparedAuthorsQueryVariables>>> =
  {
    authors: ComparedAuthorsDocument,
    topics: ComparedTopicsDocument,
    institutions: ComparedInstitutionsDocument,
    papers: ComparedPapersDocument,
    references: ComparedReferencesDocument,
  };

const ofEach = <Name extends string, Value>(names: readonly Name[], value: (name: Name) => Value) =>
  Object.fromEntries(names.map((name) => [name, value(name)])) as Record<Name, Value>;

/** Creates the lists of a comparison of two entities. They are empty at first. */
export const comparedLists = (host: ReactiveControllerHost, ids: readonly string[]): ComparedLists => {
  const list = (aspect: Aspect, side: Side): PagedList<ComparedItem> =>
    pagedQuery(
      host,
      documents[aspect],
      (after) => ({ ids, after, ...ofEach(sides, (each) => each === side) }),
      ({ comparison }) => comparison?.[aspect]?.[side],
    );
  return ofEach(aspects, (aspect) => ofEach(sides, (side) => list(aspect, side)));
};

/** Sets the first pages. A field is null if entities of this kind have no such lists; then the lists stay empty. */
export const setFirstPages = (lists: ComparedLists, comparison: Comparison): void => {
  for (const aspect of aspects) {
    const pages: Partial<Record<Side, Connection<ComparedItem> | null>> | null = comparison[aspect];
    for (const side of sides) lists[aspect][side].setFirstPage(pages === null ? noEntries : pages[side]);
  }
};

const noEntries: Connection<ComparedItem> = { edges: [], totalCount: 0, pageInfo: { hasNextPage: false } };
