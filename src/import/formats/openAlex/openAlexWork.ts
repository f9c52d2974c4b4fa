import { identifierKey } from '../../../graph/model/identifiers.ts';
import type { PaperIds, PaperRecord, RecordTopic } from '../../importRecord.ts';
import {
  addressOf,
  countOf,
  isObject,
  objectOf,
  objectsOf,
  presentFields,
  statedList,
  statedText,
  textOf,
  type JsonObject,
} from '../reading/jsonFields.ts';
import { shortForm } from '../../shortForm.ts';
import { parsedJson } from '../reading/parsedJson.ts';
import { isPlaceholder } from './placeholders.ts';
import { authorsOf, isListCut } from './workAuthors.ts';
import { hierarchyOf, openAlexId } from './topicHierarchy.ts';

/** The maximum length of an abstract in words. A larger position in the inverted index is an error of the source. */
const MAX_ABSTRACT_LENGTH = 20_000;

/**
 * The paper type for each work type of OpenAlex, and for the Crossref types that OpenAlex used before 2023. Other types
 * become OTHER.
 */
const paperTypes = new Map(
  Object.entries({
    article: 'ARTICLE',
    'journal-article': 'ARTICLE',
    'data-paper': 'ARTICLE',
    'software-paper': 'ARTICLE',
    book: 'BOOK',
    monograph: 'BOOK',
    'edited-book': 'BOOK',
    'reference-book': 'BOOK',
    'book-chapter': 'BOOK_CHAPTER',
    'book-section': 'BOOK_CHAPTER',
    'book-part': 'BOOK_CHAPTER',
    'conference-paper': 'CONFERENCE_PAPER',
    'proceedings-article': 'CONFERENCE_PAPER',
    dataset: 'DATASET',
    dissertation: 'DISSERTATION',
    editorial: 'EDITORIAL',
    letter: 'LETTER',
    preprint: 'PREPRINT',
    'posted-content': 'PREPRINT',
    report: 'REPORT',
    review: 'REVIEW',
    software: 'SOFTWARE',
  }),
);

/** Translates a work to an import record. Keywords and concepts are left out, because they are not topics. */
export const openAlexWork = (work: JsonObject): { record: PaperRecord; dropped: string[] } => {
  const location = objectOf(work['primary_location']);
  const abstract = abstractOf(work['abstract_inverted_index']);
  const record = presentFields<PaperRecord>({
    ids: idsOf(work),
    title: textOf(work['title']) ?? textOf(work['display_name']) ?? (work['title'] as string | undefined),
    abstract: abstract.text,
    ...datesOf(work),
    paperType: paperTypeOf(work),
    venueName:
      statedText(objectOf(location['source'])['display_name']) ??
      statedText(objectOf(work['host_venue'])['display_name']),
    url: addressOf(location['landing_page_url']) ?? addressOf(work['doi']) ?? addressOf(work['id']),
    citationCount: work['cited_by_count'] as number | undefined,
    isRetracted: work['is_retracted'] as boolean | undefined,
    authorCount: work['authors_count'] as number | undefined,
    authorListIsComplete: isListCut(work) ? false : undefined,
    authors: authorsOf(work),
    topics: topicsOf(work['topics']),
    references: referencesOf(work['referenced_works']),
  });
  return { record: record ?? {}, dropped: abstract.dropped === undefined ? [] : [abstract.dropped] };
};

const idsOf = (work: JsonObject): PaperIds | undefined => {
  const doi = statedText(work['doi']) ?? statedText(objectOf(work['ids'])['doi']);
  return presentFields<PaperIds>({
    doi,
    arxiv: arxivIdOf(work, doi),
    openalex:
      openAlexId('PAPER', work['id']) ??
      openAlexId('PAPER', objectOf(work['ids'])['openalex']) ??
      statedText(work['id']),
  });
};

/** The arXiv id in the address of a location on arxiv.org, else in a DOI of arXiv. */
const arxivIdOf = (work: JsonObject, doi: string | undefined): string | undefined =>
  [work['primary_location'], ...objectsOf(work['locations'])]
    .map((location) => textOf(objectOf(location)['landing_page_url']))
    .concat(textOf(doi))
    .find((address) => address !== undefined && identifierKey('PAPER', 'arxiv', address) !== undefined);

/** The date and year of a work. OpenAlex writes 1 January if only the year is known, so that date is not used. */
const datesOf = (work: JsonObject): Pick<PaperRecord, 'date' | 'year'> => {
  const date = statedText(work['publication_date']);
  const isYearOnly = typeof date === 'string' && date.endsWith('-01-01');
  const year = (work['publication_year'] ?? (isYearOnly ? Number(date.slice(0, 4)) : undefined)) as
    number | undefined;
  return { ...(date !== undefined && !isYearOnly && { date }), ...(year !== undefined && { year }) };
};

const paperTypeOf = (work: JsonObject): string | undefined => {
  const type = textOf(work['type']);
  if (type === undefined) return undefined;
  const source = objectOf(objectOf(work['primary_location'])['source']);
  // OpenAlex gives papers in proceedings the type article, so they are recognized by two other fields
  const isConference = work['type_crossref'] === 'proceedings-article' || source['type'] === 'conference';
  return type === 'article' && isConference ? 'CONFERENCE_PAPER' : (paperTypes.get(type) ?? 'OTHER');
};

const topicOf = (topic: JsonObject): RecordTopic[] => {
  const narrowest = hierarchyOf(topic).find((each) => each.level === 'TOPIC');
  if (!narrowest) return [];
  const score = topic['score'] as number | undefined;
  return [score === undefined ? narrowest : { ...narrowest, score }];
};

const topicsOf = (value: unknown): RecordTopic[] | undefined => {
  const topics = statedList(value, topicOf);
  return Array.isArray(topics) ? topics.flat() : topics;
};

const referencesOf = (works: unknown): string[] | undefined =>
  Array.isArray(works)
    ? works
        .map((work: unknown) => ({ work, id: openAlexId('PAPER', work) }))
        .filter(({ id }) => !isPlaceholder(id))
        .map(({ work, id }) => (id === undefined ? (work as string) : `openalex:${id}`))
    : (works as string[] | undefined);

/**
 * The text of an abstract that is given as its words with their positions from 0.
 *
 * @param index an object; in older files its JSON text
 */
const abstractOf = (index: unknown): { text?: string; dropped?: string } => {
  const value = typeof index === 'string' ? parsedJson(index) : { value: index };
  if ('problem' in value) return { dropped: `the abstract: ${value.problem.message}` };
  const content = value.value ?? undefined;
  if (content !== undefined && !isObject(content)) return { dropped: 'the abstract: expected an object' };
  const words: (string | undefined)[] = [];
  for (const [word, positions] of Object.entries(content ?? {})) {
    for (const position of Array.isArray(positions) ? (positions as unknown[]) : []) {
      const place = countOf(position);
      if (place === undefined || place >= MAX_ABSTRACT_LENGTH) {
        return {
          dropped: `the abstract: position ${shortForm(position)} of "${word.slice(0, 40)}" is not a position in an abstract`,
        };
      }
      words[place] = word;
    }
  }
  // missing positions are holes in the list, for which join would add extra spaces
  const text = textOf(words.filter((word) => word !== undefined).join(' '));
  return text === undefined ? {} : { text };
};
