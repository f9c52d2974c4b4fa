import { cooperativeScheduler } from '../../graph/cooperativeScheduler.ts';
import { entityKinds } from '../../graph/model/entityKinds.ts';
import { kindOf, type EntityId } from '../../graph/model/ids.ts';
import { kindRow, type NamedKind } from '../../graph/model/kinds.ts';
import { relationNames, relationRow } from '../../graph/model/relations.ts';
import { UNKNOWN, UNKNOWN_YEAR } from '../../memory/algorithms/paperColumns.ts';
import type { ChangeReader } from '../../memory/build/readGraphDelta.ts';
import type {
  ChangedAffiliation,
  ChangedEdge,
  ChangedNamed,
  ChangedPaper,
  Mentions,
  ReadRelationKind,
} from '../../memory/build/graphDelta.ts';
import type { Database, Statement } from '../file/database.ts';
import { edgeRows, paperWordColumns, type EdgeRows } from '../file/schema.ts';
import { MentionReader } from './mentionReader.ts';

interface PaperRow {
  rowId: number;
  day: number | null;
  year: number | null;
  citations: number | null;
  teamSize: number;
  authorCount: number | null;
  hasCode: number;
}

interface NamedRow {
  rowId: number;
  name: string;
  folded: string;
  facts: string;
}

/** Reads entities and edges for an update of the graph in memory. */
export class EmbeddedChangeReader implements ChangeReader {
  readonly #statements: ReturnType<typeof prepared>;
  readonly #mentions: MentionReader;
  /** The row ids of those entities that were read. */
  readonly rowIds = new Map<EntityId, number>();

  /** @param idOf returns the id of an entity of the graph that is updated, by its row id */
  constructor(database: Database, idOf: (rowId: number) => EntityId) {
    this.#statements = prepared(database);
    this.#mentions = new MentionReader(database, idOf);
  }

  papers(ids: readonly EntityId[]): Promise<ChangedPaper[]> {
    return this.#each(ids, (id) => {
      const row = this.#statements.paper.get(id) as (PaperRow & Record<string, string | null>) | undefined;
      if (!row) return [];
      this.rowIds.set(id, row.rowId);
      const numbers = {
        days: row.day ?? UNKNOWN,
        years: row.year ?? UNKNOWN_YEAR,
        citations: row.citations ?? UNKNOWN,
        teamSizes: row.teamSize,
        authorCounts: row.authorCount ?? UNKNOWN,
        hasCode: row.hasCode,
      };
      const words = kindRow('PAPER').words.map((field) => [
        field,
        row[paperWordColumns[field] ?? ''] ?? null,
      ]);
      return [{ id, numbers, words: Object.fromEntries(words) as Record<string, string | null> }];
    });
  }

  named(kind: NamedKind, ids: readonly EntityId[]): Promise<ChangedNamed[]> {
    return this.#each(ids, (id) => {
      const row = this.#statements.named.get(id) as NamedRow | undefined;
      if (!row) return [];
      this.rowIds.set(id, row.rowId);
      const place = [entityKinds.indexOf(kind), row.folded, row.name, id];
      const before = this.#statements.before.get(...place) as { id: EntityId } | undefined;
      return [{ id, words: JSON.parse(row.facts) as Record<string, string | null>, before: before?.id }];
    });
  }

  async edges(ids: readonly EntityId[]): Promise<Record<ReadRelationKind, ChangedEdge[]>> {
    const stored = await this.#each(ids, (id) => {
      const row = this.#statements.rowId.get(id) as { rowId: number } | undefined;
      return row ? [{ id, rowId: row.rowId }] : [];
    });
    const read = new Set(ids);
    const edges: Partial<Record<string, ChangedEdge[]>> = {};
    for (const { kind, from, to, bySource, byTarget } of this.#statements.edges) {
      edges[kind] = await this.#each(stored, ({ id, rowId }) => {
        const all: ChangedEdge[] = []; // an edge between two nodes of `ids` is kept once, when its source is read
        if (kindOf(id) === from && bySource) all.push(...edgesOf(bySource, rowId));
        if (kindOf(id) === to && byTarget) {
          all.push(...edgesOf(byTarget, rowId).filter(({ source }) => !read.has(source)));
        }
        return all;
      });
    }
    return edges as Record<ReadRelationKind, ChangedEdge[]>;
  }

  affiliations(paperIds: readonly EntityId[]): Promise<ChangedAffiliation[]> {
    return this.#each(paperIds, (paper) => {
      const rows = this.#statements.affiliations.all(paper) as { author: EntityId; institution: EntityId }[];
      return rows.map(({ author, institution }) => ({ paper, author, institution }));
    });
  }

  async hidden(ids: readonly EntityId[]): Promise<Set<EntityId>> {
    return new Set(ids.filter((id) => this.#statements.hidden.get(id) !== undefined));
  }

  mentions(ids: readonly EntityId[]): Promise<Mentions> {
    return this.#mentions.read(ids);
  }

  /** Reads something for each item, and joins the results. Other requests are served between the items. */
  async #each<Item, Result>(
    items: readonly Item[],
    read: (item: Item) => readonly Result[],
  ): Promise<Result[]> {
    const results: Result[] = [];
    for (const item of items) {
      if (cooperativeScheduler.isSliceOver) await cooperativeScheduler.nextSlice();
      results.push(...read(item));
    }
    return results;
  }
}

