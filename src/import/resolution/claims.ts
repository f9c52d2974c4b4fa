import { createHash } from 'node:crypto';
import { dayNumber } from '../../graph/dates.ts';
import type { InstitutionType, PaperType, TopicLevel } from '../../graph/entities.ts';
import { identifierKeys, referenceKey } from '../../graph/identifiers.ts';
import type { EntityId } from '../../graph/ids.ts';
import { nameKey, tidy, topicNameKey } from '../../graph/names.ts';
import { inUnits } from '../../graph/units.ts';
import type {
  CitationRecord,
  PaperRecord,
  RecordAffiliation,
  RecordAuthor,
  RecordTopic,
  TopicIds,
  TopicRecord,
} from '../record.ts';

/*
 * What a record claims, read by itself: cleaned, with the keys of everything it names, before anything stored is
 * looked at.
 */

export interface AuthorClaim {
  position: number;
  /** Best first; a name key where the source gives no identifier. */
  keys: EntityId[];
  printed: string;
  curated: string | null;
  alternatives: string[];
  isCorresponding: boolean | null;
  affiliations: AffiliationClaim[];
}

export interface AffiliationClaim {
  printed: string | null;
  /** Null where the line names no institution. */
  institution: InstitutionClaim | null;
}

export interface InstitutionClaim {
  keys: EntityId[];
  name: string | null;
  institutionType: InstitutionType | null;
  countryCode: string | null;
  city: string | null;
}

export interface TopicClaim {
  keys: EntityId[];
  name: string | null;
  level: TopicLevel | null;
  /** In units of 10⁻⁹. */
  score: number | null;
}

/** Enough of a paper's record to see that nothing has changed; most records of a repeated import go no further. */
export interface PaperRecordClaim {
  keys: EntityId[];
  fingerprint: string;
  /** What the record says, read when it is needed, and once. */
  readonly paper: PaperClaim;
}

export interface PaperClaim {
  keys: EntityId[];
  source: string;
  fingerprint: string;
  title: string | null;
  abstract: string | undefined;
  date: string | null;
  year: number | null;
  paperType: PaperType | null;
  venueName: string | null;
  url: string | null;
  codeUrl: string | null;
  citationCount: number | null;
  isRetracted: boolean;
  authorCount: number | null;
  authorListIsComplete: boolean;
  authors: AuthorClaim[];
  /** Undefined keeps what is stored. */
  topics: TopicClaim[] | undefined;
  references: EntityId[] | undefined;
}

export type OnDropped = (reason: string) => void;

/** OpenAlex's entries for authors it does not know: not people. */
const placeholderAuthors = new Set(['author:openalex:A9999999999', 'author:openalex:A5317838346']);

const isPlaceholder = (keys: readonly EntityId[]): boolean => keys.some((key) => placeholderAuthors.has(key));

const text = (value: string | undefined): string | null => {
  const tidied = value === undefined ? '' : tidy(value.replaceAll('\0', ''));
  return tidied === '' ? null : tidied;
};

/** In characters: longer than any name there is, and short enough for every store's indexes. */
const LONGEST_NAME = 1_000;

/** A name a store can index; of one that is too long only the beginning is kept, which is reported. */
const nameText = (value: string | undefined, onDropped: OnDropped): string | null => {
  const name = text(value);
  if (name === null || name.length <= LONGEST_NAME) return name;
  onDropped(
    `the name "${name.slice(0, 40)}…" was cut: it has ${name.length} characters, ${LONGEST_NAME} are kept`,
  );
  return name.slice(0, LONGEST_NAME);
};

/** A checksum of anything JSON can say: equal records have equal ones. */
export const fingerprintOf = (record: unknown): string =>
  createHash('sha1').update(JSON.stringify(record)).digest('base64url');

/** @param onDropped is told what is left out, of what is read. */
export const paperRecordClaim = (
  record: PaperRecord,
  source: string,
  onDropped: OnDropped,
): PaperRecordClaim => {
  const fingerprint = fingerprintOf([source, record]);
  const keys = paperKeys(record, source, fingerprint, onDropped);
  let paper: PaperClaim | undefined;
  return {
    keys,
    fingerprint,
    get paper() {
      return (paper ??= paperClaim(record, { keys, source, fingerprint }, onDropped));
    },
  };
};

const paperClaim = (
  record: PaperRecord,
  known: Pick<PaperClaim, 'keys' | 'source' | 'fingerprint'>,
  onDropped: OnDropped,
): PaperClaim => {
  const date = record.date ?? null;
  const listed = record.authors ?? [];
  const authors = listed.flatMap(
    (author, index) => authorClaim(author, index + 1, known.source, onDropped) ?? [],
  );
  const authorCount = checkedAuthorCount(record.authorCount, authors.length, onDropped);
  return {
    ...known,
    title: text(record.title),
    abstract: record.abstract === undefined ? undefined : (text(record.abstract) ?? ''),
    date: date !== null && Number.isFinite(dayNumber(date, null)) ? date : null,
    year: yearOf(record),
    paperType: (record.paperType as PaperType | undefined) ?? null,
    venueName: nameText(record.venueName, onDropped),
    url: text(record.url),
    codeUrl: text(record.codeUrl),
    citationCount: record.citationCount ?? null,
    isRetracted: record.isRetracted ?? false,
    authorCount,
    authorListIsComplete:
      record.authorListIsComplete ?? (authorCount === null || authorCount <= listed.length),
    authors,
    topics: record.topics?.flatMap((topic) => topicClaim(topic, onDropped) ?? []),
    references: record.references && referenceKeys(record.references, onDropped),
  };
};

