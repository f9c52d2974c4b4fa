import type { SourceItem, RecordOrigin, RecordTopic, TopicRecord } from '../../importRecord.ts';
import { objectOf, textOf, type JsonObject } from '../reading/jsonFields.ts';

/** A topic of OpenAlex's taxonomy; each of them has an id. */
export interface OpenAlexTopic extends RecordTopic {
  ids: { openalex: string };
  level: 'DOMAIN' | 'FIELD' | 'SUBFIELD' | 'TOPIC';
}

/**
 * An id without `https://openalex.org/`: `T10181` for a topic; `subfields/1702`, `fields/17` and `domains/3` for the
 * levels above, whose numbers overlap.
 */
export const openAlexId = (value: unknown): string | undefined =>
  textOf(value)?.replace(/^https?:\/\/(?:www\.|api\.)?openalex\.org\//i, '') || undefined;

/** A topic and its broader topics, narrowest first. */
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
  /** Records for the topics of a hierarchy that have no record yet, broadest first. */
  newRecords(hierarchy: readonly OpenAlexTopic[], origin: RecordOrigin): SourceItem[];
}

/** Makes one record for each topic, however many works mention it. */
export const topicRecorder = (): TopicRecorder => {
  const recorded = new Set<string>();
  return {
    newRecords: (hierarchy, origin) =>
      hierarchy
        .map((topic, index) => ({ topic, broader: hierarchy[index + 1] }))
        .filter(({ topic }) => !recorded.has(topic.ids.openalex))
        .map(({ topic, broader }) => {
          recorded.add(topic.ids.openalex);
          return { origin, value: topicRecord(topic, broader) };
        })
        .reverse(),
  };
};

const topicRecord = (topic: OpenAlexTopic, broader: OpenAlexTopic | undefined): TopicRecord =>
  broader ? { record: 'topic', ...topic, broader: [broader] } : { record: 'topic', ...topic };
