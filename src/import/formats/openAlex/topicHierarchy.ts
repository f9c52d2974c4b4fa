import type { SourceItem, RecordOrigin, RecordTopic, TopicRecord } from '../../importRecord.ts';
import type { EntityKind } from '../../../graph/model/entityKinds.ts';
import { identifierKey } from '../../../graph/model/identifiers.ts';
import { objectOf, textOf, type JsonObject } from '../reading/jsonFields.ts';

/** A topic of OpenAlex's taxonomy. Unlike other topics, it always has an id. */
interface OpenAlexTopic extends RecordTopic {
  ids: { openalex: string };
  level: 'DOMAIN' | 'FIELD' | 'SUBFIELD' | 'TOPIC';
}

/**
 * The id of an OpenAlex object that is given in any spelling, for example `W2741809807`, `A5023888391`, `I27837315` or
 * `T10181`. The numbers of the levels above topics overlap, so these ids name the level: `subfields/1702`, `fields/17`,
 * `domains/3`.
 */
export const openAlexId = (kind: EntityKind, value: unknown): string | undefined => {
  const key = identifierKey(kind, 'openalex', textOf(value) ?? '');
  return key?.slice(key.lastIndexOf(':') + 1);
};

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
  const openalex = openAlexId('TOPIC', object['id']);
  return name === undefined || openalex === undefined ? undefined : { name, ids: { openalex }, level };
};

export interface TopicRecorder {
  /** Records for the topics of a hierarchy that have no record yet, broadest first. */
  newRecords(hierarchy: readonly OpenAlexTopic[], origin: RecordOrigin): SourceItem[];
  /** Like `newRecords`, but the narrowest topic always gets a record, because the file lists it by itself. */
  listedRecords(hierarchy: readonly OpenAlexTopic[], origin: RecordOrigin): SourceItem[];
}

/** Makes one record for each topic, however many works mention the topic. */
export const topicRecorder = (): TopicRecorder => {
  const recorded = new Set<string>();
  const newRecords: TopicRecorder['newRecords'] = (hierarchy, origin) =>
    hierarchy
      .map((topic, index) => ({ topic, broader: hierarchy[index + 1] }))
      .filter(({ topic }) => !recorded.has(topic.ids.openalex))
      .map(({ topic, broader }) => {
        recorded.add(topic.ids.openalex);
        return { origin, value: topicRecord(topic, broader) };
      })
      .reverse();
  return {
    newRecords,
    listedRecords(hierarchy, origin) {
      if (hierarchy[0]) recorded.delete(hierarchy[0].ids.openalex);
      return newRecords(hierarchy, origin);
    },
  };
};

const topicRecord = (topic: OpenAlexTopic, broader: OpenAlexTopic | undefined): TopicRecord =>
  broader ? { record: 'topic', ...topic, broader: [broader] } : { record: 'topic', ...topic };
