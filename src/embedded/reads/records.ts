import { LRUCache } from 'lru-cache';
import type { Authorship } from '../../graph/model/edges.ts';
import { entityKinds, type Entity, type EntityKind } from '../../graph/model/entities.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import type { InstitutionFacts, TopicFacts } from '../../graph/importSession.ts';
import { degree } from '../../memory/algorithms/adjacency.ts';
import { readDetails, type AuthorshipDetails } from '../file/authorshipDetails.ts';
import type { Database, Statement } from '../file/database.ts';
import type { LoadedGraph } from './loadGraph.ts';
import type { PaperFacts } from '../import/paperTables.ts';

/** Decoded records kept in memory, some 300 bytes each. */
const RECORDS_KEPT = 100_000;

interface EntityRow {
  kind: number;
  id: EntityId;
  keys: string;
  name: string | null;
  facts: string;
}

/** Reads what entities and authorships say, out of the state of the file that the graph arrays was built from. */
export class Records {
  readonly #graph: LoadedGraph;
  readonly #kept = new LRUCache<number, Entity>({ max: RECORDS_KEPT });
  readonly #statements;

  constructor(database: Database, graph: LoadedGraph) {
    this.#graph = graph;
    this.#statements = {
      entity: database.prepare('SELECT kind, id, keys, name, facts FROM entity WHERE key = ?'),
      alias: database.prepare('SELECT entity FROM alias WHERE id = ?'),
      abstract: database.prepare('SELECT text FROM abstract WHERE paper = ?'),
      authorship: database.prepare('SELECT details FROM authorship WHERE paper = ? AND position = ?'),
    };
  }

  /** The node of an id: an entity's own, else the one it is an alias of. */
  nodeOf(id: EntityId): number | undefined {
    const { nodes } = this.#graph;
    const node = nodes.nodeOfId.get(id);
    if (node !== undefined) return node;
    const row = this.#statements.alias.get(id) as { entity: number } | undefined;
    return row && nodes.nodeOfKey[row.entity];
  }

  entity(node: number): Entity {
    const kept = this.#kept.get(node);
    if (kept) return kept;
    const row = this.#statements.entity.get(this.#graph.nodes.keys[node] ?? 0) as unknown as EntityRow;
    const entity = this.#decoded(row, node);
    this.#kept.set(node, entity);
    return entity;
  }

  abstract(node: number): string | undefined {
    const row = this.#statements.abstract.get(this.#graph.nodes.keys[node] ?? 0) as
      { text: string } | undefined;
    return row?.text;
  }

  authorship(paper: number, author: number, position: number): Authorship {
    return new StoredAuthorshipRecord(this.#graph, this.#statements.authorship, paper, author, position);
  }

  #decoded(row: EntityRow, node: number): Entity {
    const kind = entityKinds[row.kind] as EntityKind;
    const { arrays } = this.#graph;
    const keys = JSON.parse(row.keys) as EntityId[];
    const common = { id: row.id, keys };
    const name = row.name ?? row.id;
    if (kind === 'AUTHOR') {
      const { alternativeNames = [] } = JSON.parse(row.facts) as { alternativeNames?: string[] };
      return { ...common, kind, name, alternativeNames, paperCount: degree(arrays.authorPapers, node) };
    }
    if (kind === 'INSTITUTION') {
      const {
        institutionType = null,
        countryCode = null,
        city = null,
      } = JSON.parse(row.facts) as Partial<InstitutionFacts>;
      return {
        ...common,
        kind,
        name,
        institutionType,
        countryCode,
        city,
        paperCount: degree(arrays.institutionPapers, node),
      };
    }
    if (kind === 'TOPIC') {
      const { level = null } = JSON.parse(row.facts) as Partial<TopicFacts>;
      return { ...common, kind, name, level, paperCount: degree(arrays.topicPapers, node) };
    }
    const { source: _, teamSize, ...facts } = JSON.parse(row.facts) as PaperFacts;
    return { ...common, kind, paperCount: 1, ...facts, isTooLargeForCollaboration: teamSize > arrays.cap };
  }
}

/** What an authorship prints is read when it is asked for: most queries want the paper or the author alone. */
class StoredAuthorshipRecord implements Authorship {
  readonly paperId: EntityId;
  readonly authorId: EntityId;
  readonly position: number;
  readonly #graph: LoadedGraph;
  readonly #read: () => AuthorshipDetails;
  #details: AuthorshipDetails | undefined;

  constructor(graph: LoadedGraph, statement: Statement, paper: number, author: number, position: number) {
    const { ids, keys } = graph.nodes;
    this.#graph = graph;
    this.#read = () =>
      readDetails((statement.get(keys[paper] ?? 0, position) as { details: string }).details);
    this.paperId = ids[paper] ?? '';
    this.authorId = ids[author] ?? '';
    this.position = position;
  }

  get isCorresponding(): boolean | null {
    return this.#printed.isCorresponding;
  }

  get nameAsPrinted(): string {
    return this.#printed.printed;
  }

  get affiliationsAsPrinted(): readonly string[] {
    return [...new Set(this.#printed.affiliations.flatMap((each) => each.printed ?? []))];
  }

  get institutionIds(): readonly EntityId[] {
    const { ids, nodeOfKey } = this.#graph.nodes;
    const keys = new Set(this.#printed.affiliations.flatMap(({ institution }) => institution ?? []));
    return [...keys].map((key) => ids[nodeOfKey[key] ?? 0] ?? '');
  }

  get #printed(): AuthorshipDetails {
    this.#details ??= this.#read();
    return this.#details;
  }
}
