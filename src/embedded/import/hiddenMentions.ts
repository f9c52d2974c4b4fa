import type { BaseEntity } from '../../graph/corrections/baseEntity.ts';
import { keptPaperText } from '../../graph/corrections/keptPaper.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import { namedKinds } from '../../graph/model/kinds.ts';
import type { KeptRecord } from '../../graph/storeSession.ts';
import { rowsOfColumns, type Database } from '../file/database.ts';
import { neighborTables } from '../file/schema.ts';
import { EntityWriter } from './entityWriter.ts';
import { HiddenEntities } from './hiddenEntities.ts';
import { PaperTables } from './paperTables.ts';

/**
 * The kept records that this store does not need, because it can hide entities. A store that cannot hide entities (see
 * StoreSession.keptPapersOf) needs these records when the data is copied to it.
 */
interface HiddenMentions {
  /** For each hidden entity, by its id: the ids of the papers that mention it. */
  papersOf: ReadonlyMap<EntityId, readonly EntityId[]>;
  /** The kept records of these papers, which contain the papers with their hidden entities. */
  papers: Iterable<KeptRecord>;
}

export const hiddenMentions = (database: Database): HiddenMentions => {
  const papersOf = new Map<EntityId, EntityId[]>();
  for (const kind of namedKinds) {
    const { table, column } = neighborTables[kind];
    const sql = `SELECT DISTINCT hidden.id, listing.id FROM hidden
      JOIN ${table} ON ${column} = hidden.rowid JOIN entity AS listing ON listing.rowid = paper`;
    for (const [entity, paper] of rowsOfColumns(database, sql) as Iterable<[EntityId, EntityId]>) {
      const papers = papersOf.get(entity) ?? [];
      papersOf.set(entity, papers);
      papers.push(paper);
    }
  }
  return { papersOf, papers: recordsOf(new Set([...papersOf.values()].flat()), database) };
};

const recordsOf = function* (papers: Iterable<EntityId>, database: Database): Iterable<KeptRecord> {
  const entities = new EntityWriter(database);
  const hidden = new HiddenEntities(database, entities, new PaperTables(database, entities));
  for (const id of papers) {
    const paper = hidden.paper(id);
    if (paper) yield { type: 'paper', id, text: keptPaperText(paper) };
  }
};

/**
 * Returns the kept record of a hidden entity with the given papers added to its lost papers. @param text the kept
 * record as JSON
 */
export const withLostPapers = (text: string, papers: readonly EntityId[]): string => {
  const entity = JSON.parse(text) as BaseEntity;
  return JSON.stringify({ ...entity, lostPapers: [...entity.lostPapers, ...papers] });
};