const edgesOf = (statement: Statement, rowId: number): ChangedEdge[] => {
  const rows = statement.all(rowId) as { source: EntityId; target: EntityId; value: number | null }[];
  return rows.map(({ source, target, value }) => ({ source, target, value: value ?? NaN }));
};

const prepared = (database: Database) => ({
  rowId: database.prepare('SELECT rowid AS rowId FROM entity WHERE id = ?'),
  paper: database.prepare(
    'SELECT paper.rowid AS rowId, paper.* FROM entity JOIN paper ON paper.rowid = entity.rowid WHERE id = ?',
  ),
  hidden: database.prepare('SELECT 1 FROM hidden WHERE id = ?'),
  named: database.prepare('SELECT rowid AS rowId, name, folded, facts FROM entity WHERE id = ?'),
  before: database.prepare(`SELECT id FROM entity INDEXED BY entity_by_name
    WHERE kind = ? AND folded IS NOT NULL AND (folded, name, id) < (?, ?, ?)
    ORDER BY folded DESC, name DESC, id DESC LIMIT 1`),
  affiliations: database.prepare(`SELECT author.id AS author, institution.id AS institution FROM affiliation
    JOIN entity AS author ON author.rowid = affiliation.author
    JOIN entity AS institution ON institution.rowid = affiliation.institution
    WHERE affiliation.paper = (SELECT rowid FROM entity WHERE id = ?)`),
  edges: relationNames.map(relationRow).flatMap(({ kind, direction, from, to, derivation }) => {
    const rows = edgeRows[kind as ReadRelationKind];
    if (derivation || direction !== 'OUT' || rows === undefined) return [];
    const by = (end: 'source' | 'target'): Statement => database.prepare(edgesBy(rows, end));
    // an edge with a paper at one of its ends is read with the edges of this paper; an edge between two topics is read
    // with both topics
    const owner = from === 'PAPER' || to === 'PAPER' ? 'PAPER' : from;
    return [
      { kind, from, to, bySource: from === owner && by('source'), byTarget: to === owner && by('target') },
    ];
  }),
});

/** SQL for the edges from or to one entity. */
const edgesBy = (
  { from, source, target, value }: EdgeRows,
  end: 'source' | 'target',
): string => `WITH edge(source, target, value) AS
    (SELECT ${value === null ? 'DISTINCT' : ''} ${source}, ${target}, ${value ?? 'NULL'} FROM ${from})
  SELECT one.id AS source, other.id AS target, value FROM edge
  JOIN entity AS one ON one.rowid = edge.source JOIN entity AS other ON other.rowid = edge.target
  WHERE edge.${end} = ?`;
