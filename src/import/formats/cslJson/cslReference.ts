import { tidy } from '../../../graph/names.ts';
import { shortForm } from '../../shortForm.ts';
import { isObject, objectOf, objectsOf, statedText, textOf, type JsonObject } from '../reading/jsonFields.ts';
import { nameInOrder } from '../references/nameInOrder.ts';
import { splitKeywords, type Reference } from '../references/referenceRecord.ts';

/**
 * The paper type for each type of CSL 1.0.2, and for those that Crossref writes in its own answers. Types that are not
 * listed here become OTHER.
 */
const paperTypes = new Map(
  Object.entries({
    article: 'PREPRINT',
    'article-journal': 'ARTICLE',
    'article-magazine': 'ARTICLE',
    book: 'BOOK',
    'book-chapter': 'BOOK_CHAPTER',
    chapter: 'BOOK_CHAPTER',
    dataset: 'DATASET',
    dissertation: 'DISSERTATION',
    'edited-book': 'BOOK',
    entry: 'BOOK_CHAPTER',
    'entry-dictionary': 'BOOK_CHAPTER',
    'entry-encyclopedia': 'BOOK_CHAPTER',
    'journal-article': 'ARTICLE',
    monograph: 'BOOK',
    'paper-conference': 'CONFERENCE_PAPER',
    'posted-content': 'PREPRINT',
    'proceedings-article': 'CONFERENCE_PAPER',
    'reference-book': 'BOOK',
    report: 'REPORT',
    review: 'REVIEW',
    'review-book': 'REVIEW',
    software: 'SOFTWARE',
    thesis: 'DISSERTATION',
  }),
);

export const cslReference = (item: JsonObject): Reference => {
  const type = textOf(item['type']);
  const authors = listOf(item['author']);
  const archived = [textOf(item['archive_location']), textOf(item['number'])];
  return {
    doi: statedText(item['DOI']),
    arxiv: /^arxiv$/i.test(textOf(item['archive']) ?? '') ? archived[0] : undefined,
    entityIds: [textOf(objectOf(item['custom'])['entityId'])],
    addresses: [textOf(item['URL'])].filter((address) => address !== undefined),
    citationKeys: [textOf(item['citation-key']), textOf(item['id'])],
    mentions: [...archived, textOf(item['container-title']), textOf(item['note'])],
    title: firstOf(item['title']) ?? textOf(item['title-short']),
    abstract: firstOf(item['abstract']),
    paperType: type === undefined || type === 'document' ? undefined : (paperTypes.get(type) ?? 'OTHER'),
    venueName: firstOf(item['container-title']) ?? textOf(item['publisher']) ?? textOf(item['event-title']),
    dates: datesOf(item['issued']),
    authors: (authors.length > 0 ? authors : listOf(item['editor'])).map(authorOf),
    ...(isRetracted(item) && { isRetracted: true }),
    notes: [textOf(item['note'])].filter((note) => note !== undefined),
    keywords: keywordsOf(item['keyword']),
  };
};

/** Whether Crossref lists a notice by which the paper was retracted. */
const isRetracted = (item: JsonObject): boolean =>
  objectsOf(item['updated-by']).some(({ type }) =>
    /^(?:retraction|withdrawal|removal)$/.test(textOf(type) ?? ''),
  );

/** The value, or the first item if it is a list: Crossref writes lists for fields that CSL defines as texts. */
const firstOf = (value: unknown): unknown => (Array.isArray(value) ? (value as unknown[])[0] : value);

const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? (value as unknown[]) : value === undefined || value === null ? [] : [value];

/** The keywords of an item. Values of a wrong type are kept, so that validation reports them. */
const keywordsOf = (value: unknown): unknown =>
  typeof value === 'string' ? splitKeywords(value) : (value ?? undefined);

/**
 * Converts an author to an author of an import record. Validation reports an author that has no name or a wrong type.
 */
const authorOf = (value: unknown): unknown => {
  if (!isObject(value)) return typeof value === 'string' ? { name: tidy(value) } : value;
  const particles = [textOf(value['dropping-particle']), textOf(value['non-dropping-particle'])];
  const name =
    textOf(value['literal']) ??
    textOf(value['name']) ??
    nameInOrder({
      given: textOf(value['given']) ?? '',
      family: [...particles, textOf(value['family'])].filter((part) => part !== undefined).join(' '),
      suffix: textOf(value['suffix']) ?? '',
    });
  const orcid = statedText(value['ORCID']);
  return { ...(name !== '' && { name }), ...(orcid !== undefined && { ids: { orcid } }) };
};

/**
 * The date of an item as texts. CSL writes a date as an object with its parts (year, month, day) as numbers or texts,
 * or as a text such as an EDTF date.
 */
const datesOf = (issued: unknown): string[] => {
  if (!isObject(issued))
    return [typeof issued === 'number' ? String(issued) : textOf(issued)].filter(
      (text) => text !== undefined,
    );
  const parts = listOf(listOf(issued['date-parts'])[0]).filter((part) => part !== null && part !== '');
  const [year, ...others] = parts.map((part) => (typeof part === 'string' ? part : shortForm(part)));
  const written = [textOf(issued['raw']), textOf(issued['literal'])].filter((text) => text !== undefined);
  return year === undefined ? written : [[fourDigits(year), ...others].join('-'), ...written];
};

const fourDigits = (year: string): string => year.replace(/\d+/, (digits) => digits.padStart(4, '0'));
