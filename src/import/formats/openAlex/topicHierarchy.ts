import type { FormatItem, RecordOrigin, RecordTopic, TopicRecord } from '../../importRecord.ts';
import { objectOf, textOf, type JsonObject } from '../reading/jsonFields.ts';
import { validatedItem } from '../reading/validatedItem.ts';

/** A topic of OpenAlex's taxonomy: all of them have an id. */
export interface OpenAlexTopic extends RecordTopic {
  ids: { openalex: string };
  level: 'DOMAIN' | 'FIELD' | 'SUBFIELD' | 'TOPIC';
}

/**
 * An id as it is stored: what follows `https://openalex.org/`. Topics are `T10181`; above them it is
 * `subfields/1702`, `fields/17` and `domains/3`, because the bare numbers of the three levels overlap.
 */
export const openAlexId = (value: unknown): string | undefined =>
  textOf(value)?.replace(/^https?:\/\/(?:www\.|api\.)?openalex\.org\//i, '') || undefined;

/** A topic object, on a work or by itself, with what is above it, narrowest first. */
export const hierarchyOf = (topic: JsonObject): OpenAlexTopic[] =>
  [
    topicOf(topic, 'TOPIC'),
    topicOf(objectOf(topic['subfield']), 'SUBFIELD'),
    topicOf(objectOf(topic['field']), 'FIELD'),
    topicOf(objectOf(topic['domain']), 'DOMAIN'),
  ].filter((each) => each !== undefined);

const topicOf = (object: JsonObject, level: OpenAlexTopic['level']): OpenAlexTopic | undefined => {
  const name = textOf(object['display_name']);
  const openalex = openAlexId(object['id']);
  return name === undefined || openalex === undefined ? undefined : { name, ids: { openalex }, level };
};

export interface TopicRecorder {
  /** Topic records of those in a hierarchy that were not recorded before, broadest first. */
  newRecords(hierarchy: readonly OpenAlexTopic[], origin: RecordOrigin): FormatItem[];
}

/** Remembers which topics a run has recorded, so that each is recorded once. */
export const topicRecorder = (): TopicRecorder => {
  const recorded = new Set<string>();
  return {
    newRecords: (hierarchy, origin) =>
      hierarchy
        .map((topic, index) => ({ topic, broader: hierarchy[index + 1] }))
        .filter(({ topic }) => !recorded.has(topic.ids.openalex))
        .map(({ topic, broader }) => {
          recorded.add(topic.ids.openalex);
          return validatedItem(origin, topicRecord(topic, broader));
        })
        .reverse(),
  };
};

const topicRecord = (topic: OpenAlexTopic, broader: OpenAlexTopic | undefined): TopicRecord =>
  broader ? { record: 'topic', ...topic, broader: [broader] } : { record: 'topic', ...topic };
