import type { ImportProblem } from '../../importProblem.ts';
import type { PaperRecord } from '../../importRecord.ts';
import type { PrintedPaper } from './collectionParser.ts';
import { recordAuthor, type AnthologyPeople } from './anthologyPeople.ts';
import { venueOfVolume, type AnthologyVenues } from './anthologyVenues.ts';
import { addressOf } from '../reading/jsonFields.ts';

/** The Anthology's lists of people and venues. */
export interface AnthologyTables {
  people: AnthologyPeople;
  venues: AnthologyVenues;
}

const journals: ReadonlySet<string> = new Set(['cl', 'tacl', 'lilt', 'ijclclp']);

/** Translates a paper to an import record, and says what is wrong with it. */
export const anthologyRecord = (
  paper: PrintedPaper,
  tables: AnthologyTables,
): { record: PaperRecord; problems: ImportProblem[] } => {
  const { volume, doi } = paper;
  const id = anthologyId(volume.collection, volume.number, paper.number);
  const authors = paper.authors.map((author) => recordAuthor(author, tables.people));
  const record: PaperRecord = {
    ids: { ...(doi && { doi }), ...(id !== undefined && { acl: id }) },
    isRetracted: paper.isRetracted,
    authors: authors.map(({ author }) => author),
  };
  if (id !== undefined) record.url = `https://aclanthology.org/${id}`;
  if (paper.title) record.title = paper.title;
  if (paper.abstract) record.abstract = paper.abstract;
  const year = yearOf(paper);
  if (year !== undefined) record.year = year;
  const codeUrl = addressOf(paper.codeUrl);
  if (codeUrl !== undefined) record.codeUrl = codeUrl;
  if (paper.isRemoved) Object.assign(record, removalOf(paper));
  return {
    record: { ...record, ...placeOfPublication(paper, tables.venues) },
    problems: [
      ...(id === undefined ? [withoutId(paper)] : []),
      ...authors.flatMap(({ problems }) => problems),
    ],
  };
};

const withoutId = ({ volume: { collection, number: volume }, number }: PrintedPaper): ImportProblem => ({
  kind: 'invalidIdentifier',
  message: `collection "${collection}", volume "${volume}" and paper "${number}" do not form an Anthology id`,
});

/**
 * The fields of a record that say that the Anthology removed the paper. The reason begins with the day of the removal.
 */
const removalOf = ({ removalDate, removalReason }: PrintedPaper): Partial<PaperRecord> => {
  const reason = [removalDate, removalReason].filter(Boolean).join(': ');
  return { isRemoved: true, ...(reason !== '' && { removalReason: reason }) };
};

/**
 * Whether a volume is the proceedings of a workshop. The letter of its collection then does not determine its venue.
 */
const isWorkshopVolume = (collection: string, volume: string): boolean =>
  collection.startsWith('W') || (collection === 'D19' && Number(volume) >= 5);

/**
 * Whether ids in the volume have two digits for the volume and two for the paper, instead of one and three. Such
 * collections have many volumes.
 */
const hasLongVolumeNumbers = (collection: string, volume: string): boolean =>
  collection === 'C69' || isWorkshopVolume(collection, volume);

const oldStyle = /^[A-Z]\d{2}$/;
const newStyle = /^\d{4}\.[a-z0-9_]+$/;

/** A volume as the Anthology writes it, for example W02-10, P18-1 or 2020.acl-main. */
const volumeKeyOf = (collection: string, volume: string): string =>
  `${collection}-${oldStyle.test(collection) && hasLongVolumeNumbers(collection, volume) ? volume.padStart(2, '0') : volume}`;

/**
 * The id of a paper, undefined if the parts do not form an id. New style: `collection-volume.paper`. Old style: one
 * digit for the volume and three for the paper. In the collections W.. and C69, and in D19 from volume 5 on: two digits
 * for the volume and two for the paper.
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

/** The year of the paper, else of its volume, else of its collection. */
const yearOf = ({ year, volume }: PrintedPaper): number | undefined => {
  const stated = [year, volume.year].find((each) => each !== undefined && /^\d{4}$/.test(each));
  return stated === undefined ? yearOfCollection(volume.collection) : Number(stated);
};

const yearOfCollection = (collection: string): number | undefined => {
  if (newStyle.test(collection)) return Number(collection.slice(0, 4));
  if (!oldStyle.test(collection)) return undefined;
  const year = Number(collection.slice(1));
  return year >= 50 ? 1900 + year : 2000 + year;
};

/**
 * The journal or book that the paper itself names, else the acronym of its venue (the same in all years), else the
 * title of the volume.
 */
const placeOfPublication = (
  paper: PrintedPaper,
  venues: AnthologyVenues,
): Pick<PaperRecord, 'venueName' | 'paperType'> => {
  const { volume } = paper;
  const { collection, number } = volume;
  const isWorkshop = isWorkshopVolume(collection, number);
  const key = volumeKeyOf(collection, number);
  const venue = venueOfVolume({ collection, key, isWorkshop, venues: volume.venues }, venues);
  const venueName = paper.journal || paper.bookTitle || venue?.acronym || volume.journal || volume.bookTitle;
  const isArticle = Boolean(paper.journal) || isJournal(collection, venue?.slug);
  const paperType = paper.type === 'backmatter' ? 'OTHER' : isArticle ? 'ARTICLE' : 'CONFERENCE_PAPER';
  return venueName ? { venueName, paperType } : { paperType };
};

const isJournal = (collection: string, slug: string | undefined): boolean =>
  /^[JQ]\d{2}$/.test(collection) || journals.has(slug ?? collection.replace(/^\d{4}\./, ''));
