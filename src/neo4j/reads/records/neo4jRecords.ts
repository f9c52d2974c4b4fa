import { LRUCache } from 'lru-cache';
import type { Authorship } from '../../../graph/model/edges.ts';
import type { Entity } from '../../../graph/model/entities.ts';
import type { EntityKind } from '../../../graph/model/entityKinds.ts';
import type { SearchedWords } from '../../../graph/model/filters.ts';
import { kindOf, type EntityId } from '../../../graph/model/ids.ts';
import { at, rowEnd, rowStart } from '../../../memory/algorithms/adjacency.ts';
import type { GraphDelta } from '../../../memory/build/graphDelta.ts';
import type { MemoryGraph } from '../../../memory/memoryGraph.ts';
import { distinguishingKeys } from '../../../graph/model/identifiers.ts';
import { strictClauses } from '../../../graph/searchClauses.ts';
import {
  briefAuthorship,
  type AuthorNaming,
  type Claim,
  type EntityRecords,
} from '../../../memory/entityRecords.ts';
import { RecordCache } from '../../../memory/recordCache.ts';
import type { AuthorshipPlace } from '../../../memory/queries/nodePages.ts';
import type { Database } from '../../connection/database.ts';
import type { Statement } from '../../cypher/statement.ts';
import type { EdgeValues } from '../../cypher/edgeProjection.ts';
import { luceneQuery } from '../../cypher/luceneQuery.ts';
import type { NodeValues } from '../../cypher/nodeProjection.ts';
import { versionOf, type StoredState } from '../../memoryFeed/storedVersion.ts';
import { authorshipOf } from '../edgeOf.ts';
import { entityOf } from '../entityOf.ts';
import {
  authorNamings,
  authorshipRecords,
  claims,
  keyOwners,
  paperTitles,
  recordsOfKind,
  titledPapers,
} from './recordStatements.ts';

/** Thrown if the stored graph has another version than the memory graph. */
export class OutdatedMemoryGraph extends Error {}

/** A cache of entities by their ids, and of authorships by the id of the paper and the position. */
export type Neo4jRecordCache = RecordCache<Entity | Authorship>;

/** The maximum memory for cached records, in bytes, as estimated by `bytesOf`. */
const CACHE_BYTES = 128 * 1024 * 1024;

export const createRecordCache = (): Neo4jRecordCache =>
  new RecordCache(() => new LRUCache({ maxSize: CACHE_BYTES, sizeCalculation: bytesOf }));

const authorshipKey = (paper: EntityId, position: number): string => `${paper} ${position}`;

/** The keys of the cached records that are out of date after an update of the graph. */
export const changedRecords = function* (graph: MemoryGraph, { records }: GraphDelta): Iterable<string> {
  yield* records;
  const { paperAuthors } = graph.rows;
  for (const id of records) {
    const paper = kindOf(id) === 'PAPER' ? graph.nodeOfId(id) : undefined;
    if (paper === undefined) continue;
    for (let slot = rowStart(paperAuthors, paper); slot < rowEnd(paperAuthors, paper); slot += 1) {
      yield authorshipKey(id, at(paperAuthors.values ?? new Float64Array(), slot));
    }
  }
};

/** For how many authors or papers one statement reads names or titles. */
const NODES_PAGE = 10_000;

/**
 * A rough estimate of the memory that a record takes, in bytes: 300 for the object, 40 for each text in a list, and 1
 * for each character.
 */
const bytesOf = (record: Entity | Authorship): number => {
  let bytes = 300;
  for (const value of Object.values(record) as unknown[]) {
    if (typeof value === 'string') bytes += value.length;
    else if (Array.isArray(value)) for (const text of value as string[]) bytes += 40 + text.length;
  }
  return bytes;
};

interface RecordSource {
  database: Database;
  graph: MemoryGraph;
  version: string;
  cache: Neo4jRecordCache;
  /**
   * Whether the request has checked that the graph has the stored version. If not, `entities` always runs a statement,
   * which checks it.
   */
  isChecked: boolean;
}

/**
 * Reads the records that belong to a graph in memory, through the cache.
 *
 * @throws OutdatedMemoryGraph from `entities` and `authorships`, if the stored graph has another version
 */
export class Neo4jRecords implements EntityRecords {
  readonly #source: RecordSource;

  constructor(source: RecordSource) {
    this.#source = source;
  }

  async ownIds(identifiers: readonly EntityId[]): Promise<ReadonlyMap<EntityId, EntityId>> {
    const { database } = this.#source;
    const rows = await database.read<{ key: EntityId; owner: EntityId }>(keyOwners, { keys: identifiers });
    return new Map(rows.map(({ key, owner }) => [key, owner]));
  }

