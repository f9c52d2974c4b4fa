import type { InstitutionType, TopicLevel } from '../../graph/model/entities.ts';
import { identifierKeys } from '../../graph/model/identifiers.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import { nameKey, topicNameKey } from '../../graph/names.ts';
import { toUnits } from '../../graph/units.ts';
import type { OnProblem } from '../importProblem.ts';
import type { RecordAffiliation, RecordAuthor, RecordTopic, TopicIds } from '../importRecord.ts';
import { nameText, text, topicText } from './recordText.ts';
import type { NormalizedAffiliation, NormalizedAuthor, NormalizedTopic } from './normalizedRecord.ts';

/** OpenAlex uses these ids for authors it could not identify. */
const placeholderAuthors = new Set(['author:openalex:A9999999999', 'author:openalex:A5317838346']);

export const isPlaceholder = (keys: readonly EntityId[]): boolean =>
  keys.some((key) => placeholderAuthors.has(key));

/**
 * Normalizes an author of a record. Returns undefined if the author has no name, or has an id that stands for unknown
 * authors.
 */
export const normalizeAuthor = (
  author: RecordAuthor,
  position: number,
  source: string,
  onProblem: OnProblem,
): NormalizedAuthor | undefined => {
  const name = nameText(author.name, onProblem);
  const printed = nameText(author.printedName, onProblem) ?? name;
  if (name === null || printed === null) return undefined;
  const identifiers = identifierKeys('AUTHOR', author.ids, (message) =>
    onProblem('invalidIdentifier', message),
  );
  if (isPlaceholder(identifiers)) return undefined;
  return {
    position,
    name,
    source,
    identifiers,
    printed,
    curated: author.printedName === undefined ? null : name,
    alternatives: (author.alternativeNames ?? []).flatMap((each) => nameText(each, onProblem) ?? []),
    isCorresponding: author.corresponding ?? null,
    affiliations: (author.affiliations ?? []).flatMap(
      (each) => normalizeAffiliation(each, source, onProblem) ?? [],
    ),
  };
};

/** Normalizes an affiliation. Returns undefined if it has no printed text, no name and no identifier. */
const normalizeAffiliation = (
  affiliation: RecordAffiliation,
  source: string,
  onProblem: OnProblem,
): NormalizedAffiliation | undefined => {
  const printed = text(affiliation.printed);
  const name = nameText(affiliation.name, onProblem);
  const identifiers = identifierKeys('INSTITUTION', affiliation.ids, (message) =>
    onProblem('invalidIdentifier', message),
  );
  if (identifiers.length === 0 && name === null)
    return printed === null ? undefined : { printed, institution: null };
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

/** Normalizes a topic. Returns undefined if it has neither a name nor an identifier. */
export const normalizeTopic = (
  topic: Pick<RecordTopic, 'level' | 'score'> & { name?: string; ids?: TopicIds },
  onProblem: OnProblem,
): NormalizedTopic | undefined => {
  const statedName = nameText(topic.name, onProblem);
  const name = statedName && topicText(statedName);
  const identifiers = identifierKeys('TOPIC', topic.ids, (message) =>
    onProblem('invalidIdentifier', message),
  );
  if (identifiers.length === 0 && name === null) return undefined;
  const level = (topic.level as TopicLevel | undefined) ?? (identifiers.length > 0 ? null : 'KEYWORD');
  return {
    keys: identifiers.length > 0 ? identifiers : topicNameKeys([name ?? '', statedName ?? ''], level),
    name,
    level,
    score: topic.score === undefined ? null : toUnits(topic.score),
  };
};

/**
 * The keys of a topic without identifiers: of its name, and of its name as the source states it, because earlier versions
 * of this program made the id from that.
 */
const topicNameKeys = (names: readonly string[], level: TopicLevel | null): EntityId[] => [
  ...new Set(names.map((name) => topicNameKey(name, level))),
];
