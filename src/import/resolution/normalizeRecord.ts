import { basename } from 'node:path';
import type { EntityKind } from '../../graph/model/entityKinds.ts';
import { abstractLatex } from '../../graph/text/latexText.ts';
import { identifierKey, identifierKeys, referenceKey } from '../../graph/model/identifiers.ts';
import type { ImportProblem, OnProblem } from '../importProblem.ts';
import type {
  AbstractRecord,
  CitationRecord,
  ImportRecord,
  RecordOrigin,
  RedirectRecord,
  TopicRecord,
} from '../importRecord.ts';
import { normalizeTopic } from './normalizeAuthor.ts';
import type { NormalizedRecord } from './normalizedRecord.ts';
import { normalizePaperRecord } from './normalizePaper.ts';
import { fingerprintOf, text } from './recordText.ts';

/**
 * Normalizes a record on its own, before the store is read.
 *
 * @param formatSource the source of records that do not name one
 * @param origin the file and line of the record
 * @param onProblem receives each part of the record that is left out
 * @returns the normalized record, or the reason why it cannot be imported
 */
export const normalizeRecord = (
  record: ImportRecord,
  formatSource: string,
  { file, line }: RecordOrigin,
  onProblem: OnProblem,
): NormalizedRecord | { problem: ImportProblem } => {
  if (record.record === 'citation') return normalizeCitation(record);
  if (record.record === 'abstract') return normalizeAbstract(record);
  if (record.record === 'redirect') return normalizeRedirect(record, onProblem);
  if (record.record === 'topic') return normalizeTopicRecord(record, onProblem);
  const source = record.source ?? formatSource;
  const paper = normalizePaperRecord(record, source, onProblem);
  if (text(record.title) === null && identifierKeys('PAPER', record.ids, () => undefined).length === 0)
    return notARecord('a paper needs a valid id or a title, but this record has neither');
  if (record.isRemoved !== true) return { kind: 'paper', paper, onProblem };
  const removal = {
    ...{ keys: paper.keys, source, title: text(record.title), reason: text(record.removalReason) },
    record: `${basename(file)}:${line}`,
  };
  return { kind: 'removal', removal, onProblem };
};

const normalizeTopicRecord = (
  record: TopicRecord,
  onProblem: OnProblem,
): NormalizedRecord | { problem: ImportProblem } => {
  const topic = normalizeTopic(record, onProblem);
  if (!topic) return notARecord('the topic has neither a name nor an identifier');
  return {
    kind: 'topic',
    fingerprint: fingerprintOf(JSON.stringify(record)),
    topic,
    broader: record.broader?.flatMap((each) => normalizeTopic(each, onProblem) ?? []),
    onProblem,
  };
};

const normalizeCitation = (record: CitationRecord): NormalizedRecord | { problem: ImportProblem } => {
  const from = referenceKey(record.from);
  const to = referenceKey(record.to);
  if (from === undefined || to === undefined) {
    return notARecord(
      `"${from === undefined ? record.from : record.to}" is not an identifier of a paper: write <scheme>:<value>, for example doi:10.1000/xyz`,
    );
  }
  return { kind: 'citation', citation: { from, to } };
};

const normalizeAbstract = (record: AbstractRecord): NormalizedRecord | { problem: ImportProblem } => {
  const paper = referenceKey(record.paper);
  if (paper === undefined) return notARecord(`"${record.paper}" is not an identifier of a paper`);
  return {
    kind: 'abstract',
    abstract: { paper, text: text(record.text) ?? '', latex: abstractLatex(record.text) },
  };
};

const normalizeRedirect = (
  record: RedirectRecord,
  onProblem: OnProblem,
): NormalizedRecord | { problem: ImportProblem } => {
  const entityKind = (record.kind ?? 'paper').toUpperCase() as EntityKind;
  const keyOf = (reference: string): string | undefined => {
    const [scheme = '', ...value] = reference.split(':');
    return identifierKey(entityKind, scheme.trim().toLowerCase(), value.join(':'));
  };
  const from = keyOf(record.from);
  const to = keyOf(record.to);
  if (from === undefined || to === undefined) {
    return notARecord(
      `"${from === undefined ? record.from : record.to}" is not an identifier of the kind ${entityKind}`,
    );
  }
  return { kind: 'redirect', redirect: { entityKind, from, to }, onProblem };
};

const notARecord = (message: string): { problem: ImportProblem } => ({
  problem: { kind: 'notARecord', message },
});
