import { LRUCache } from 'lru-cache';
import { cooperativeScheduler, runCooperatively } from '../../graph/cooperativeScheduler.ts';
import type { Authorship } from '../../graph/model/edges.ts';
import type { Entity, LatexTexts } from '../../graph/model/entities.ts';
import { entityKinds, type EntityKind } from '../../graph/model/entityKinds.ts';
import type { SearchedWords } from '../../graph/model/filters.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import { kindRow } from '../../graph/model/kinds.ts';
import { distinguishingKeys } from '../../graph/model/identifiers.ts';
import { strictClauses } from '../../graph/searchClauses.ts';
import {
  briefAuthorship,
  type AuthorNaming,
  type Claim,
  type EntityRecords,
} from '../../memory/entityRecords.ts';
import { ABSENT } from '../../memory/build/renumbering.ts';
import { RecordCache } from '../../memory/recordCache.ts';
import type { AuthorshipPlace } from '../../memory/queries/nodePages.ts';
import { citationsOf } from '../../memory/queries/citations.ts';
import { paperCount } from '../../memory/queries/listPages.ts';
import { readDetails } from '../file/authorshipDetails.ts';
import type { Database } from '../file/database.ts';
import type { LoadedGraph } from './loadGraph.ts';
import { readClaims } from './readClaims.ts';
import { SearchIndex } from './searchIndex.ts';

/** The maximum number of cached records; a decoded record takes about 300 bytes. */
const CACHED_RECORDS = 100_000;

/** Entities by id. */
export type EntityCache = RecordCache<Entity>;

interface EntityRow {
  kind: number;
  id: EntityId;
  keys: string;
  name: string | null;
  facts: string;
}

/** Reads entities and authorships from the state of the data file that the graph in memory was loaded from. */
export class EmbeddedRecords implements EntityRecords {
  readonly #database: Database;
  readonly #loaded: LoadedGraph;
  readonly cache: EntityCache;
  readonly #search: SearchIndex;
  readonly #statements;

