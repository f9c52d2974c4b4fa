/*
 * As much of CSL-JSON (https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html) as papers stored here
 * need; the model that all three formats are written from.
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

/** A name taken apart, or, where it cannot be, as it is. */
export type CslName =
  { family: string; given: string; 'non-dropping-particle'?: string; suffix?: string } | { literal: string };

/** Texts are on one line and well-formed. */
export interface CslItem {
  /** The citation key: unique in any export, the same in all. */
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
  /** What the paper is called here. */
  custom: { entityId: string };
}

/** A paper as it is cited. */
export interface Citation {
  item: CslItem;
  /** Whether authors follow those listed. */
  hasMoreAuthors: boolean;
}

/** A file format for papers, written one after the other. */
export interface PaperFormat {
  mediaType: string;
  extension: string;
  /** @param cut what was left out, in a sentence, for formats that have comments */
  begin(cut: string | null): string;
  /** Between two papers. */
  separator: string;
  entry(citation: Citation): string;
  end: string;
}
