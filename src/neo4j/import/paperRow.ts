import type { StoredAuthorship, StoredPaper } from '../../graph/importSession.ts';
import { dayNumber } from '../../graph/model/dayNumber.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import { LAST } from '../../graph/model/orders.ts';
import { mentionRelations } from '../../graph/model/listedRelations.ts';
import { relations, type RelationKind } from '../../graph/model/relations.ts';
import { strengthUnits } from '../../graph/units.ts';
import type { StoredPaperFields } from '../../memory/storeContents.ts';
import { listOrNull } from './listOrNull.ts';
import { searchFields } from './searchFields.ts';

/** A node that a paper is connected with, and the properties of the relationship between them. */
export interface Target {
  id: EntityId;
  properties: object;
}

/** A paper in the form in which the statements write it. */
export interface PaperRow extends Pick<StoredPaper, 'id' | 'year' | 'teamSize'> {
  /** The properties of the node. Neo4j does not store those that are null. */
  properties: object;
  /** The nodes that the paper is connected with, by the type of the relationship. */
  targets: Readonly<Partial<Record<RelationKind, readonly Target[]>>>;
}

export const paperRow = ({ authorships, targets, ...fields }: StoredPaper): PaperRow => ({
  id: fields.id,
  year: fields.year,
  teamSize: fields.teamSize,
  properties: paperProperties(fields),
  targets: {
    AUTHORED: authorships.map((authorship) => ({
      id: authorship.authorId,
      properties: authorshipProperties(authorship),
    })),
    ...Object.fromEntries(
      mentionRelations.map((relation) => [
        relations[relation].kind,
        targets[relation].map(({ id, score }) => ({ id, properties: { score } })),
      ]),
    ),
    WRITTEN_AT: institutionsOf(authorships).map((id) => ({ id, properties: {} })),
  },
});

/**
 * The properties of a paper's node. `newest`, `oldest` and `mostCited` are numbers by which lists are sorted (see
 * graph/model/orders.ts).
 */
export const paperProperties = (paper: StoredPaperFields): object => {
  const day = dayNumber(paper.date, paper.year);
  return {
    ...paper,
    claims: paper.claims ?? null,
    newest: day === null ? LAST : 0 - day,
    oldest: day ?? LAST,
    storedCitations: 0, // the import counts them when it finishes, and then updates `mostCited`
    mostCited: paper.citationCount === null ? LAST : 0 - paper.citationCount,
    strength: paper.teamSize < 2 ? null : strengthUnits(paper.teamSize),
    ...searchFields(paper.title === null ? [] : [paper.title]),
  };
};

/**
 * A list in Neo4j cannot hold null. So '' stands for an affiliation without a printed text, or without an institution.
 */
export const authorshipProperties = (authorship: StoredAuthorship) => ({
  position: authorship.position,
  printed: authorship.printed,
  curated: authorship.curated,
  alternatives: listOrNull(authorship.alternatives),
  isCorresponding: authorship.isCorresponding,
  claims: authorship.claims ?? null,
  affiliationsAsPrinted: listOrNull(authorship.affiliations.map(({ printed }) => printed ?? '')),
  institutionIds: listOrNull(authorship.affiliations.map(({ institutionId }) => institutionId ?? '')),
});

const institutionsOf = (authorships: readonly StoredAuthorship[]): EntityId[] => {
  const affiliations = authorships.flatMap((authorship) => authorship.affiliations);
  return [...new Set(affiliations.flatMap(({ institutionId }) => institutionId ?? []))];
};