const yearOf = ({ date, year }: PaperRecord): number | null =>
  date === undefined ? (year ?? null) : Number(date.slice(0, 4));

/** Its identifiers; else the exact title, with the year where it is known; else what the record says as a whole. */
const paperKeys = (
  record: PaperRecord,
  source: string,
  fingerprint: string,
  onDropped: OnDropped,
): EntityId[] => {
  const keys = identifierKeys('PAPER', record.ids, onDropped);
  if (keys.length > 0) return keys;
  const title = text(record.title);
  const year = yearOf(record);
  if (title === null) return [nameKey('PAPER', source, fingerprint)];
  return [nameKey('PAPER', source, year === null ? title : `${title} (${year})`)];
};

/** Whether a record names its paper. */
export const hasTitle = ({ title }: PaperRecord): boolean => text(title) !== null;

/** Whether a record names any author: empty names and placeholders are none. */
export const hasAuthors = ({ authors = [] }: PaperRecord): boolean =>
  authors.some(
    ({ name, ids }) => text(name) !== null && !isPlaceholder(identifierKeys('AUTHOR', ids, () => undefined)),
  );

/** A count smaller than the list it counts says nothing. */
const checkedAuthorCount = (
  given: number | undefined,
  listed: number,
  onDropped: OnDropped,
): number | null => {
  if (given === undefined) return null;
  if (given >= listed) return given;
  onDropped(`authorCount ${given} is less than the ${listed} authors listed`);
  return null;
};

/** Undefined where the entry names nobody. */
const authorClaim = (
  author: RecordAuthor,
  position: number,
  source: string,
  onDropped: OnDropped,
): AuthorClaim | undefined => {
  const name = nameText(author.name, onDropped);
  const printed = nameText(author.printedName, onDropped) ?? name;
  if (name === null || printed === null) return undefined;
  const identifiers = identifierKeys('AUTHOR', author.ids, onDropped);
  if (isPlaceholder(identifiers)) return undefined;
  return {
    position,
    keys: identifiers.length > 0 ? identifiers : [nameKey('AUTHOR', source, name)],
    printed,
    curated: author.printedName === undefined ? null : name,
    alternatives: (author.alternativeNames ?? []).flatMap((each) => nameText(each, onDropped) ?? []),
    isCorresponding: author.corresponding ?? null,
    affiliations: (author.affiliations ?? []).map((each) => affiliationClaim(each, source, onDropped)),
  };
};

const affiliationClaim = (
  affiliation: RecordAffiliation,
  source: string,
  onDropped: OnDropped,
): AffiliationClaim => {
  const printed = text(affiliation.printed);
  const name = nameText(affiliation.name, onDropped);
  const identifiers = identifierKeys('INSTITUTION', affiliation.ids, onDropped);
  if (identifiers.length === 0 && name === null) return { printed, institution: null };
  return {
    printed,
    institution: {
      keys: identifiers.length > 0 ? identifiers : [nameKey('INSTITUTION', source, name ?? '')],
      name,
      institutionType: (affiliation.institutionType as InstitutionType | undefined) ?? null,
      countryCode: affiliation.countryCode?.toUpperCase() ?? null,
      city: text(affiliation.city),
    },
  };
};

/** Undefined where it names nothing. */
export const topicClaim = (
  topic: Pick<RecordTopic, 'level' | 'score'> & { name?: string; ids?: TopicIds },
  onDropped: OnDropped,
): TopicClaim | undefined => {
  const name = nameText(topic.name, onDropped);
  const identifiers = identifierKeys('TOPIC', topic.ids, onDropped);
  if (identifiers.length === 0 && name === null) return undefined;
  const level = (topic.level as TopicLevel | undefined) ?? (identifiers.length > 0 ? null : 'KEYWORD');
  return {
    keys: identifiers.length > 0 ? identifiers : [topicNameKey(name ?? '', level)],
    name,
    level,
    score: topic.score === undefined ? null : inUnits(topic.score),
  };
};

const referenceKeys = (references: readonly string[], onDropped: OnDropped): EntityId[] => {
  const keys = new Set<EntityId>();
  for (const written of references) {
    const key = referenceKey(written);
    if (key === undefined)
      onDropped(`"${written}" is no reference: write <scheme>:<value>, for instance doi:10.1000/xyz`);
    else keys.add(key);
  }
  return [...keys].sort();
};

export interface TopicRecordClaim {
  fingerprint: string;
  topic: TopicClaim;
  /** Undefined keeps what is stored. */
  broader: TopicClaim[] | undefined;
}

export interface CitationClaim {
  from: EntityId;
  to: EntityId;
}

/** A reason where the record names no topic. */
export const topicRecordClaim = (record: TopicRecord, onDropped: OnDropped): TopicRecordClaim | string => {
  const topic = topicClaim(record, onDropped);
  if (!topic) return 'the topic has neither a name nor an identifier';
  return {
    fingerprint: fingerprintOf(record),
    topic,
    broader: record.broader?.flatMap((each) => topicClaim(each, onDropped) ?? []),
  };
};

/** A reason where one of its ends is no identifier of a paper. */
export const citationClaim = (record: CitationRecord): CitationClaim | string => {
  const from = referenceKey(record.from);
  const to = referenceKey(record.to);
  if (from === undefined || to === undefined) {
    return `"${from === undefined ? record.from : record.to}" is no identifier of a paper: write <scheme>:<value>`;
  }
  return { from, to };
};
