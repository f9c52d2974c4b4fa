import { referenceKey } from '../../graph/model/identifiers.ts';
import type { CitationRecord, TopicRecord } from '../importRecord.ts';
import { fingerprintOf } from './recordText.ts';
import type { NormalizedCitation, OnDropped, NormalizedTopicRecord } from './normalizedRecord.ts';
import { normalizeTopic } from './normalizeAuthor.ts';

/** A reason where the record names no topic. */
export const normalizeTopicRecord = (
  record: TopicRecord,
  onDropped: OnDropped,
): NormalizedTopicRecord | string => {
  const topic = normalizeTopic(record, onDropped);
  if (!topic) return 'the topic has neither a name nor an identifier';
  return {
    fingerprint: fingerprintOf(JSON.stringify(record)),
    topic,
    broader: record.broader?.flatMap((each) => normalizeTopic(each, onDropped) ?? []),
  };
};

/** A reason where one of its ends is no identifier of a paper. */
export const normalizeCitation = (record: CitationRecord): NormalizedCitation | string => {
  const from = referenceKey(record.from);
  const to = referenceKey(record.to);
  if (from === undefined || to === undefined) {
    return `"${from === undefined ? record.from : record.to}" is no identifier of a paper: write <scheme>:<value>`;
  }
  return { from, to };
};
