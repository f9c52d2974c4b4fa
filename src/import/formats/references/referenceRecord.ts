import { readCitationNote } from '../../../graph/citationNote.ts';
import { tidy } from '../../../graph/names.ts';
import { filledList, presentFields } from '../reading/jsonFields.ts';
import { publicationDate } from './publicationDate.ts';
import { statedIds, type IdStatements } from './statedIds.ts';

/** A paper as a reference manager describes it: what BibTeX, RIS and CSL JSON have in common. */
export interface Reference extends IdStatements {
  title?: unknown;
  titleLatex?: string | undefined;
  abstract?: unknown;
  abstractLatex?: string | undefined;
  paperType?: string | undefined;
  venueName?: unknown;
  /** The date of publication as the file writes it in several fields, most reliable first. */
  dates: readonly string[];
  authors: readonly unknown[];
  isRetracted?: boolean;
  notes?: readonly string[];
  keywords?: unknown;
}

const MAX_KEYWORDS = 1_000;

/** Translates a reference to an import record. Values of a wrong type are kept, so that validation reports them. */
export const referenceRecord = (reference: Reference, source: string): object => {
  const notes = (reference.notes ?? []).map((note) => readCitationNote(tidy(note)));
  const cut = notes.find(({ cutAuthors }) => cutAuthors !== null)?.cutAuthors;
  return {
    source,
    ...presentFields<Record<string, unknown>>({
      ids: statedIds(reference),
      // JSON may give a title as a number, for example 1984
      title: typeof reference.title === 'number' ? String(reference.title) : reference.title,
      titleLatex: reference.titleLatex,
      abstract: reference.abstract,
      abstractLatex: reference.abstractLatex,
      ...publicationDate(reference.dates.filter((text) => text.trim() !== '')),
      paperType: reference.paperType,
      venueName: reference.venueName,
      url: reference.addresses?.find((address) => /^https?:\/\/\S+$/i.test(address)),
      isRetracted: (reference.isRetracted ?? notes.some(({ isRetracted }) => isRetracted)) || undefined,
      authorCount: cut?.all ?? undefined,
      authorListIsComplete: cut ? false : undefined,
      authors: filledList(reference.authors),
      topics: topicsOf(reference.keywords ?? []),
    }),
  };
};

/** The keywords as topics. Undefined if there are no keywords, so that the import keeps the stored topics. */
const topicsOf = (keywords: unknown): unknown => {
  if (!isListOfTexts(keywords)) return keywords;
  const names = new Set(keywords.map(tidy).filter((name) => name !== ''));
  return names.size === 0 ? undefined : [...names].slice(0, MAX_KEYWORDS).map((name) => ({ name }));
};

const isListOfTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

/** Splits a text of keywords at semicolons or, if there is none between two keywords, at commas. */
export const splitKeywords = (text: string): string[] => text.split(/;\s*\S/.test(text) ? ';' : ',');
