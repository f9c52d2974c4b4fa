import { relationNames, relationRow, relations, type RelationName } from './relations.ts';

type Rows = typeof relations;
/** The relations that start at papers and whose targets are listed in the records of papers. */
export type ListedRelation = {
  [R in RelationName]: Rows[R] extends { isListed: true } ? R : never;
}[RelationName];
/** The listed relations that lead to papers. A record names these papers by keys, and they need not be stored. */
export type LinkRelation = {
  [R in ListedRelation]: Rows[R] extends { to: 'PAPER' } ? R : never;
}[ListedRelation];
/** The listed relations that lead to entities of other kinds. An import creates these entities if they are missing. */
export type MentionRelation = Exclude<ListedRelation, LinkRelation>;

export const listedRelations = relationNames.filter(
  (name): name is ListedRelation => 'isListed' in relations[name],
);
const isLink = (name: ListedRelation): name is LinkRelation => relations[name].to === 'PAPER';
export const linkRelations = listedRelations.filter(isLink);
export const mentionRelations = listedRelations.filter((name): name is MentionRelation => !isLink(name));

/** Whether a record may give each target of the relation a score. */
export const hasScores = (name: ListedRelation): boolean => relationRow(name).edge === 'scored';

/** Makes an object that contains one value for each of the given relations. */
export const perRelation = <R extends RelationName, Value>(
  names: readonly R[],
  value: (name: R) => Value,
): Record<R, Value> => Object.fromEntries(names.map((name) => [name, value(name)])) as Record<R, Value>;
