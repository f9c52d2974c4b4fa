import { isCalendarDay } from '../../isCalendarDay.ts';
import type { PaperIds, PaperRecord, RecordAuthor } from '../../importRecord.ts';
import {
  addressOf,
  countOf,
  objectOf,
  objectsOf,
  presentFields,
  textOf,
  textsOf,
  type JsonObject,
} from '../reading/jsonFields.ts';

/** Publication types of Semantic Scholar, most specific first: a paper may have several. */
const paperTypes = new Map([
  ['Review', 'REVIEW'],
  ['Editorial', 'EDITORIAL'],
  ['LettersAndComments', 'LETTER'],
  ['Dataset', 'DATASET'],
  ['BookSection', 'BOOK_CHAPTER'],
  ['Book', 'BOOK'],
  ['Conference', 'CONFERENCE_PAPER'],
  ['JournalArticle', 'ARTICLE'],
  ['CaseReport', 'ARTICLE'],
  ['ClinicalTrial', 'ARTICLE'],
  ['MetaAnalysis', 'ARTICLE'],
  ['Study', 'ARTICLE'],
  ['News', 'OTHER'],
]);

/** A corpus id; it is an integer in papers and a text in citations. */
export const corpusId = (value: unknown): string | undefined => {
  const text = typeof value === 'number' ? String(value) : textOf(value);
  return text !== undefined && /^\d{1,15}$/.test(text) ? text : undefined;
};

/** Translates a line of the dataset `papers` to an import record. */
export const semanticScholarPaper = (line: JsonObject): PaperRecord => {
  const record = presentFields<PaperRecord>({
    ids: idsOf(line),
    title: textOf(line['title']),
    ...dateOf(line),
    paperType: paperTypeOf(line['publicationtypes']),
    venueName: textOf(line['venue']) ?? textOf(objectOf(line['journal'])['name']),
    url: addressOf(line['url']),
    citationCount: countOf(line['citationcount']),
    authors: objectsOf(line['authors']).map(authorOf),
    topics: topicsOf(line['s2fieldsofstudy']),
  });
  return record ?? {};
};

const idsOf = (line: JsonObject): PaperIds | undefined => {
  const external = objectOf(line['externalids']);
  return presentFields<PaperIds>({
    doi: textOf(external['DOI']),
    arxiv: textOf(external['ArXiv']),
    acl: textOf(external['ACL']),
    dblp: textOf(external['DBLP']),
    s2: corpusId(line['corpusid']),
  });
};

const dateOf = (line: JsonObject): Pick<PaperRecord, 'date' | 'year'> => {
  const date = textOf(line['publicationdate']);
  if (date !== undefined && isCalendarDay(date)) return { date };
  const year = line['year'];
  return Number.isInteger(year) ? { year: year as number } : {};
};

const paperTypeOf = (types: unknown): string | undefined => {
  const names = textsOf(types);
  const match = [...paperTypes].find(([type]) => names.includes(type));
  return match?.[1] ?? (names.length > 0 ? 'OTHER' : undefined);
};

const authorOf = (author: JsonObject): RecordAuthor => {
  const name = textOf(author['name']) ?? '';
  const s2 = corpusId(author['authorId']);
  return s2 === undefined ? { name } : { name, ids: { s2 } };
};

/** The fields of study, each once: several models may name the same field. */
const topicsOf = (fields: unknown): PaperRecord['topics'] =>
  Array.isArray(fields)
    ? [...new Set(objectsOf(fields).flatMap((field) => textOf(field['category']) ?? []))].map((name) => ({
        name,
        level: 'FIELD',
      }))
    : undefined;