  async authorNamings(): Promise<readonly AuthorNaming[]> {
    type Row = [id: EntityId, name: string, alternativeNames: string[] | null, keys: EntityId[]];
    const rows = await this.#allOf<Row>('AUTHOR', authorNamings);
    return rows.map(([, name, alternativeNames, keys]) => ({
      name,
      alternativeNames: alternativeNames ?? [],
      distinguishingKeys: distinguishingKeys(keys),
    }));
  }

  claims(): Promise<readonly Claim[]> {
    return this.#read(claims, {});
  }

  paperTitles(): Promise<readonly string[]> {
    return this.#allOf('PAPER', paperTitles);
  }

  async titledPapers(words: SearchedWords): Promise<Iterable<number>> {
    const { graph } = this.#source;
    const ids = await this.#read<EntityId>(titledPapers, { query: luceneQuery(strictClauses(words)) });
    return ids.map((id) => graph.nodeOfId(id) ?? outdated());
  }

  async entities(nodes: readonly number[]): Promise<readonly Entity[]> {
    const { graph, cache, isChecked } = this.#source;
    const cached = nodes.map((node) => cache.get(graph.ids[node] ?? '') as Entity | undefined);
    const missing = new Map<EntityKind, Set<EntityId>>();
    for (const [index, node] of nodes.entries()) {
      if (cached[index]) continue;
      const id = graph.ids[node] ?? '';
      missing.set(kindOf(id), (missing.get(kindOf(id)) ?? new Set()).add(id));
    }
    if (!isChecked && missing.size === 0) missing.set('AUTHOR', new Set());
    if (missing.size === 0) return cached as Entity[];
    const read = new Map<number | undefined, Entity>();
    await Promise.all(
      Array.from(missing, async ([kind, ids]) => {
        for (const values of await this.#read<NodeValues>(recordsOfKind[kind], { ids: [...ids] })) {
          const entity = entityOf(kind, values, graph.cap);
          read.set(graph.nodeOfId(entity.id), entity);
          cache.set(entity.id, entity);
        }
      }),
    );
    return nodes.map((node, index) => cached[index] ?? read.get(node) ?? outdated());
  }

  async authorships(places: readonly AuthorshipPlace[], brief: boolean): Promise<readonly Authorship[]> {
    const { graph, cache } = this.#source;
    if (brief) return places.map((place) => briefAuthorship(graph, place));
    const keys = places.map(({ paper, position }) => authorshipKey(graph.ids[paper] ?? '', position));
    const authorships = keys.map((key) => cache.get(key) as Authorship | undefined);
    const missing = places.flatMap((_, index) => (authorships[index] ? [] : [index]));
    if (missing.length > 0) {
      const ends = missing.map((index) => {
        const { paper, author } = places[index] as AuthorshipPlace;
        return [graph.ids[paper] ?? '', graph.ids[author] ?? ''] as const;
      });
      type Row = [index: number, values: EdgeValues<'authorship'>];
      for (const [row, values] of await this.#read<Row>(authorshipRecords, { places: ends })) {
        const [paperId, authorId] = ends[row] as readonly [EntityId, EntityId];
        const authorship = authorshipOf(values, { source: authorId, target: paperId });
        const index = missing[row] as number;
        authorships[index] = authorship;
        cache.set(keys[index] as string, authorship);
      }
    }
    return authorships.map((authorship) => authorship ?? outdated());
  }

  /** Reads a row for each node of a kind, page by page. */
  async #allOf<Row>(kind: EntityKind, statement: Statement): Promise<Row[]> {
    const { graph } = this.#source;
    const { start, end } = graph.ranges[kind];
    const all: Row[] = [];
    while (all.length < end - start) {
      const after = all.length === 0 ? '' : (graph.ids[start + all.length - 1] ?? '');
      const rows = await this.#read<Row>(statement, { after, size: NODES_PAGE });
      if (rows.length === 0) return outdated();
      for (const row of rows) all.push(row);
    }
    return all;
  }

  async #read<Row>(statement: Statement, parameters: object): Promise<Row[]> {
    const { database, version, isChecked } = this.#source;
    const [row] = await database.read<StoredState & { records: Row[] }>(statement, { ...parameters });
    // While an import is unfinished, a caller who asked for fresh data gets none from memory. Other callers may see the
    // state before the import.
    if (!row || versionOf(row) !== version || (isChecked && row.unfinished)) return outdated();
    return row.records;
  }
}

const outdated = (): never => {
  throw new OutdatedMemoryGraph('The stored graph has changed.');
};
