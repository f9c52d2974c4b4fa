import type { StoredAuthorship, StoredPaper } from './importSession.ts';
import type { EntityId } from './model/ids.ts';
import { listedRelations, perRelation } from './model/listedRelations.ts';

/** Fills in the missing fields of a paper from another paper that is merged into it. */
export const withMissingFields = (kept: StoredPaper, other: StoredPaper): StoredPaper => ({
  ...kept,
  titleLatex: latexOfSameTitle(kept, other),
  ...(kept.abstract === null && { abstract: other.abstract, abstractLatex: other.abstractLatex }),
  ...joinedClaims(kept, other),
  targets: perRelation(
    listedRelations,
    (relation) => (kept.targets[relation].length > 0 ? kept : other).targets[relation],
  ),
});

/** The title as LaTeX. If the paper has none, it is taken from the other paper, provided that the titles are equal. */
export const latexOfSameTitle = (
  { title, titleLatex }: Pick<StoredPaper, 'title' | 'titleLatex'>,
  other: StoredPaper | undefined,
): string | null => titleLatex ?? (other && other.title === title ? other.titleLatex : null);

/**
 * Joins two authorships of the same author: the first position is kept, and the affiliations and claims of both are
 * listed.
 */
export const joinedAuthorship = (first: StoredAuthorship, other: StoredAuthorship): StoredAuthorship => {
  const present = new Set(first.affiliations.map((each) => JSON.stringify(each)));
  const added = other.affiliations.filter((each) => !present.has(JSON.stringify(each)));
  return { ...first, affiliations: [...first.affiliations, ...added], ...joinedClaims(first, other) };
};

interface Claiming {
  claims?: readonly EntityId[];
}

const joinedClaims = (one: Claiming, other: Claiming): Claiming => {
  const claims = [...new Set([...(one.claims ?? []), ...(other.claims ?? [])])].sort();
  return claims.length > 0 ? { claims } : {};
};
