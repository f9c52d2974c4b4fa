import { dayNumber } from '../../graph/model/dayNumber.ts';
import type { PaperType } from '../../graph/model/entities.ts';
import { folded } from '../../graph/model/foldText.ts';
import { identifierKey, identifierKeys, referenceKey } from '../../graph/model/identifiers.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import { listedRelations, perRelation, type ListedRelation } from '../../graph/model/listedRelations.ts';
import { nameKey } from '../../graph/names.ts';
import type { OnProblem } from '../importProblem.ts';
import type { PaperRecord, RecordAuthor } from '../importRecord.ts';
import { paperTexts } from './paperTexts.ts';
import { fingerprintOf, nameText, text } from './recordText.ts';
import { personName } from '../../graph/identity/personName.ts';
import type { NormalizedPaper, NormalizedPaperRecord, NormalizedTarget } from './normalizedRecord.ts';
import { normalizeAuthor, isPlaceholder, normalizeTopic } from './normalizeAuthor.ts';
import { isRetracted } from './retraction.ts';

export const normalizePaperRecord = (
  record: PaperRecord,
  source: string,
  onProblem: OnProblem,
): NormalizedPaperRecord => {
  const json = JSON.stringify([source, record]);
  const fingerprint = fingerprintOf(json);
  const keys = paperKeys(record, source, fingerprint, onProblem);
  let paper: NormalizedPaper | undefined;
  return {
    keys,
    fingerprint,
    size: json.length,
    get paper() {
      return (paper ??= normalizePaper(record, { keys, source, fingerprint }, onProblem));
    },
  };
};

const normalizePaper = (
  record: PaperRecord,
  identity: Pick<NormalizedPaper, 'keys' | 'source' | 'fingerprint'>,
  onProblem: OnProblem,
): NormalizedPaper => {
  const listedAuthors = withoutSharedOrcids(record.authors ?? [], onProblem);
  const authors = listedAuthors.flatMap(
    (author, index) => normalizeAuthor(author, index + 1, identity.source, onProblem) ?? [],
  );
  const authorCount = checkedAuthorCount(record.authorCount, authors.length, onProblem);
  return {
    ...identity,
    ...paperTexts(record, onProblem),
    ...datesOf(record, onProblem),
    paperType: (record.paperType as PaperType | undefined) ?? null,
    venueName: nameText(record.venueName, onProblem),
    url: record.url?.trim() ?? null,
    codeUrl: record.codeUrl?.trim() ?? null,
    citationCount: record.citationCount ?? null,
    isRetracted: isRetracted(record),
    authorCount,
    authorListIsComplete:
      record.authorListIsComplete ?? (authorCount === null || authorCount <= listedAuthors.length),
    authors,
    statesAuthors: record.authors !== undefined,
    targets: perRelation(listedRelations, (name) => readTargets[name](record, onProblem)),
  };
};

/**
 * For each listed relation, reads its targets from a record. Returns undefined if the record does not have the list.
 */
const readTargets: Readonly<
  Record<ListedRelation, (record: PaperRecord, onProblem: OnProblem) => NormalizedTarget[] | undefined>
> = {
  paperTopics: ({ topics }, onProblem) => topics?.flatMap((topic) => normalizeTopic(topic, onProblem) ?? []),
  references: ({ references }, onProblem) =>
    references?.flatMap((reference) => normalizeReference(reference, onProblem) ?? []),
};

/**
 * Removes an ORCID that a record gives to authors with different names: it can belong to only one of them, and it is
 * not known to which.
 */
