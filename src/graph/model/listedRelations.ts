import { relationNames, relations, type RelationName } from './relations.ts';

type Rows = typeof relations;
/** The relations from papers whose targets records list. */
export type ListedRelation = {
  [R in RelationName]: Rows[R] extends { isListed: true } ? R : never;
}[RelationName];
/** Those that lead to papers, which a record names by a key: they need not be stored. */
export type LinkRelation = {
  [R in ListedRelation]: Rows[R] extends { to: 'PAPER' } ? R : never;
}[ListedRelation];
/** Those that lead to other entities, which an import creates where they are missing. */
export type MentionRelation = Exclude<ListedRelation, LinkRelation>;

export const listedRelations = relationNames.filter(
  (name): name is ListedRelation => 'isListed' in relations[name],
);
const isLink = (name: ListedRelation): name is LinkRelation => relations[name].to === 'PAPER';
export const linkRelations = listedRelations.filter(isLink);
export const mentionRelations = listedRelations.filter((name): name is MentionRelation => !isLink(name));

/** One value for each of some relations. */
export const perRelation = <R extends RelationName, Value>(
  names: readonly R[],
  value: (name: R) => Value,
): Record<R, Value> => Object.fromEntries(names.map((name) => [name, value(name)])) as Record<R, Value>;
