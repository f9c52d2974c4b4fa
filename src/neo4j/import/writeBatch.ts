import type { EntityChange, FactsOf } from '../../graph/importSession.ts';
import type { KeptRecord, StoreBatch } from '../../graph/storeSession.ts';
import { kindOf, type EntityId } from '../../graph/model/ids.ts';
import { namedKinds, type NamedKind } from '../../graph/model/kinds.ts';
import { linkRelations } from '../../graph/model/listedRelations.ts';
import type { TransactionRun } from '../connection/database.ts';
import { keptKey, removeKept, writeKept } from '../cypher/keptStatements.ts';
import { BatchWriter } from './batchWriter.ts';
import { writeCitations, writePaperLinks } from './citations.ts';
import { keyChanges, type KeyChanges } from './keyChanges.ts';
import { suspendLinks } from './linkStatements.ts';
import { removeNodes } from './removeStatements.ts';
import { mergeEntities } from './mergeStatements.ts';
import { nameProperties } from './nameProperties.ts';
import { writePaperNodes } from './writePaperNodes.ts';
import {
  addKeys,
  removeKeys,
  writeAuthors,
  writeBroader,
  writeNamed,
  writePaperKeys,
} from './writeStatements.ts';

interface BatchOutcome {
  /** Whether the batch changed the stored graph. */
  changed: boolean;
  newCitations: number;
  /** The stored papers that are the citing papers of the batch's citations. */
  citing: readonly EntityId[];
}

/** Writes one batch inside a transaction, in the order that ImportBatch describes. */
export const writeBatch = async (
  run: TransactionRun,
  batch: StoreBatch,
  collaborationCap: number,
): Promise<BatchOutcome> => {
  const writer = new BatchWriter(run);
  const keys = await keyChanges(run, batch);
  await writeKeys(writer, keys);
  await writeNodes(writer, keys, batch);
  for (const { from, into } of batch.merges) await writer.write(mergeEntities(kindOf(from)), { from, into });
  await writePaperNodes(writer, batch.papers, { isStored: (id) => keys.isStored(id), cap: collaborationCap });
  await writePaperLinks(writer, keys, batch.papers);
  const citations = await writeCitations(writer, batch.citations);
  await removeNodes(writer, batch.removals, collaborationCap);
  await writeKeptRecords(run, batch.kept);
  return { changed: writer.changed, ...citations };
};

/** Kept records are not part of the graph that readers see, so writing them does not count as a change of the graph. */
const writeKeptRecords = async (run: TransactionRun, kept: readonly KeptRecord[]): Promise<void> => {
  const rows = kept.filter(({ text }) => text !== null).map((each) => ({ ...each, key: keptKey(each) }));
  const keys = kept.filter(({ text }) => text === null).map(keptKey);
  if (rows.length > 0) await run(writeKept, { rows });
  if (keys.length > 0) await run(removeKept, { keys });
};

/** Keys are removed before they are added, because a key may move from one entity to another. */
const writeKeys = async (writer: BatchWriter, { removed, added }: KeyChanges): Promise<void> => {
  const ofPapers = removed.filter(({ owner }) => kindOf(owner) === 'PAPER');
  for (const relation of linkRelations) await writer.writeRows(suspendLinks(relation), ofPapers);
  await writer.writeRows(removeKeys, removed);
  await writer.writeRows(addKeys, added);
};

const writeNodes = async (writer: BatchWriter, keys: KeyChanges, batch: StoreBatch): Promise<void> => {
  const names = firstNames(batch);
  const authors = batch.named.AUTHOR.filter((author) => keys.isChanged(author));
  await writer.writeRows(
    writeAuthors,
    authors.map((author) => ({ id: author.id, keys: author.keys, name: names.get(author.id) ?? '' })),
  );
  for (const kind of statedKinds) await writer.writeRows(writeNamed(kind), batch.named[kind].map(namedRow));
  await writer.writeRows(writeBroader, batch.broader);
  await writer.writeRows(
    writePaperKeys,
    batch.paperKeys.filter((paper) => keys.isChanged(paper)),
  );
};

/**
 * The kinds whose fields are in import records. Authors are not among them: their names are computed from their papers.
 */
export const statedKinds = namedKinds.filter((kind) => kind !== 'AUTHOR');

/** For each author of the batch's papers, the name on the first of these papers. */
const firstNames = (batch: StoreBatch): Map<EntityId, string> => {
  const names = new Map<EntityId, string>();
  for (const { authorId, curated, printed } of batch.papers.flatMap((paper) => paper.authorships)) {
    if (!names.has(authorId)) names.set(authorId, curated ?? printed);
  }
  return names;
};

const namedRow = ({
  id,
  keys,
  facts,
  isWhole = false,
}: EntityChange<FactsOf[Exclude<NamedKind, 'AUTHOR'>]>) => {
  const stated = Object.entries(facts ?? {}).filter(([, value]) => isWhole || value !== null);
  const name = facts?.name ? nameProperties(facts.name) : {};
  return {
    id,
    keys,
    isWhole,
    facts: { ...Object.fromEntries(stated), ...name },
    unnamed: nameProperties(id), // an entity whose record has no name gets its id as its name
  };
};