  constructor(
    database: Database,
    loaded: LoadedGraph,
    cache: EntityCache = new RecordCache(() => new LRUCache({ max: CACHED_RECORDS })),
  ) {
    this.cache = cache;
    this.#database = database;
    this.#loaded = loaded;
    this.#search = new SearchIndex(database);
    this.#statements = {
      entity: database.prepare('SELECT kind, id, keys, name, facts FROM entity WHERE rowid = ?'),
      title: database.prepare(`SELECT json_extract(facts, '$.title') AS title FROM entity WHERE rowid = ?`),
      alias: database.prepare('SELECT entity FROM alias WHERE id = ?'),
      abstract: database.prepare('SELECT text FROM abstract WHERE paper = ?'),
      latex: database.prepare(
        `SELECT facts ->> 'titleLatex' AS titleLatex, facts ->> 'abstractLatex' AS abstractLatex FROM entity WHERE rowid = ?`,
      ),
      authorship: database.prepare('SELECT details FROM authorship WHERE paper = ? AND position = ?'),
    };
  }

  async ownIds(identifiers: readonly EntityId[]): Promise<ReadonlyMap<EntityId, EntityId>> {
    const { graph, rowIds } = this.#loaded;
    const ownIds = new Map<EntityId, EntityId>();
    for (const identifier of identifiers) {
      const row = this.#statements.alias.get(identifier) as { entity: number } | undefined;
      if (row) ownIds.set(identifier, graph.ids[rowIds.nodeOfRowId[row.entity] ?? 0] ?? '');
    }
    return ownIds;
  }

  async authorNamings(): Promise<readonly AuthorNaming[]> {
    const { graph, rowIds } = this.#loaded;
    const { start, end } = graph.ranges.AUTHOR;
    const namings: AuthorNaming[] = [];
    for (let node = start; node < end; node += 1) {
      if (cooperativeScheduler.isSliceOver) await cooperativeScheduler.nextSlice();
      const row = this.#statements.entity.get(rowIds.rowIdOfNode[node] ?? 0) as EntityRow;
      const { alternativeNames = [] } = JSON.parse(row.facts) as Partial<AuthorNaming>;
      namings.push({
        name: row.name ?? '',
        alternativeNames,
        distinguishingKeys: distinguishingKeys(JSON.parse(row.keys) as EntityId[]),
      });
    }
    return namings;
  }

  async claims(): Promise<readonly Claim[]> {
    return readClaims(this.#database);
  }

  async paperTitles(): Promise<readonly string[]> {
    const { graph, rowIds } = this.#loaded;
    const { start, end } = graph.ranges.PAPER;
    const titles: string[] = [];
    for (let node = start; node < end; node += 1) {
      if (cooperativeScheduler.isSliceOver) await cooperativeScheduler.nextSlice();
      const row = this.#statements.title.get(rowIds.rowIdOfNode[node] ?? 0) as { title: string | null };
      titles.push(row.title ?? '');
    }
    return titles;
  }

  async titledPapers(words: SearchedWords): Promise<Iterable<number>> {
    const rowIds = await runCooperatively(this.#search.rowIdsOf('PAPER', strictClauses(words)));
    return rowIds.map((rowId) => this.#loaded.rowIds.nodeOfRowId[rowId] ?? 0);
  }

  async entities(nodes: readonly number[]): Promise<readonly Entity[]> {
    const entities: Entity[] = [];
    const { ids } = this.#loaded.graph;
    for (const node of nodes) {
      const cached = this.cache.get(ids[node] ?? '');
      if (!cached && cooperativeScheduler.isSliceOver) await cooperativeScheduler.nextSlice();
      entities.push(cached ?? this.entity(node));
    }
    return entities;
  }

  async authorships(places: readonly AuthorshipPlace[], brief: boolean): Promise<readonly Authorship[]> {
    return places.map((place) => this.#authorship(place, brief));
  }

  entity(node: number): Entity {
    const id = this.#loaded.graph.ids[node] ?? '';
    const cached = this.cache.get(id);
    if (cached) return cached;
    const row = this.#statements.entity.get(this.#rowId(node)) as EntityRow;
    const entity = this.#decoded(row, node);
    this.cache.set(id, entity);
    return entity;
  }

  abstract(node: number): string | undefined {
    const row = this.#statements.abstract.get(this.#rowId(node)) as { text: string } | undefined;
    return row?.text;
  }

  latexTexts(node: number): LatexTexts {
    return this.#statements.latex.get(this.#rowId(node)) as LatexTexts;
  }

  #rowId(node: number): number {
    return this.#loaded.rowIds.rowIdOfNode[node] ?? 0;
  }

  #authorship({ paper, author, position }: AuthorshipPlace, brief: boolean): Authorship {
    const { graph, rowIds } = this.#loaded;
    const placed = briefAuthorship(graph, { paper, author, position });
    if (brief) return placed;
    const row = this.#statements.authorship.get(this.#rowId(paper), position) as { details: string };
    const { printed, isCorresponding, affiliations } = readDetails(row.details);
    const institutions = new Set(affiliations.flatMap(({ institution }) => institution ?? []));
    return {
      ...placed,
      isCorresponding,
      nameAsPrinted: printed,
      affiliationsAsPrinted: [...new Set(affiliations.flatMap((each) => each.printed ?? []))],
      // hidden institutions are left out, because they have no node
      institutionIds: [...institutions].flatMap(
        (rowId) => graph.ids[rowIds.nodeOfRowId[rowId] ?? ABSENT] ?? [],
      ),
    };
  }

  #decoded(row: EntityRow, node: number): Entity {
    const { graph } = this.#loaded;
    const kind = entityKinds[row.kind] as EntityKind;
    const { fields, isNamed } = kindRow(kind);
    const facts = JSON.parse(row.facts) as Record<string, unknown>;
    const entity: Record<string, unknown> = {
      kind,
      id: row.id,
      keys: JSON.parse(row.keys) as EntityId[],
      paperCount: paperCount(graph, kind, node),
    };
    if (isNamed) entity['name'] = row.name ?? row.id;
    for (const field of Object.keys(fields)) entity[field] = facts[field] ?? fields[field];
    if (kind === 'PAPER') {
      entity['isTooLargeForCollaboration'] = (facts['teamSize'] as number) > graph.cap;
      entity['storedCitations'] = citationsOf(graph, node).stored;
    }
    // the cast is safe, because the facts in the data file were written from an entity of this kind
    return entity as unknown as Entity;
  }
}
