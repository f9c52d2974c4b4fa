import { entityKinds } from '../../graph/model/entityKinds.ts';
import type { NamedKind } from '../../graph/model/kinds.ts';
import {
  hasScores,
  linkRelations,
  mentionRelations,
  perRelation,
  type LinkRelation,
  type MentionRelation,
} from '../../graph/model/listedRelations.ts';
import { relationRow, relations, type StoredRelationKind } from '../../graph/model/relations.ts';

/**
 * The table of the records that are stored beside the graph (see KeptType). Files that older versions of this program
 * wrote get the table when they are opened.
 */
export const KEPT_TABLE = `
CREATE TABLE IF NOT EXISTS kept (type TEXT NOT NULL, id TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (type, id)) WITHOUT ROWID;`;

/**
 * The table of the hidden institutions and topics that papers mention. A hidden entity is not in the table `entity`,
 * but its rows stay in the tables of papers, so that hiding an entity with many papers changes few rows. The entity
 * gets the same row id when it is shown again. Files that older versions of this program wrote get the table when they
 * are opened.
 */
export const HIDDEN_TABLE = `
CREATE TABLE IF NOT EXISTS hidden (key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE);`;

/**
 * SQL conditions that select the few rows with claims. A claim is an identifier that the record of a paper or author
 * states, but that another entity has (see StoredPaper and StoredAuthorship).
 */
export const hasClaims = {
  authorship: 'json_array_length(details) > 5',
  paper: `json_array_length(facts, '$.claims') > 0`,
} as const;

export const CLAIM_INDEX = 'entity_by_claims';

/**
 * Indexes by which claims are found without reading whole tables. Files that older versions of this program wrote get
 * the indexes when they are opened.
 */
export const CLAIM_INDEXES = `
CREATE INDEX IF NOT EXISTS authorship_by_claims ON authorship (paper, position) WHERE ${hasClaims.authorship};
CREATE INDEX IF NOT EXISTS ${CLAIM_INDEX} ON entity (key) WHERE ${hasClaims.paper};`;

/** The version of the file's format. It is raised with each change that older versions of this program cannot read. */
export const SCHEMA_VERSION = 2;

/** For each kind, the table and the column that hold the entities of a paper. The paper is in the column `paper`. */
export const neighborTables = {
  AUTHOR: { table: 'authorship', column: 'author' },
  INSTITUTION: { table: 'affiliation', column: 'institution' },
  ...(Object.fromEntries(
    mentionRelations
      .map((name) => relationRow(name))
      .map(({ kind, to }) => [to, { table: kind.toLowerCase(), column: to.toLowerCase() }]),
  ) as Record<(typeof relations)[MentionRelation]['to'], TableColumn>),
} satisfies Record<NamedKind, TableColumn>;

interface TableColumn {
  table: string;
  column: string;
}

/** Tables are named after the kind of their relation, except the table of citations, which existed before this rule. */
const oldNames: Readonly<Partial<Record<LinkRelation, string>>> = { references: 'reference' };

/** The names of the tables for the relations between papers. */
export const linkTables = perRelation(
  linkRelations,
  (relation) => oldNames[relation] ?? relationRow(relation).kind.toLowerCase(),
);

const mentionTable = (relation: MentionRelation): string => {
  const { table, column } = neighborTables[relations[relation].to];
  return `
CREATE TABLE ${table} (paper INTEGER NOT NULL, ${column} INTEGER NOT NULL, score INTEGER, PRIMARY KEY (paper, ${column})) WITHOUT ROWID;
CREATE INDEX ${table}_by_${column} ON ${table} (${column});`;
};

const linkTable = (relation: LinkRelation): string => {
  const table = linkTables[relation];
  return `
CREATE TABLE ${table} (
  paper INTEGER NOT NULL,
  cited TEXT NOT NULL,              -- the identifier that the record gives
  target INTEGER,                   -- the row id of the paper that has it, once it is stored
  ${hasScores(relation) ? 'score INTEGER,\n  ' : ''}PRIMARY KEY (paper, cited)
) WITHOUT ROWID;
CREATE INDEX ${table}_by_target ON ${table} (target) WHERE target IS NOT NULL;
CREATE INDEX ${table}_by_key ON ${table} (cited) WHERE target IS NULL;`;
};

/**
 * The table that states which entities each of the latest versions of the graph changed (see changeLog.ts). Files that
 * older versions of this program wrote get the table when they are opened.
 */
export const CHANGE_TABLE = `CREATE TABLE IF NOT EXISTS change (
  version INTEGER PRIMARY KEY,
  since TEXT NOT NULL,              -- when the version before it was stored
  ids TEXT,                         -- JSON: what changed; NULL after a large import
  removed TEXT                      -- JSON: those of them that were removed or merged into others
);`;

