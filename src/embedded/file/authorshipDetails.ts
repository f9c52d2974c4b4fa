import type { StoredAuthorship } from '../../graph/importSession.ts';
import type { EntityId } from '../../graph/model/ids.ts';

/** The JSON of an authorship row: an array in this order, which is shorter than an object. */
type Details = [
  printed: string,
  curated: string | null,
  alternatives: readonly string[],
  isCorresponding: boolean | null,
  affiliations: [printed: string | null, institution: number | null][],
];

interface AuthorshipDetails {
  printed: string;
  curated: string | null;
  alternatives: readonly string[];
  isCorresponding: boolean | null;
  /** `institution` is the row id of an entity in this file. */
  affiliations: { printed: string | null; institution: number | null }[];
}

export const detailsText = (details: AuthorshipDetails): string =>
  JSON.stringify([
    details.printed,
    details.curated,
    details.alternatives,
    details.isCorresponding,
    details.affiliations.map(({ printed, institution }) => [printed, institution]),
  ] satisfies Details);

export const readDetails = (text: string): AuthorshipDetails => {
  const [printed, curated, alternatives, isCorresponding, affiliations] = JSON.parse(text) as Details;
  return {
    printed,
    curated,
    alternatives,
    isCorresponding,
    affiliations: affiliations.map(([line, institution]) => ({ printed: line, institution })),
  };
};

/**
 * Converts the affiliations of a row to those of an authorship.
 *
 * @param idOf returns undefined for a hidden institution, of which only the printed line remains
 */
export const affiliationsOf = (
  { affiliations }: AuthorshipDetails,
  idOf: (rowId: number) => EntityId | undefined,
): StoredAuthorship['affiliations'] =>
  affiliations.flatMap(({ printed, institution }) => {
    const institutionId = institution === null ? null : (idOf(institution) ?? null);
    const isNothing = institution !== null && institutionId === null && printed === null;
    return isNothing ? [] : [{ printed, institutionId }];
  });

/** Converts an authorship to the details of its row. */
export const detailsOf = (
  authorship: StoredAuthorship,
  rowIdOf: (id: string) => number,
): AuthorshipDetails => ({
  ...authorship,
  affiliations: authorship.affiliations.map(({ printed, institutionId }) => ({
    printed,
    institution: institutionId === null ? null : rowIdOf(institutionId),
  })),
});
