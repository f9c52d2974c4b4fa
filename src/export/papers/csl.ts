/*
 * The part of CSL-JSON (https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html) that papers need. Each of
 * the three paper formats is created from it.
 */

export type CslType =
  | 'article'
  | 'article-journal'
  | 'book'
  | 'chapter'
  | 'dataset'
  | 'document'
  | 'paper-conference'
  | 'report'
  | 'software'
  | 'thesis';

/** A name split into its parts or, if it cannot be split, the whole name as `literal`. */
export type CslName =
  { family: string; given?: string; 'non-dropping-particle'?: string; suffix?: string } | { literal: string };

/** Every text is on one line and has no surrogates without a partner. */
export interface CslItem {
  /** The citation key. */
  id: string;
  'citation-key': string;
  type: CslType;
  title?: string;
  author?: CslName[];
  issued?: { 'date-parts': [number[]] };
  'container-title'?: string;
  publisher?: string;
  DOI?: string;
  URL?: string;
  archive?: 'arXiv';
  archive_location?: string;
  abstract?: string;
  note?: string;
  /** The id of the paper in this graph. */
  custom: { entityId: string };
}

export interface Citation {
  item: CslItem;
  /** The title and the abstract as LaTeX, each on one line; a text without formulas is left out. */
  latex: { title?: string; abstract?: string };
  /** Whether the paper has more authors than the item lists. */
  hasMoreAuthors: boolean;
}

export interface PaperFormat {
  mediaType: string;
  extension: string;
  /** The beginning of the file. @param cut a sentence about what was left out; formats without comments ignore it */
  begin(cut: string | null): string;
  /** The text between two papers. */
  separator: string;
  entry(citation: Citation): string;
  end: string;
}
