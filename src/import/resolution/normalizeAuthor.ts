import type { InstitutionType, TopicLevel } from '../../graph/model/entities.ts';
import { identifierKeys } from '../../graph/model/identifiers.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import { nameKey, topicNameKey } from '../../graph/names.ts';
import { toUnits } from '../../graph/units.ts';
import type { RecordAffiliation, RecordAuthor, RecordTopic, TopicIds } from '../importRecord.ts';
import { nameText, text } from './recordText.ts';
import type {
  NormalizedAffiliation,
  NormalizedAuthor,
  OnDropped,
  NormalizedTopic,
} from './normalizedRecord.ts';

/** OpenAlex uses these ids for authors it could not identify. */
const placeholderAuthors = new Set(['author:openalex:A9999999999', 'author:openalex:A5317838346']);

export const isPlaceholder = (keys: readonly EntityId[]): boolean =>
  keys.some((key) => placeholderAuthors.has(key));

/** Returns undefined if the entry has no name or is a placeholder. */
export const normalizeAuthor = (
  author: RecordAuthor,
  position: number,
  source: string,
  onDropped: OnDropped,
): NormalizedAuthor | undefined => {
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
    affiliations: (author.affiliations ?? []).map((each) => normalizeAffiliation(each, source, onDropped)),
  };
};

const normalizeAffiliation = (
  affiliation: RecordAffiliation,
  source: string,
  onDropped: OnDropped,
): NormalizedAffiliation => {
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

/** Returns undefined if the topic has neither a name nor an identifier. */
export const normalizeTopic = (
  topic: Pick<RecordTopic, 'level' | 'score'> & { name?: string; ids?: TopicIds },
  onDropped: OnDropped,
): NormalizedTopic | undefined => {
  const name = nameText(topic.name, onDropped);
  const identifiers = identifierKeys('TOPIC', topic.ids, onDropped);
  if (identifiers.length === 0 && name === null) return undefined;
  const level = (topic.level as TopicLevel | undefined) ?? (identifiers.length > 0 ? null : 'KEYWORD');
  return {
    keys: identifiers.length > 0 ? identifiers : [topicNameKey(name ?? '', level)],
    name,
    level,
    score: topic.score === undefined ? null : toUnits(topic.score),
  };
};
