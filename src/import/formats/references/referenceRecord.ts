import { readCitationNote } from '../../../graph/citationNote.ts';
import { tidy } from '../../../graph/names.ts';
import type { RecordAuthor } from '../../importRecord.ts';
import { presentFields } from '../reading/jsonFields.ts';
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
  /** When it was published, in any spelling, best first. */
  dates: readonly string[];
  authors: readonly RecordAuthor[];
  hasMoreAuthors?: boolean;
  notes?: readonly string[];
  keywords?: readonly string[];
}

const MAX_KEYWORDS = 1_000;

/** Translates a reference to an import record. Values of a wrong type stay, so that the report shows them. */
export const referenceRecord = (reference: Reference, source: string): object => {
  const notes = (reference.notes ?? []).map((note) => readCitationNote(tidy(note)));
  const cut = notes.find(({ cutAuthors }) => cutAuthors !== null)?.cutAuthors;
  return {
    source,
    ...presentFields<Record<string, unknown>>({
      ids: statedIds(reference),
      title: reference.title,
      titleLatex: reference.titleLatex,
      abstract: reference.abstract,
      abstractLatex: reference.abstractLatex,
      ...publicationDate(reference.dates.filter((text) => text.trim() !== '')),
      paperType: reference.paperType,
      venueName: reference.venueName,
      url: reference.addresses?.find((address) => /^https?:\/\/\S+$/i.test(address)),
      isRetracted: notes.some(({ isRetracted }) => isRetracted) || undefined,
      authorCount: cut?.all ?? undefined,
      authorListIsComplete: reference.hasMoreAuthors || cut ? false : undefined,
      authors: reference.authors,
      topics: topicsOf(reference.keywords ?? []),
    }),
  };
};

/** Undefined if there are no keywords, so that stored topics are kept. */
const topicsOf = (keywords: readonly string[]): { name: string }[] | undefined => {
  const names = new Set(keywords.map(tidy).filter((name) => name !== ''));
  return names.size === 0 ? undefined : [...names].slice(0, MAX_KEYWORDS).map((name) => ({ name }));
};

/** Keywords in one text, separated by semicolons or else by commas. */
export const splitKeywords = (text: string): string[] => text.split(text.includes(';') ? ';' : ',');
