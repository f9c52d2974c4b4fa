import { referenceKey } from '../../graph/model/identifiers.ts';
import type { CitationRecord, ImportRecord, TopicRecord } from '../importRecord.ts';
import { normalizeTopic } from './normalizeAuthor.ts';
import type { NormalizedRecord, OnDropped } from './normalizedRecord.ts';
import { normalizePaperRecord } from './normalizePaper.ts';
import { fingerprintOf } from './recordText.ts';

/**
 * Normalizes a record on its own, before the store is read.
 *
 * @param formatSource the source of records that do not name one
 * @param onDropped receives the reason for each part of the record that is left out
 * @returns the normalized record, or the reason why it cannot be imported
 */
export const normalizeRecord = (
  record: ImportRecord,
  formatSource: string,
  onDropped: OnDropped,
): NormalizedRecord | string => {
  if (record.record === 'citation') return normalizeCitation(record);
  if (record.record === 'topic') return normalizeTopicRecord(record, onDropped);
  const paper = normalizePaperRecord(record, record.source ?? formatSource, onDropped);
  return { kind: 'paper', paper, onDropped };
};

const normalizeTopicRecord = (record: TopicRecord, onDropped: OnDropped): NormalizedRecord | string => {
  const topic = normalizeTopic(record, onDropped);
  if (!topic) return 'the topic has neither a name nor an identifier';
  return {
    kind: 'topic',
    fingerprint: fingerprintOf(JSON.stringify(record)),
    topic,
    broader: record.broader?.flatMap((each) => normalizeTopic(each, onDropped) ?? []),
    onDropped,
  };
};

const normalizeCitation = (record: CitationRecord): NormalizedRecord | string => {
  const from = referenceKey(record.from);
  const to = referenceKey(record.to);
  if (from === undefined || to === undefined) {
    return `"${from === undefined ? record.from : record.to}" is not an identifier of a paper: write <scheme>:<value>, for example doi:10.1000/xyz`;
  }
  return { kind: 'citation', citation: { from, to } };
};
