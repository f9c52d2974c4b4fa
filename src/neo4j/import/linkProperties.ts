import type { ListedTarget } from '../../graph/importSession.ts';
import { hasScores, type LinkRelation } from '../../graph/model/listedRelations.ts';
import type { EntityId } from '../../graph/model/ids.ts';

/*
 * A relationship of links has the keys by which the record names the paper. If the relation has scores, it also has the
 * score of each key, in the same order, and the greatest of them.
 */

/** Stored in place of a missing score, because a list in Neo4j cannot hold null. */
export const NO_SCORE = -1;

const codeOf = (score: number | null): number => score ?? NO_SCORE;

/** The properties of a relationship to a stored paper. */
export const linkProperties = (relation: LinkRelation, links: readonly ListedTarget[]) => {
  const keys = links.map(({ id }) => id);
  if (!hasScores(relation)) return { keys };
  const scores = links.map(({ score }) => codeOf(score));
  const greatest = Math.max(...scores);
  return { keys, scores, score: greatest === NO_SCORE ? null : greatest };
};

/** The properties of a relationship to a paper that is not stored. */
export const pendingProperties = (relation: LinkRelation, score: number | null) =>
  hasScores(relation) ? { score: codeOf(score) } : {};

/** The parameters of a statement that writes the links of a paper. */
export const linkRow = (relation: LinkRelation, id: EntityId, links: readonly ListedTarget[]) => ({
  id,
  keys: links.map((link) => link.id),
  ...(hasScores(relation) && {
    scores: Object.fromEntries(links.map((link) => [link.id, codeOf(link.score)])),
  }),
});
