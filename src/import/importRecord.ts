import type { DocumentChanges } from '../graph/importSession.ts';
import type { ImportProblem } from './importProblem.ts';

/*
 * The types of import records. Every import format is translated to such records. schema/import-record.schema.json
 * describes them for users, and each record is validated by it before the program treats it as one of these types.
 */

export interface PaperIds {
  doi?: string;
  arxiv?: string;
  openalex?: string;
  acl?: string;
  dblp?: string;
  s2?: string;
  /** The 40 hexadecimal digits in addresses of Semantic Scholar; `s2` is the corpus id. */
  s2sha?: string;
}

export interface PersonIds {
  orcid?: string;
  openalex?: string;
  dblp?: string;
  acl?: string;
  s2?: string;
}

interface InstitutionIds {
  ror?: string;
  openalex?: string;
}

export interface TopicIds {
  openalex?: string;
}

export interface RecordAffiliation {
  /** The affiliation as the paper prints it. The import does not search this text for the name of an institution. */
  printed?: string;
  name?: string;
  ids?: InstitutionIds;
  institutionType?: string;
  /** The country as a code of two letters (ISO 3166-1 alpha-2), for example DE. */
  countryCode?: string;
  city?: string;
}

export interface RecordAuthor {
  /** The name that the source uses for the person; the curated name if `printedName` is also given. */
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
  /** How much the paper is about the topic, 0–1. */
  score?: number;
}

export interface PaperRecord {
  record?: 'paper';
  source?: string;
  ids?: PaperIds;
  title?: string;
  /** The title in LaTeX, as a BibTeX file has it. By default it is made from `title` if that has formulas. */
  titleLatex?: string;
  abstract?: string;
  /** The abstract in LaTeX, see `titleLatex`. */
  abstractLatex?: string;
  /** The day of publication, YYYY-MM-DD; absent if the day is unknown. */
  date?: string;
  year?: number;
  paperType?: string;
  venueName?: string;
  url?: string;
  codeUrl?: string;
  citationCount?: number;
  /** Absent if the source does not say whether the paper was retracted; the import then keeps the stored value. */
  isRetracted?: boolean;
  /**
   * Whether the source took the paper back. The import then removes the paper. It uses only the fields that identify
   * the paper, and `removalReason`.
   */
  isRemoved?: boolean;
  /** Why the source took the paper back, in the words of the source. */
  removalReason?: string;
  /** The full number of authors if the source states it; may exceed the length of the list. */
  authorCount?: number;
  authorListIsComplete?: boolean;
  /**
   * The authors in printed order. Absent if the source does not say who the authors are; the import then keeps the
   * stored list.
   */
  authors?: readonly RecordAuthor[];
  topics?: RecordTopic[];
  /** The cited papers, each as `<scheme>:<value>`, for example `doi:10.1000/xyz`. */
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

/** The source merged an entity into another one: both identifiers lead to the remaining entity. */
export interface RedirectRecord {
  record: 'redirect';
  kind?: 'paper' | 'author' | 'institution';
  from: string;
  to: string;
}

/** An abstract for a stored paper that has none. */
export interface AbstractRecord {
  record: 'abstract';
  /** An identifier of the paper as `<scheme>:<value>`, for example `doi:10.1000/xyz`. */
  paper: string;
  text: string;
}

export type ImportRecord = PaperRecord | TopicRecord | CitationRecord | RedirectRecord | AbstractRecord;

/** The place of a record for the report. */
export interface RecordOrigin {
  file: string;
  /** The number of the line in the file; the first line is 1. */
  line: number;
  /** The position of the record in a list that stands on one line; the first position is 1. */
  item?: number;
}

/**
 * What a format yields: a value that is validated as an import record, or a problem that the report lists. `source` is
 * the source of a record that does not name one; the default is that of the format.
 */
export type SourceItem =
  | { origin: RecordOrigin; value: unknown; source?: string }
  | { origin: RecordOrigin; problem: ImportProblem };

/**
 * A point at which the import stores everything before it reads the next item: all items so far, and the documents of
 * this checkpoint.
 */
export interface Checkpoint {
  checkpoint: DocumentChanges;
}

/** Progress in bytes of the files on disk, which may be compressed; for a web service, in records. */
export interface ReadingProgress {
  bytesRead: number;
  bytesTotal: number;
}

/** The beginning of a file, by which its format is recognized. */
export interface FileStart {
  /**
   * Up to 65,536 characters, expanded from gzip, without the comments and declarations at the beginning of the file.
   */
  text: string;
  /** The names of all JSON fields in the text, also of nested ones. */
  fields: ReadonlySet<string>;
  /** If the file is damaged: why it cannot be read beyond `text`. */
  damage?: string;
}

/** Reads files or folders and yields their items in a fixed order, with memory for a few records only. */
export interface ImportFormat<Extra extends Checkpoint = never> {
  /** The name on the command line. */
  name: string;
  /** The source of records that do not name one; also the prefix of name keys: `acl` gives `acl-name`. */
  source: string;
  /**
   * Whether a file that begins like this is in the format. A format without this function is used only if the user
   * names it.
   */
  recognizes?(start: FileStart): boolean;
  /** The names of files that are in the format if no format recognizes their contents. */
  fileNames?: RegExp;
  /**
   * The paths, relative to a folder, of files by which a folder is known to hold a whole data set in this format. The
   * format then decides which of its files are read.
   */
  layout?: RegExp;
  /** The names of files that belong to a data set in this format but have no records, such as lists of its files. */
  otherFiles?: RegExp;
  read(paths: readonly string[], progress: ReadingProgress): AsyncIterable<SourceItem | Extra>;
}
