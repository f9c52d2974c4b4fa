import type { ListedTarget, StoredAuthorship } from '../../graph/importSession.ts';
import { entityKinds, type EntityKind } from '../../graph/model/entityKinds.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import type { NamedKind } from '../../graph/model/kinds.ts';
import { hasScores, linkRelations, type LinkRelation } from '../../graph/model/listedRelations.ts';
import type { KeptRecord, StoredFacts } from '../../graph/storeSession.ts';
import { at } from '../../memory/algorithms/adjacency.ts';
import { ABSENT } from '../../memory/build/renumbering.ts';
import type { MemoryGraph } from '../../memory/memoryGraph.ts';
import type {
  MissingPaper,
  ResolvedLinks,
  StoreContents,
  StoredNamedEntity,
  StoredPaperFields,
} from '../../memory/storeContents.ts';
import { affiliationsOf, readDetails } from '../file/authorshipDetails.ts';
import { rowsOfColumns, type Database } from '../file/database.ts';
import { readDocuments } from '../file/documents.ts';
import { linkTables } from '../file/schema.ts';
import { hiddenMentions, withLostPapers } from '../import/hiddenMentions.ts';
import type { PaperFacts } from '../import/paperTables.ts';
import type { LoadedGraph } from './loadGraph.ts';

/** Reads everything that is stored, in the state of the data file from which the graph in memory was loaded. */
export class EmbeddedContents implements StoreContents {
  readonly graph: MemoryGraph;
  readonly #database: Database;
  readonly #nodeOfRowId: Uint32Array;

  constructor(database: Database, { graph, rowIds }: LoadedGraph) {
    this.#database = database;
    this.graph = graph;
    this.#nodeOfRowId = rowIds.nodeOfRowId;
  }

  *papers(): Iterable<{ node: number; fields: StoredPaperFields }> {
    type Row = [number, string, string, string, string, string | null];
    const sql = `SELECT entity.rowid, id, keys, fingerprint, facts, text
      FROM entity LEFT JOIN abstract ON abstract.paper = entity.rowid WHERE ${isOfKind('PAPER')}`;
    for (const row of this.#rows<Row>(sql)) {
      const [rowId, id, keys, fingerprint, facts, abstract] = row;
      const fields = {
        id,
        keys: JSON.parse(keys) as EntityId[],
        fingerprint,
        ...(JSON.parse(facts) as PaperFacts),
        abstract,
      };
      yield { node: this.#node(rowId), fields };
    }
  }

  *named(kind: NamedKind): Iterable<StoredNamedEntity> {
    type Row = [number, string, string, string | null, string, string | null];
    const sql = `SELECT rowid, id, keys, name, facts, fingerprint FROM entity WHERE ${isOfKind(kind)}`;
    for (const [rowId, id, keys, name, factsText, fingerprint] of this.#rows<Row>(sql)) {
      const facts = { ...(JSON.parse(factsText) as StoredFacts), fingerprint };
      yield { node: this.#node(rowId), id, keys: JSON.parse(keys) as EntityId[], name: name ?? id, facts };
    }
  }

  *authorships(): Iterable<{ paper: number; authorship: StoredAuthorship }> {
    const sql = 'SELECT paper, position, author, details FROM authorship';
    for (const row of this.#rows<[number, number, number, string]>(sql)) {
      const [paper, position, author, details] = row;
      const read = readDetails(details);
      const affiliations = affiliationsOf(read, (institution) => this.#visibleId(institution));
      const authorship = { authorId: this.#id(author), position, ...read, affiliations };
      yield { paper: this.#node(paper), authorship };
    }
  }

  *links(relation: LinkRelation): Iterable<ResolvedLinks> {
    const sql = `SELECT paper, target, json_group_array(json_object('id', cited, 'score', ${scoreOf(relation)})) FROM ${linkTables[relation]}
      WHERE target IS NOT NULL AND target <> paper GROUP BY paper, target`;
    for (const [paper, target, links] of this.#rows<[number, number, string]>(sql)) {
      yield {
        paper: this.#node(paper),
        target: this.#node(target),
        links: JSON.parse(links) as ListedTarget[],
      };
    }
  }

  /**
   * Yields the identifiers that belong to no stored paper, in ascending order, with what refers to them. Because of the
   * `+` in the statement, SQLite sorts the few matching rows instead of reading all rows in the order of an index.
   */
  *missingPapers(): Iterable<MissingPaper> {
    type Row = [EntityId, LinkRelation | null, number, number | null, EntityId | null];
    const pending = linkRelations.map(
      (relation) =>
        `SELECT +cited, '${relation}', paper, ${scoreOf(relation)}, NULL FROM ${linkTables[relation]} WHERE target IS NULL`,
    );
    const early = 'SELECT citing, NULL, 0, NULL, cited FROM earlyCitation';
    let missing: {
      key: EntityId;
      links: { relation: LinkRelation; paper: number; score: number | null }[];
      references: EntityId[];
    } = { key: '', links: [], references: [] };
    for (const row of this.#rows<Row>(`${[...pending, early].join(' UNION ALL ')} ORDER BY 1`)) {
      const [key, relation, paper, score, reference] = row;
      if (key !== missing.key) {
        if (missing.key !== '') yield missing;
        missing = { key, links: [], references: [] };
      }
      if (relation !== null) missing.links.push({ relation, paper: this.#node(paper), score });
      if (reference !== null) missing.references.push(reference);
    }
    if (missing.key !== '') yield missing;
  }

  *aliases(): Iterable<{ key: EntityId; owner: EntityId }> {
    for (const [key, owner] of this.#rows<[string, number]>('SELECT id, entity FROM alias')) {
      yield { key, owner: this.#id(owner) };
    }
  }

  /**
   * Yields all kept records, and in addition one for each paper that mentions hidden entities: without it, a copy of
   * the store would lose the edges from the paper to these entities.
   */
  *kept(): Iterable<KeptRecord> {
    type Row = [KeptRecord['type'], string, string];
    const { papers, papersOf } = hiddenMentions(this.#database);
    for (const [type, id, text] of this.#rows<Row>('SELECT type, id, text FROM kept')) {
      const more = type === 'entity' ? papersOf.get(id) : undefined;
      yield { type, id, text: more ? withLostPapers(text, more) : text };
    }
    yield* papers;
  }

  documents(): ReadonlyMap<string, string> {
    return readDocuments(this.#database);
  }

  #rows<Row>(sql: string): Iterable<Row> {
    return rowsOfColumns(this.#database, sql) as Iterable<Row>;
  }

  #node(rowId: number): number {
    return at(this.#nodeOfRowId, rowId);
  }

  #id(rowId: number): EntityId {
    return this.graph.ids[this.#node(rowId)] ?? '';
  }

  #visibleId(rowId: number): EntityId | undefined {
    return this.graph.ids[this.#nodeOfRowId[rowId] ?? ABSENT];
  }
}

const isOfKind = (kind: EntityKind): string => `kind = ${entityKinds.indexOf(kind)}`;

const scoreOf = (relation: LinkRelation): string => (hasScores(relation) ? 'score' : 'NULL');
