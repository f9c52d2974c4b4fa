import { referenceKey } from '../../graph/model/identifiers.ts';
import type { CitationRecord, TopicRecord } from '../record.ts';
import { fingerprintOf } from './claimedText.ts';
import type { CitationClaim, OnDropped, TopicRecordClaim } from './claims.ts';
import { topicClaim } from './mentionClaims.ts';

/** A reason where the record names no topic. */
export const topicRecordClaim = (record: TopicRecord, onDropped: OnDropped): TopicRecordClaim | string => {
  const topic = topicClaim(record, onDropped);
  if (!topic) return 'the topic has neither a name nor an identifier';
  return {
    fingerprint: fingerprintOf(JSON.stringify(record)),
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
