import type { RecordAuthor } from '../../importRecord.ts';
import { filledList, presentFields } from '../reading/jsonFields.ts';
import { publicationDate } from '../references/publicationDate.ts';
import { statedIds } from '../references/statedIds.ts';
import type { DblpField, DblpRecord } from './dblpParser.ts';

/**
 * The paper type for each element that is imported. Proceedings are not imported, because their editors are not
 * co-authors.
 */
const paperTypes = new Map([
  ['article', 'ARTICLE'],
  ['inproceedings', 'CONFERENCE_PAPER'],
  ['incollection', 'BOOK_CHAPTER'],
  ['book', 'BOOK'],
  ['phdthesis', 'DISSERTATION'],
  ['mastersthesis', 'DISSERTATION'],
  ['data', 'DATASET'],
]);
export const publicationElements: ReadonlySet<string> = new Set(paperTypes.keys());

/** The paper type for the values of `publtype` that are more specific than the element. */
const specialTypes = new Map([
  ['informal', 'PREPRINT'],
  ['survey', 'REVIEW'],
  ['software', 'SOFTWARE'],
  ['encyclopedia', 'BOOK_CHAPTER'],
]);

/**
 * Translates a publication to an import record.
 *
 * @param sharedNames names that stand for several people whom dblp has not told apart
 */
export const dblpPublication = (record: DblpRecord, sharedNames: ReadonlySet<string>): object => {
  const { type, key, publicationTypes } = record;
  const texts = (name: string): string[] =>
    record.fields.filter((field) => field.name === name && field.text !== '').map(({ text }) => text);
  const people = (name: string): DblpField[] => record.fields.filter((field) => field.name === name);
  const authors = people('author');
  const addresses = texts('ee').filter((text) => /^https?:\/\/\S+$/i.test(text));
  const special = publicationTypes.map((word) => specialTypes.get(word)).find((each) => each !== undefined);
  const citations = texts('cite').filter((text) => text !== '...');
  return (
    presentFields<Record<string, unknown>>({
      ids: { ...statedIds({ addresses }), ...(key !== '' && { dblp: key }) },
      title: texts('title').map(withoutFullStop)[0],
      ...publicationDate(texts('year')),
      paperType: special ?? paperTypes.get(type),
      venueName: ['journal', 'booktitle', 'school', 'publisher'].flatMap(texts)[0],
      url: addresses[0],
      isRetracted: publicationTypes.includes('withdrawn') || undefined,
      authors: filledList(
        (authors.length > 0 ? authors : people('editor')).map((field) => authorOf(field, sharedNames)),
      ),
      references: citations.length > 0 ? citations.map((cited) => `dblp:${cited}`) : undefined,
    }) ?? {}
  );
};

/** Removes the full stop with which dblp ends every title, because it is not part of the title. */
const withoutFullStop = (title: string): string => title.replace(/(?<![.\s])\.$/, '');

/**
 * Converts an author. Equal names in dblp are one person: dblp adds a number to the names of different people with the
 * same name. The number is removed from the name. A name that stands for several people is not used as an identifier.
 */
const authorOf = ({ text, attributes }: DblpField, sharedNames: ReadonlySet<string>): RecordAuthor => {
  const { orcid } = attributes;
  const ids = {
    ...(orcid !== undefined && orcid !== '' && { orcid }),
    ...(text !== '' && !sharedNames.has(text) && { dblp: text }),
  };
  const name = text.replace(/ \d{4}$/, '');
  return Object.keys(ids).length > 0 ? { name, ids } : { name };
};
