import type { StoredAuthorship, StoredPaper } from '../../graph/importSession.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import { kinds } from '../../graph/model/kinds.ts';
import type { Statement } from '../cypher/statement.ts';
import type { authorshipProperties } from './paperRow.ts';

/** What every paper has, and what records may leave out, with the values that mean so. */
const requiredFields = ['id', 'keys', 'source', 'fingerprint', 'teamSize'] as const;
const optionalFields = { ...kinds.PAPER.fields, abstract: null };

const projection = [...requiredFields, ...Object.keys(optionalFields)].map((field) => `.${field}`).join(', ');

export const storedPapers: Statement = {
  name: 'storedPapers',
  purpose: 'Reads papers with everything that their records said.',
  text: `MATCH (paper:Paper) WHERE paper.id IN $ids
RETURN paper{${projection}} AS paper,
  COLLECT {
    MATCH (author)-[authored:AUTHORED]->(paper)
    WITH authored, author ORDER BY authored.position, author.id
    RETURN authored{.*, authorId: author.id}
  } AS authorships,
  COLLECT {
    MATCH (paper)-[about:ABOUT]->(topic)
    WITH about, topic ORDER BY about.position, topic.id
    RETURN about{.score, topicId: topic.id}
  } AS topics,
  COLLECT { MATCH (paper)-[cites:CITES]->() UNWIND cites.keys AS key RETURN key }
    + COLLECT { MATCH (paper)-[:REFERS_TO]->(missing:Missing) RETURN missing.key } AS references`,
};

type RequiredField = (typeof requiredFields)[number];
type AuthorshipProperties = ReturnType<typeof authorshipProperties>;
type NullableProperty = 'curated' | 'isCorresponding';
/** Of an authorship properties that are null are absent; of a paper they are null. */
type AuthorshipRow = { authorId: EntityId } & Omit<AuthorshipProperties, NullableProperty> &
  Partial<Pick<AuthorshipProperties, NullableProperty>>;

/** A row of `storedPapers`. */
export interface StoredPaperRow {
  paper: Pick<StoredPaper, RequiredField> & Readonly<Record<string, unknown>>;
  authorships: AuthorshipRow[];
  topics: { topicId: EntityId; score: number | null }[];
  references: EntityId[];
}

/** The paper as the import wrote it. */
export const storedPaper = ({ paper, authorships, topics, references }: StoredPaperRow): StoredPaper => {
  const optional = Object.entries(optionalFields).map(([field, absent]) => [field, paper[field] ?? absent]);
  const required = requiredFields.map((field) => [field, paper[field]]);
  return {
    ...(Object.fromEntries([...required, ...optional]) as Omit<
      StoredPaper,
      'authorships' | 'topics' | 'references'
    >),
    authorships: authorships.map(storedAuthorship),
    topics,
    references: references.sort(),
  };
};

const storedAuthorship = (row: AuthorshipRow): StoredAuthorship => ({
  authorId: row.authorId,
  position: row.position,
  printed: row.printed,
  curated: row.curated ?? null,
  alternatives: row.alternatives,
  isCorresponding: row.isCorresponding ?? null,
  affiliations: row.affiliationsAsPrinted.map((printed, index) => ({
    printed: printed || null,
    institutionId: row.institutionIds[index] || null,
  })),
});
