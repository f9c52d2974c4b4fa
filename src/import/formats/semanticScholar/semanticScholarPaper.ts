import type { PaperIds, PaperRecord, RecordAuthor } from '../../importRecord.ts';
import {
  addressOf,
  filledList,
  objectOf,
  objectsOf,
  presentFields,
  statedId,
  statedList,
  statedText,
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

/** Fields of the Graph API (camel case) under the names of the bulk datasets (lower case). */
const withLowerCaseNames = (paper: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(paper).map(([name, value]) => [name.toLowerCase(), value]));

/** Whether an object is a paper: it has a title and an id of the bulk datasets or of the Graph API. */
export const isPaper = (value: JsonObject): boolean =>
  ['title', 'externalIds', 'externalids'].some((name) => name in value) &&
  ['corpusid', 'corpusId', 'paperId'].some((name) => name in value);

/** Translates a paper of the dataset `papers` or of the Graph API to an import record. */
export const semanticScholarPaper = (paper: JsonObject): PaperRecord => {
  const fields = withLowerCaseNames(paper);
  const record = presentFields<PaperRecord>({
    ids: idsOf(fields),
    title: statedText(fields['title']),
    abstract: statedText(fields['abstract']),
    date: statedText(fields['publicationdate']),
    year: fields['year'] as number | undefined,
    paperType: paperTypeOf(fields['publicationtypes']),
    venueName:
      statedText(fields['venue']) ??
      statedText(objectOf(fields['publicationvenue'])['name']) ??
      statedText(objectOf(fields['journal'])['name']),
    url: addressOf(fields['url']),
    citationCount: fields['citationcount'] as number | undefined,
    authors: filledList(statedList(fields['authors'], authorOf)),
    topics: topicsOf(fields),
    references: referencesOf(fields['references']),
  });
  return record ?? {};
};

const idsOf = (fields: JsonObject): PaperIds | undefined => {
  const external = objectOf(fields['externalids']);
  return presentFields<PaperIds>({
    doi: statedText(external['DOI']),
    arxiv: statedText(external['ArXiv']),
    acl: statedText(external['ACL']),
    dblp: statedText(external['DBLP']),
    s2: statedId(fields['corpusid']) ?? statedId(external['CorpusId']),
    s2sha: statedText(fields['paperid']),
  });
};

/**
 * The references in an answer of the Graph API, each as the best identifier in the answer. References without an
 * identifier are papers that Semantic Scholar does not know; they are left out. An identifier of a wrong type is kept if
 * there is no other one, so that validation reports it.
 */
const referencesOf = (references: unknown): string[] | undefined =>
  Array.isArray(references)
    ? objectsOf(references).flatMap((reference) => {
        const ids = Object.values(idsOf(withLowerCaseNames(reference)) ?? {}) as string[];
        return [...referencesTo(reference), ...ids].slice(0, 1);
      })
    : undefined;

/** The identifiers of a paper in an answer of the Graph API, best first, each in the form `<scheme>:<value>`. */
export const referencesTo = (paper: JsonObject): string[] => {
  const stated: [string, unknown][] = Object.entries(idsOf(withLowerCaseNames(paper)) ?? {});
  return stated.flatMap(([scheme, value]) => (typeof value === 'string' ? [`${scheme}:${value}`] : []));
};

const paperTypeOf = (types: unknown): string | undefined => {
  const names = textsOf(types);
  const match = [...paperTypes].find(([type]) => names.includes(type));
  return match?.[1] ?? (names.length > 0 ? 'OTHER' : undefined);
};

const authorOf = (author: JsonObject): RecordAuthor => {
  const name = statedText(author['name']) ?? '';
  const s2 = statedId(author['authorId']);
  return s2 === undefined ? { name } : { name, ids: { s2 } };
};

/**
 * The fields of study, each once. Semantic Scholar may list a field several times, once for each model that assigned
 * it.
 */
const topicsOf = (fields: JsonObject): PaperRecord['topics'] => {
  const categories = fields['s2fieldsofstudy'];
  const names = Array.isArray(categories)
    ? objectsOf(categories).flatMap((field) => textOf(field['category']) ?? [])
    : Array.isArray(fields['fieldsofstudy'])
      ? textsOf(fields['fieldsofstudy'])
      : undefined;
  return names && [...new Set(names)].map((name) => ({ name, level: 'FIELD' }));
};
