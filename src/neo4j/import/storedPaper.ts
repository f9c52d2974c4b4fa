import type { ListedTarget, StoredAuthorship, StoredPaper } from '../../graph/importSession.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import { compareTexts } from '../../graph/model/compareTexts.ts';
import { kinds } from '../../graph/model/kinds.ts';
import {
  linkRelations,
  listedRelations,
  mentionRelations,
  perRelation,
  type ListedRelation,
  type MentionRelation,
} from '../../graph/model/listedRelations.ts';
import { relations } from '../../graph/model/relations.ts';
import type { Statement } from '../cypher/statement.ts';
import { collectLinks } from './linkStatements.ts';
import type { authorshipProperties } from './paperRow.ts';

/**
 * The fields that every paper has, and the fields that may be missing, each with the value that is used if it is
 * missing.
 */
const requiredFields = ['id', 'keys', 'source', 'fingerprint', 'teamSize'] as const;
const optionalFields = { ...kinds.PAPER.fields, abstract: null, titleLatex: null, abstractLatex: null };

const projection = [...requiredFields, ...Object.keys(optionalFields), 'claims']
  .map((field) => `.${field}`)
  .join(', ');

const mentions = (relation: MentionRelation): string => `COLLECT {
    MATCH (paper)-[edge:${relations[relation].kind}]->(node)
    RETURN edge{id: node.id, .score}
  } AS ${relation}`;

export const storedPapers: Statement = {
  name: 'storedPapers',
  purpose: 'Reads papers with all data that their records have stated.',
  text: `MATCH (paper:Paper) WHERE paper.id IN $ids
RETURN paper{${projection}} AS paper,
  COLLECT {
    MATCH (author)-[authored:AUTHORED]->(paper)
    WITH authored, author ORDER BY authored.position, author.id
    RETURN authored{.*, authorId: author.id}
  } AS authorships,
  ${[...mentionRelations.map(mentions), ...linkRelations.map(collectLinks)].join(',\n  ')}`,
};

type RequiredField = (typeof requiredFields)[number];
type AuthorshipProperties = ReturnType<typeof authorshipProperties>;
/** An authorship as the statement reads it: without the properties that have no value. */
type AuthorshipRow = { authorId: EntityId } & Pick<AuthorshipProperties, 'position' | 'printed'> &
  Partial<AuthorshipProperties>;

/** A row of `storedPapers`. The score of a target is null or absent if the target has none. */
export interface StoredPaperRow extends Record<ListedRelation, readonly TargetRow[]> {
  paper: Pick<StoredPaper, RequiredField> & { claims: EntityId[] | null } & Readonly<Record<string, unknown>>;
  authorships: AuthorshipRow[];
}
type TargetRow = Pick<ListedTarget, 'id'> & Partial<ListedTarget>;

/** Converts a row of the statement `storedPapers` back to the paper in the form in which an import stores it. */
export const storedPaper = ({ paper, authorships, ...targets }: StoredPaperRow): StoredPaper => {
  const optional = Object.entries(optionalFields).map(([field, absent]) => [field, paper[field] ?? absent]);
  const required = requiredFields.map((field) => [field, paper[field]]);
  return {
    ...(Object.fromEntries([...required, ...optional]) as Omit<StoredPaper, 'authorships' | 'targets'>),
    ...(paper.claims && { claims: paper.claims }),
    authorships: authorships.map(storedAuthorship),
    targets: perRelation(listedRelations, (relation) =>
      targets[relation]
        .map(({ id, score }) => ({ id, score: score ?? null }))
        .sort((a, b) => compareTexts(a.id, b.id)),
    ),
  };
};

const storedAuthorship = (row: AuthorshipRow): StoredAuthorship => ({
  authorId: row.authorId,
  position: row.position,
  printed: row.printed,
  curated: row.curated ?? null,
  alternatives: row.alternatives ?? [],
  isCorresponding: row.isCorresponding ?? null,
  ...(row.claims && { claims: row.claims }),
  affiliations: storedAffiliations(row.affiliationsAsPrinted ?? [], row.institutionIds ?? []),
});

/**
 * `printed` is empty if no affiliation has a printed text, and `institutionIds` is empty if no institution is known.
 */
const storedAffiliations = (printed: readonly string[], institutionIds: readonly EntityId[]) =>
  Array.from({ length: Math.max(printed.length, institutionIds.length) }, (_, index) => ({
    printed: printed[index] || null,
    institutionId: institutionIds[index] || null,
  }));
