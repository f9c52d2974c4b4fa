import type { PaperRecord } from '../../importRecord.ts';
import type { PrintedPaper } from './collectionParser.ts';
import { recordAuthor, type CuratedPeople } from './curatedPeople.ts';
import { venueOfVolume, type AnthologyVenues } from './anthologyVenues.ts';
import { addressOf } from '../reading/jsonFields.ts';

/** What the Anthology keeps beside the papers. */
export interface AnthologyTables {
  people: CuratedPeople;
  venues: AnthologyVenues;
}

const journals: ReadonlySet<string> = new Set(['cl', 'tacl', 'lilt', 'ijclclp']);

/** A paper of the Anthology as an import record, or why none can be made of it. */
export const anthologyRecord = (
  paper: PrintedPaper,
  tables: AnthologyTables,
): { record: PaperRecord } | { reason: string } => {
  const { volume } = paper;
  const id = anthologyId(volume.collection, volume.number, paper.number);
  if (id === undefined) {
    return {
      reason: `no Anthology id can be made of collection "${volume.collection}", volume "${volume.number}", paper "${paper.number}"`,
    };
  }
  const record: PaperRecord = {
    ids: { acl: id },
    url: `https://aclanthology.org/${id}`,
    authors: paper.authors.map((author) => recordAuthor(author, tables.people)),
  };
  if (paper.doi) record.ids = { doi: paper.doi, acl: id };
  if (paper.title) record.title = paper.title;
  if (paper.abstract) record.abstract = paper.abstract;
  const year = yearOf(paper);
  if (year !== undefined) record.year = year;
  const codeUrl = addressOf(paper.codeUrl);
  if (codeUrl !== undefined) record.codeUrl = codeUrl;
  if (paper.isRetracted) record.isRetracted = true;
  return { record: { ...record, ...placeOfPublication(paper, tables.venues) } };
};

/** Volumes of workshops: they have venues of their own, whatever the letter. */
const isWorkshopVolume = (collection: string, volume: string): boolean =>
  collection.startsWith('W') || (collection === 'D19' && Number(volume) >= 5);

/** Collections of many volumes count them with two digits, and leave two for the paper. */
const hasLongVolumeNumbers = (collection: string, volume: string): boolean =>
  collection === 'C69' || isWorkshopVolume(collection, volume);

const oldStyle = /^[A-Z]\d{2}$/;
const newStyle = /^\d{4}\.[a-z0-9_]+$/;

/** A volume as the Anthology writes it: W02-10, P18-1, 2020.acl-main. */
const volumeKeyOf = (collection: string, volume: string): string =>
  `${collection}-${oldStyle.test(collection) && hasLongVolumeNumbers(collection, volume) ? volume.padStart(2, '0') : volume}`;

/**
 * The paper's id "from collection, volume and number (old style: W, C69 and D19 from volume 5 use 2 + 2 digits,
 * other letters 1 + 3; new style `collection-volume.paper`)"; undefined where they do not fit.
 */
export const anthologyId = (collection: string, volume: string, number: string): string | undefined => {
  if (!/^\d+$/.test(number)) return undefined;
  if (newStyle.test(collection)) {
    return /^[A-Za-z0-9_]+$/.test(volume) ? `${collection}-${volume}.${Number(number)}` : undefined;
  }
  if (!oldStyle.test(collection) || !/^\d+$/.test(volume)) return undefined;
  const digits = hasLongVolumeNumbers(collection, volume) ? 2 : 3;
  const id = `${volumeKeyOf(collection, volume)}${String(Number(number)).padStart(digits, '0')}`;
  return /^[A-Z]\d{2}-\d{4}$/.test(id) ? id : undefined;
};

/** "year is the paper's or volume's `<year>`, else the collection's (`yy` ≥ 50 is 19yy)" */
const yearOf = ({ year, volume }: PrintedPaper): number | undefined => {
  const printed = [year, volume.year].find((each) => each !== undefined && /^\d{4}$/.test(each));
  return printed === undefined ? yearOfCollection(volume.collection) : Number(printed);
};

const yearOfCollection = (collection: string): number | undefined => {
  if (newStyle.test(collection)) return Number(collection.slice(0, 4));
  if (!oldStyle.test(collection)) return undefined;
  const year = Number(collection.slice(1));
  return year >= 50 ? 1900 + year : 2000 + year;
};

/**
 * The short name people know a venue by (ACL, TACL, WMT), so that papers of all years are found under it; a
 * journal or book that the paper itself names comes first, and a volume of no known venue goes by its book title.
 */
const placeOfPublication = (
  paper: PrintedPaper,
  venues: AnthologyVenues,
): Pick<PaperRecord, 'venueName' | 'paperType'> => {
  const { volume } = paper;
  const { collection, number } = volume;
  const isWorkshop = isWorkshopVolume(collection, number);
  const venue = venueOfVolume(collection, volumeKeyOf(collection, number), isWorkshop, venues);
  const venueName = paper.journal || paper.bookTitle || venue?.acronym || volume.journal || volume.bookTitle;
  const isArticle = Boolean(paper.journal) || isJournal(collection, venue?.word);
  const paperType = paper.type === 'backmatter' ? 'OTHER' : isArticle ? 'ARTICLE' : 'CONFERENCE_PAPER';
  return venueName ? { venueName, paperType } : { paperType };
};

const isJournal = (collection: string, word: string | undefined): boolean =>
  /^[JQ]\d{2}$/.test(collection) || journals.has(word ?? collection.replace(/^\d{4}\./, ''));