/**
 * The tables of the data file. `key` is the rowid of SQLite, by which the other tables refer to an entity; `id` is its
 * public id; its other identifiers are in `alias`. Derived relations and counts are not stored: the graph in memory
 * computes them.
 */
export const SCHEMA = `
CREATE TABLE entity (
  key INTEGER PRIMARY KEY,
  kind INTEGER NOT NULL,            -- index into entityKinds
  id TEXT NOT NULL UNIQUE,
  keys TEXT NOT NULL,               -- JSON: every id it is found by
  name TEXT,                        -- of authors, institutions, topics
  folded TEXT,
  facts TEXT NOT NULL DEFAULT '{}', -- JSON: what else its kind has
  fingerprint TEXT
);
CREATE INDEX entity_by_name ON entity (kind, folded, name, id) WHERE folded IS NOT NULL;
CREATE TABLE alias (id TEXT PRIMARY KEY, entity INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX alias_by_entity ON alias (entity);
CREATE TABLE paper (
  key INTEGER PRIMARY KEY,
  day INTEGER, year INTEGER, citations INTEGER, teamSize INTEGER NOT NULL, authorCount INTEGER,
  type TEXT, venue TEXT, hasCode INTEGER NOT NULL
);
CREATE TABLE abstract (paper INTEGER PRIMARY KEY, text TEXT NOT NULL);
CREATE TABLE authorship (
  paper INTEGER NOT NULL, position INTEGER NOT NULL, author INTEGER NOT NULL,
  details TEXT NOT NULL,            -- JSON: names and affiliations as printed, and claims
  PRIMARY KEY (paper, position)
) WITHOUT ROWID;
CREATE INDEX authorship_by_author ON authorship (author);
CREATE TABLE affiliation (
  paper INTEGER NOT NULL, author INTEGER NOT NULL, institution INTEGER NOT NULL,
  PRIMARY KEY (paper, author, institution)
) WITHOUT ROWID;
CREATE INDEX affiliation_by_institution ON affiliation (institution);
${mentionRelations.map(mentionTable).join('')}
CREATE TABLE broader (topic INTEGER NOT NULL, parent INTEGER NOT NULL, PRIMARY KEY (topic, parent)) WITHOUT ROWID;
CREATE INDEX broader_by_parent ON broader (parent);
${linkRelations.map(linkTable).join('')}
CREATE TABLE earlyCitation (citing TEXT NOT NULL, cited TEXT NOT NULL, PRIMARY KEY (citing, cited)) WITHOUT ROWID;
CREATE TABLE spelling (kind INTEGER NOT NULL, folded TEXT NOT NULL, entity INTEGER NOT NULL, PRIMARY KEY (kind, folded, entity)) WITHOUT ROWID;
CREATE INDEX spelling_by_entity ON spelling (entity);
${entityKinds.map((_, kind) => `CREATE VIRTUAL TABLE words${kind} USING fts5(words, content='', contentless_delete=1, tokenize='ascii', detail=none, prefix='1 2');`).join('\n')}
${KEPT_TABLE}
${CHANGE_TABLE}
${HIDDEN_TABLE}
${CLAIM_INDEXES}
CREATE TABLE meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
INSERT INTO meta VALUES ('dataVersion', 0), ('asOf', '1970-01-01T00:00:00.000Z');
`;

/** The rows of a table that are the edges of a relation, and the columns of each edge. */
export interface EdgeRows {
  /** The text after FROM in an SQL statement that reads the edges: a table or a subquery. */
  from: string;
  /** The columns with the entities at the two ends of an edge. */
  source: string;
  target: string;
  /**
   * The column with the value of an edge, for example the score of a topic. Null if the edges have no value; then
   * several rows may describe the same edge.
   */
  value: string | null;
}

/** The edges of each stored relation, in the stored direction. */
export const edgeRows: Readonly<Partial<Record<StoredRelationKind, EdgeRows>>> = {
  AUTHORED: { from: 'authorship', source: 'author', target: 'paper', value: 'position' },
  BROADER: { from: 'broader', source: 'topic', target: 'parent', value: null },
  ...Object.fromEntries(
    mentionRelations.map((name): [string, EdgeRows] => {
      const { table, column } = neighborTables[relations[name].to];
      return [relations[name].kind, { from: table, source: 'paper', target: column, value: 'score' }];
    }),
  ),
  ...Object.fromEntries(
    linkRelations.map((name): [string, EdgeRows] => {
      const links = `${linkTables[name]} WHERE target IS NOT NULL AND target <> paper`;
      const best = `(SELECT paper, target, max(score) AS score FROM ${links} GROUP BY paper, target)`;
      const [from, value] = hasScores(name) ? [best, 'score'] : [links, null];
      return [relations[name].kind, { from, source: 'paper', target: 'target', value }];
    }),
  ),
};

/** The column of the table `paper` for each text field by which lists of papers can be filtered. */
export const paperWordColumns: Readonly<Record<string, string>> = { paperType: 'type', venueName: 'venue' };
