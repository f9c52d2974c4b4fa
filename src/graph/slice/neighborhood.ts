import type { Edge } from '../model/edges.ts';
import type { BriefEntity } from '../model/entities.ts';
import type { EntityKind } from '../model/entityKinds.ts';
import type { OrderKey, SortValues } from '../model/orders.ts';
import { reversedPage, type Page } from '../model/pages.ts';
import {
  defaultOrder,
  relationRow,
  relationsFrom,
  type RelationName,
  type RelationKind,
} from '../model/relations.ts';
import type { NeighborsRequest } from '../store.ts';

/*
 * Joins the neighbors of an entity along several relations to one list: first all neighbors of the first relation, then
 * those of the next.
 */

/** A neighbor of an entity, and the relation along which it is a neighbor. */
export interface Neighbor {
  relation: RelationName;
  node: BriefEntity;
  edge: Edge;
}

/**
 * The position after which a page of the joined list starts: a relation, and sort values in the list of this relation.
 */
export interface NeighborhoodPosition {
  relation: RelationName;
  position: SortValues;
}

export interface NeighborhoodPageRequest {
  /** The maximum number of entries of the page, 0–100. */
  first: number;
  after?: NeighborhoodPosition;
  /** Reads the list from its end; see PageRequest. */
  backward?: boolean;
  count: boolean;
  /** If true, the store may return brief entities, with the fields that lists need (see entities.ts). */
  brief?: boolean;
}

/** A page of the joined list. Its total is the number of edges along all the relations. */
export type NeighborhoodPage = Page<Neighbor>;

/** The order of the neighbors along one relation: the default order of the relation. */
export const neighborhoodOrder = (relation: RelationName): readonly OrderKey[] =>
  relationRow(relation).orders[defaultOrder(relation)] ?? [];

/**
 * The relations that start at a kind, in the order of the joined list. Only those of the given relation kinds that lead
 * to the given entity kinds; an empty list of kinds allows all.
 */
export const neighborhoodRelations = (
  from: EntityKind,
  kinds: readonly EntityKind[],
  relationKinds: readonly RelationKind[],
): RelationName[] =>
  relationsFrom(from).filter((name) => {
    const { kind, to } = relationRow(name);
    return (
      (kinds.length === 0 || kinds.includes(to)) &&
      (relationKinds.length === 0 || relationKinds.includes(kind))
    );
  });

/**
 * Returns the page requests for a page of the joined list, one for each relation. Relations before the position (after
 * it, if the list is read backward) get a request for 0 entries, because only whether they have entries is needed.
 */
export const neighborhoodRequests = (
  relations: readonly RelationName[],
  { first, after, backward, count, brief }: NeighborhoodPageRequest,
): NeighborsRequest[] => {
  const start = after ? relations.indexOf(after.relation) : undefined;
  const isPassed = (index: number): boolean =>
    start !== undefined && (backward ? index > start : index < start);
  return relations.map((relation, index) => ({
    relation,
    page: {
      first: isPassed(index) ? 0 : first,
      ...(after && index === start && { after: after.position }),
      ...(backward && { backward }),
      order: neighborhoodOrder(relation),
      count,
      ...(brief && { brief }),
    },
  }));
};

/** Joins the pages of the single relations to one page of the joined list. */
export const joinedPage = (
  relations: readonly RelationName[],
  pages: readonly Page[],
  request: NeighborhoodPageRequest,
): NeighborhoodPage =>
  request.backward
    ? reversedPage(joinedForward([...relations].reverse(), pages.map(reversedPage).reverse(), request))
    : joinedForward(relations, pages, request);

const joinedForward = (
  relations: readonly RelationName[],
  pages: readonly Page[],
  { first, after, count }: NeighborhoodPageRequest,
): NeighborhoodPage => {
  const start = after ? relations.indexOf(after.relation) : 0;
  const entries: Neighbor[] = [];
  let hasNext = false;
  for (const [index, page] of pages.entries()) {
    const relation = relations[index];
    if (index < start || relation === undefined) continue;
    const taken = page.entries.slice(0, first - entries.length);
    for (const { node, edge } of taken) entries.push({ relation, node, edge });
    hasNext ||= page.hasNext || taken.length < page.entries.length;
  }
  const hasPrevious =
    after !== undefined &&
    (pages[start]?.hasPrevious === true || pages.slice(0, start).some((page) => page.hasNext));
  const total = pages.reduce((sum, page) => sum + (page.total ?? 0), 0);
  return { entries, hasNext, hasPrevious, ...(count && { total }) };
};
