import { folded } from '../../graph/model/foldText.ts';
import type { EntityChange, GraphChanges, InstitutionFacts, TopicFacts } from '../../graph/importSession.ts';
import { kindOf, type EntityId } from '../../graph/model/ids.ts';
import type { TransactionRun } from '../connection/database.ts';
import type { Statement } from '../cypher/statement.ts';
import {
  clearPapers,
  giveKeys,
  loosenReferences,
  takeKeys,
  writeAuthors,
  writeAuthorships,
  writeBroader,
  writeInstitutions,
  writeNamed,
  writePaperKeys,
  writePapers,
  writeTopics,
} from './writeStatements.ts';
import { mergeEntities } from './mergeStatements.ts';
import { writeCitations, writeReferencesOf } from './citations.ts';
import { keyChanges, type KeyChanges } from './keyChanges.ts';
import { paperRow } from './paperNode.ts';

/** What a batch came to. */
export interface BatchOutcome {
  /** Whether anything that is stored is now another. */
  changed: boolean;
  newCitations: number;
}

/** Runs a statement on rows, if there are any. */
export type Write = <Row>(statement: Statement, rows: readonly object[]) => Promise<Row[]>;

/** Writes one batch inside a transaction. */
export const writeBatch = async (run: TransactionRun, changes: GraphChanges): Promise<BatchOutcome> => {
  let changed = false;
  const write: Write = async <Row>(statement: Statement, rows: readonly object[]) => {
    if (rows.length === 0) return [];
    const answer = await run<Row>(statement, { rows });
    changed ||= answer.changed;
    return answer.rows;
  };
  const keys = await keyChanges(run, changes);
  await writeKeys(write, keys);
  await writeNodes(write, keys, changes);
  for (const { from, into } of changes.merges) {
    const answer = await run(mergeEntities(kindOf(from)), { from, into });
    changed ||= answer.changed;
  }
  await writePaperRows(write, keys, changes);
  await writeReferencesOf(write, keys, changes.papers);
  const newCitations = await writeCitations(write, changes.citations);
  return { changed, newCitations };
};

/** All that lose keys go before those that get them. */
const writeKeys = async (write: Write, { taken, given }: KeyChanges): Promise<void> => {
  await write(
    loosenReferences,
    taken.filter(({ owner }) => kindOf(owner) === 'PAPER'),
  );
  await write(takeKeys, taken);
  await write(giveKeys, given);
};

const writeNodes = async (write: Write, known: KeyChanges, changes: GraphChanges): Promise<void> => {
  const names = firstNames(changes);
  const authors = changes.authors.filter((author) => known.isChanged(author));
  await write(
    writeAuthors,
    authors.map(({ id, keys }) => ({ id, keys, name: names.get(id) ?? '' })),
  );
  await write(writeNamed('INSTITUTION'), changes.institutions.map(namedRow));
  await write(writeNamed('TOPIC'), changes.topics.map(namedRow));
  await write(writeBroader, changes.broader);
  await write(
    writePaperKeys,
    changes.paperKeys.filter((paper) => known.isChanged(paper)),
  );
};

/** The name of each author as the batch has it first. */
const firstNames = (changes: GraphChanges): Map<EntityId, string> => {
  const names = new Map<EntityId, string>();
  for (const { authorId, curated, printed } of changes.papers.flatMap((paper) => paper.authorships)) {
    if (!names.has(authorId)) names.set(authorId, curated ?? printed);
  }
  return names;
};

const namedRow = ({ id, keys, facts }: EntityChange<InstitutionFacts> | EntityChange<TopicFacts>) => {
  const stated = Object.entries(facts ?? {}).filter(([, value]) => value !== null);
  const named = facts?.name ? searchedName(facts.name) : {};
  return { id, keys, facts: { ...Object.fromEntries(stated), ...named }, unnamed: searchedName(id) };
};

/** A name as lists and search want it. One that no source gives is the id. */
const searchedName = (name: string) => ({ name, folded: folded(name), spellings: [folded(name)] });

const writePaperRows = async (write: Write, known: KeyChanges, changes: GraphChanges): Promise<void> => {
  const rows = changes.papers.map(paperRow);
  await write(
    clearPapers,
    rows.flatMap(({ id }) => (known.isStored(id) ? { id } : [])),
  );
  await write(
    writePapers,
    rows.map(({ id, properties }) => ({ id, properties })),
  );
  await write(
    writeAuthorships,
    rows.map(({ id, authorships }) => ({ id, authorships })),
  );
  await write(
    writeTopics,
    rows.flatMap(({ id, topics }) => (topics.length > 0 ? { id, topics } : [])),
  );
  await write(
    writeInstitutions,
    rows.flatMap(({ id, institutionIds }) => (institutionIds.length > 0 ? { id, institutionIds } : [])),
  );
};
