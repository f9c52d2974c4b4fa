import { entityKinds } from '../../graph/model/entities.ts';
import type { StoredRelationKind } from '../../graph/model/relations.ts';

/** Raised with each change that older programs cannot read. */
export const SCHEMA_VERSION = 1;

/**
 * The tables of the file. `key` is an entity's number in this file, `id` its public id; its other identifiers are in
 * `alias`. Derived relations and counts are not stored: the graph in memory computes them.
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
  details TEXT NOT NULL,            -- JSON: names and affiliations as printed
  PRIMARY KEY (paper, position)
) WITHOUT ROWID;
CREATE INDEX authorship_by_author ON authorship (author);
CREATE TABLE affiliation (
  paper INTEGER NOT NULL, author INTEGER NOT NULL, institution INTEGER NOT NULL,
  PRIMARY KEY (paper, author, institution)
) WITHOUT ROWID;
CREATE INDEX affiliation_by_institution ON affiliation (institution);
CREATE TABLE about (paper INTEGER NOT NULL, topic INTEGER NOT NULL, score INTEGER, PRIMARY KEY (paper, topic)) WITHOUT ROWID;
CREATE INDEX about_by_topic ON about (topic);
CREATE TABLE broader (topic INTEGER NOT NULL, parent INTEGER NOT NULL, PRIMARY KEY (topic, parent)) WITHOUT ROWID;
CREATE INDEX broader_by_parent ON broader (parent);
CREATE TABLE reference (
  paper INTEGER NOT NULL,
  cited TEXT NOT NULL,              -- the key that the record gives
  target INTEGER,                   -- the paper that has it, once it is stored
  PRIMARY KEY (paper, cited)
) WITHOUT ROWID;
CREATE INDEX reference_by_target ON reference (target) WHERE target IS NOT NULL;
CREATE INDEX reference_by_key ON reference (cited);
CREATE TABLE earlyCitation (citing TEXT NOT NULL, cited TEXT NOT NULL, PRIMARY KEY (citing, cited)) WITHOUT ROWID;
CREATE TABLE spelling (kind INTEGER NOT NULL, folded TEXT NOT NULL, entity INTEGER NOT NULL, PRIMARY KEY (kind, folded, entity)) WITHOUT ROWID;
CREATE INDEX spelling_by_entity ON spelling (entity);
${entityKinds.map((_, kind) => `CREATE VIRTUAL TABLE words${kind} USING fts5(words, content='', contentless_delete=1, tokenize='ascii', detail=none);`).join('\n')}
CREATE TABLE meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
INSERT INTO meta VALUES ('dataVersion', 0), ('asOf', '1970-01-01T00:00:00.000Z');
`;

/** Reads the edges of each stored relation, in its direction: source, target, and the value that the edge carries. */
export const edgeQueries: Readonly<Record<Exclude<StoredRelationKind, 'WRITTEN_AT'>, string>> = {
  ABOUT: 'SELECT paper, topic, score FROM about',
  AUTHORED: 'SELECT author, paper, position FROM authorship',
  BROADER: 'SELECT topic, parent, NULL FROM broader',
  CITES: 'SELECT DISTINCT paper, target, NULL FROM reference WHERE target IS NOT NULL AND target <> paper',
};

/** The columns of the table `paper` for the fields that lists of papers are filtered by. */
export const paperWordColumns: Readonly<Record<string, string>> = { paperType: 'type', venueName: 'venue' };