const withoutSharedOrcids = (
  authors: readonly RecordAuthor[],
  onProblem: OnProblem,
): readonly RecordAuthor[] => {
  const names = new Map<string, Set<string>>();
  for (const { name, ids } of authors) {
    const key = ids?.orcid === undefined ? undefined : identifierKey('AUTHOR', 'orcid', ids.orcid);
    if (key !== undefined) names.set(key, (names.get(key) ?? new Set()).add(folded(name)));
  }
  const shared = new Set([...names].filter(([, each]) => each.size > 1).map(([key]) => key));
  if (shared.size === 0) return authors;
  for (const key of shared)
    onProblem('contradictoryIdentifier', `${key} is the ORCID of several authors of the paper`);
  return authors.map((author) => {
    const { orcid, ...others } = author.ids ?? {};
    const isShared = orcid !== undefined && shared.has(identifierKey('AUTHOR', 'orcid', orcid) ?? '');
    return isShared ? { ...author, ids: others } : author;
  });
};

/** How many years in the future a publication can be: some are announced in advance. */
const ANNOUNCED_YEARS = 10;

/**
 * Whether a paper can be published in a year. Sources write 0 or 9999 for unknown years, misprints such as 3013, and 98
 * for 1998.
 */
const isPossibleYear = (year: number): boolean =>
  (year < 0 || year > 99) && year <= new Date().getFullYear() + ANNOUNCED_YEARS;

/** The date and year of a record. If its date is impossible, only the year that the record states is kept. */
const datesOf = (record: PaperRecord, onProblem: OnProblem): Pick<NormalizedPaper, 'date' | 'year'> => {
  const date = record.date ?? null;
  if (date !== null) {
    const year = Number(date.slice(0, 4));
    if (isPossibleYear(year) && Number.isFinite(dayNumber(date, null))) return { date, year };
    onProblem('impossibleDate', `date: ${date} is not a possible date of publication`);
  }
  const year = record.year ?? null;
  if (year === null || isPossibleYear(year)) return { date: null, year };
  onProblem('impossibleDate', `year: ${year} is not a possible year of publication`);
  return { date: null, year: null };
};

/**
 * The keys of a paper: its identifiers; without any, its title, the family name of its first author, and its year;
 * without a title, the fingerprint of its record.
 */
const paperKeys = (
  record: PaperRecord,
  source: string,
  fingerprint: string,
  onProblem: OnProblem,
): EntityId[] => {
  const keys = identifierKeys('PAPER', record.ids, (message) => onProblem('invalidIdentifier', message));
  if (keys.length > 0) return keys;
  const title = text(record.title);
  const { year } = datesOf(record, () => undefined);
  if (title === null) return [nameKey('PAPER', source, fingerprint)];
  const details = [firstFamilyName(record), year].filter((detail) => detail !== undefined && detail !== null);
  return [nameKey('PAPER', source, details.length === 0 ? title : `${title} (${details.join(', ')})`)];
};

/**
 * The family name of the first author, as a part of the key of a paper without identifiers: different papers may have
 * the same title, for example "Editorial". Given names are not part of the key, because they may be spelled out in one
 * record and abbreviated in another.
 */
const firstFamilyName = ({ authors = [] }: PaperRecord): string | undefined =>
  personName(text(authors[0]?.name) ?? '')?.family;

export const hasTitle = ({ title }: PaperRecord): boolean => text(title) !== null;

/** Whether a record names authors. Empty names, and ids that stand for unknown authors, do not count. */
export const hasAuthors = ({ authors = [] }: PaperRecord): boolean =>
  authors.some(
    ({ name, ids }) => text(name) !== null && !isPlaceholder(identifierKeys('AUTHOR', ids, () => undefined)),
  );

const checkedAuthorCount = (
  authorCount: number | undefined,
  listedCount: number,
  onProblem: OnProblem,
): number | null => {
  if (authorCount === undefined) return null;
  if (authorCount >= listedCount) return authorCount;
  onProblem(
    'invalidField',
    `authorCount ${authorCount} is smaller than the number of listed authors, ${listedCount}`,
  );
  return null;
};

const normalizeReference = (reference: string, onProblem: OnProblem): NormalizedTarget | undefined => {
  const key = referenceKey(reference);
  if (key !== undefined) return { keys: [key], score: null };
  onProblem(
    'invalidReference',
    `"${reference}" is not a valid reference: write <scheme>:<value>, for example doi:10.1000/xyz`,
  );
  return undefined;
};
