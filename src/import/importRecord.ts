/**
 * The import record: one JSON object a line, the one form every other format is translated to. Its public
 * description is schema/import-record.schema.json, which validates lines before they become these types.
 */
export interface PaperIds {
  doi?: string;
  arxiv?: string;
  openalex?: string;
  acl?: string;
  dblp?: string;
  s2?: string;
}

export interface PersonIds {
  orcid?: string;
  openalex?: string;
  dblp?: string;
  acl?: string;
  s2?: string;
}

export interface InstitutionIds {
  ror?: string;
  openalex?: string;
}

export interface TopicIds {
  openalex?: string;
}

export interface RecordAffiliation {
  /** The affiliation line as the paper prints it; alone it makes no institution. */
  printed?: string;
  name?: string;
  ids?: InstitutionIds;
  institutionType?: string;
  /** ISO 3166-1 alpha-2. */
  countryCode?: string;
  city?: string;
}

export interface RecordAuthor {
  /** The person's name as the source has it; the curated one where `printedName` is given beside it. */
  name: string;
  printedName?: string;
  alternativeNames?: string[];
  ids?: PersonIds;
  corresponding?: boolean;
  affiliations?: RecordAffiliation[];
}

export interface RecordTopic {
  name: string;
  ids?: TopicIds;
  level?: string;
  /** How much the paper is about it, 0–1. */
  score?: number;
}

export interface PaperRecord {
  record?: 'paper';
  source?: string;
  ids?: PaperIds;
  title?: string;
  abstract?: string;
  /** YYYY-MM-DD, where the day is known. */
  date?: string;
  year?: number;
  paperType?: string;
  venueName?: string;
  url?: string;
  codeUrl?: string;
  citationCount?: number;
  isRetracted?: boolean;
  /** The full number of authors, where the source says it. */
  authorCount?: number;
  authorListIsComplete?: boolean;
  authors?: RecordAuthor[];
  topics?: RecordTopic[];
  /** `<scheme>:<value>`, for instance `doi:10.1000/xyz`. */
  references?: string[];
}

export interface TopicRecord {
  record: 'topic';
  source?: string;
  name: string;
  ids?: TopicIds;
  level?: string;
  broader?: { name?: string; ids?: TopicIds; level?: string }[];
}

export interface CitationRecord {
  record: 'citation';
  from: string;
  to: string;
}

export type ImportRecord = PaperRecord | TopicRecord | CitationRecord;

/** Where a record came from, for reports: a file and a line (from 1) in it. */
export interface RecordOrigin {
  file: string;
  line: number;
}

/** What a format yields: a record, or a line that is none, with the reason a person can act on. */
export type FormatItem =
  | { origin: RecordOrigin; record: ImportRecord }
  | { origin: RecordOrigin; skipped: string }
  /** Something dropped from a record that stays, for instance an identifier that is none. */
  | { origin: RecordOrigin; dropped: string };

/** How far a reader is, for progress: bytes of the files read of all there are. */
export interface ReadingProgress {
  bytesRead: number;
  bytesTotal: number;
}

/** A format reads files or folders and yields items in a fixed order, holding no more than a record or so. */
export interface ImportFormat {
  /** What the command line calls it. */
  name: string;
  /** The `source` of records that name none; also what name keys begin with (`acl` gives `acl-name`). */
  source: string;
  read(paths: readonly string[], progress: ReadingProgress): AsyncIterable<FormatItem>;
}
