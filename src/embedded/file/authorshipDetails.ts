import type { StoredAuthorship } from '../../graph/importSession.ts';
import type { EntityId } from '../../graph/model/ids.ts';

/**
 * The JSON of an authorship row: an array in this order, because an array is shorter than an object. If the author has
 * no claims, the sixth entry is left out.
 */
type Details = [
  printed: string,
  curated: string | null,
  alternatives: readonly string[],
  isCorresponding: boolean | null,
  affiliations: [printed: string | null, institution: number | null][],
  claims?: readonly EntityId[],
];

interface AuthorshipDetails {
  printed: string;
  curated: string | null;
  alternatives: readonly string[];
  isCorresponding: boolean | null;
  claims?: readonly EntityId[];
  /** `institution` is the row id of an institution in the SQLite file; null if the affiliation names none. */
  affiliations: { printed: string | null; institution: number | null }[];
}

export const detailsText = ({ printed, curated, ...details }: AuthorshipDetails): string => {
  const { alternatives, isCorresponding, claims } = details;
  const affiliations = details.affiliations.map((each): Details[4][number] => [
    each.printed,
    each.institution,
  ]);
  const row: Details = [printed, curated, alternatives, isCorresponding, affiliations];
  return JSON.stringify(claims ? [...row, claims] : row);
};

export const readDetails = (text: string): AuthorshipDetails => {
  const [printed, curated, alternatives, isCorresponding, affiliations, claims] = JSON.parse(text) as Details;
  return {
    printed,
    curated,
    alternatives,
    isCorresponding,
    ...(claims && { claims }),
    affiliations: affiliations.map(([line, institution]) => ({ printed: line, institution })),
  };
};

/**
 * Converts the affiliations of a row to those of an authorship.
 *
 * @param idOf returns the id of an institution by its row id; undefined for a hidden institution: then only the printed
 *   text of the affiliation is kept
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
