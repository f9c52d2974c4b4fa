import type { KeptRecord, KeptType } from '../../graph/storeSession.ts';
import type { Statement } from './statement.ts';

/*
 * The statements for records that are stored beside the graph (see KeptType). Each record is a node, whose key consists
 * of its type and id.
 */

export const keptOfType: Statement = {
  name: 'keptOfType',
  purpose: 'Reads all records of a type that are stored beside the graph.',
  text: `MATCH (kept:Kept {type: $type})
RETURN kept.id AS id, kept.text AS text ORDER BY id`,
};

export const keptByKey: Statement = {
  name: 'keptByKey',
  purpose: 'Reads some of the records that are stored beside the graph.',
  text: `MATCH (kept:Kept) WHERE kept.key IN $keys
RETURN kept.id AS id, kept.text AS text ORDER BY id`,
};

export const writeKept: Statement = {
  name: 'writeKept',
  purpose: 'Stores records beside the graph.',
  text: `UNWIND $rows AS row
MERGE (kept:Kept {key: row.key})
SET kept.type = row.type, kept.id = row.id, kept.text = row.text`,
};

export const removeKept: Statement = {
  name: 'removeKept',
  purpose: 'Removes records that are stored beside the graph.',
  text: `MATCH (kept:Kept) WHERE kept.key IN $keys
DELETE kept`,
};

export const keptKey = ({ type, id }: Pick<KeptRecord, 'type' | 'id'>): string => `${type} ${id}`;

/**
 * The statement, with its parameters, that reads the records of a type: those with the given ids or, without ids, all.
 */
export const keptRead = (type: KeptType, ids: readonly string[] | undefined): [Statement, object] =>
  ids ? [keptByKey, { keys: ids.map((id) => keptKey({ type, id })) }] : [keptOfType, { type }];
