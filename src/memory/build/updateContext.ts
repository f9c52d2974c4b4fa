import type { EntityKind } from '../../graph/model/entityKinds.ts';
import { kindOf, type EntityId } from '../../graph/model/ids.ts';
import {
  relationRow,
  relations,
  type RelationName,
  type StoredRelationKind,
} from '../../graph/model/relations.ts';
import { at, targetsOf, type NodeRange } from '../algorithms/adjacency.ts';
import type { Steps } from '../algorithms/steps.ts';
import type { Affiliations, MemoryGraph } from '../memoryGraph.ts';
import { distinctWrittenAt } from './relationParts.ts';
import type { ChangedEdge, GraphDelta, PaperPart } from './graphDelta.ts';
import { ABSENT, type Renumbering } from './renumbering.ts';

/** How many edges are read between two pauses in which requests are served. */
const EDGES_PER_STEP = 5_000;

/** An edge between nodes of the new graph. */
export interface NewEdge {
  source: number;
  target: number;
  value: number;
}

/**
 * The data that all parts of an update use: the old graph, the new numbers of its nodes, and the entities and edges
 * that were read again.
 */
export class UpdateContext {
  readonly old: MemoryGraph;
  readonly delta: GraphDelta;
  readonly numbering: Renumbering;
  readonly nodeOfId: (id: EntityId) => number | undefined;
  /** The nodes of the old graph that are not in the new graph. All their edges are dropped. */
  readonly #removed: ReadonlySet<number>;
  readonly #stale = new Map<PaperPart, ReadonlySet<number>>();
  readonly #edges = new Map<StoredRelationKind, readonly NewEdge[]>();

  constructor(
    old: MemoryGraph,
    delta: GraphDelta,
    numbering: Renumbering,
    { nodeOfId, removed }: { nodeOfId: (id: EntityId) => number | undefined; removed: ReadonlySet<number> },
  ) {
    this.old = old;
    this.delta = delta;
    this.numbering = numbering;
    this.nodeOfId = nodeOfId;
    this.#removed = removed;
  }

  /**
   * The node of a stored entity in the new graph. @throws Error if the entity is neither in the old graph nor was read
   * again
   */
  nodeOf(id: EntityId): number {
    const node = this.nodeOfId(id);
    if (node === undefined)
      throw new Error(
        `${id} has edges, but it is neither in the graph before the update nor among the entities read for the update.`,
      );
    return node;
  }

  /**
   * Whether a part of a paper or topic (for example its authors) has changed since the old graph; true if it was not
   * compared.
   */
  differs(id: EntityId, part: PaperPart): boolean {
    return this.delta.differences.get(id)?.has(part) ?? true;
  }

  /**
   * The nodes of the old graph whose edges of this kind (or whose affiliations) are no longer valid, because they were
   * read again and differ, or because the node was removed.
   */
  stale(part: StoredRelationKind | 'AFFILIATIONS'): ReadonlySet<number> {
    const known = this.#stale.get(part);
    if (known) return known;
    const range = this.old.ranges[ownerOf(part)];
    const stale = new Set(this.#removed);
    this.#stale.set(part, stale);
    for (const id of this.delta.edgesOf) {
      const node = this.old.nodeOfId(id);
      if (node !== undefined && isIn(range, node) && this.differs(id, part)) stale.add(node);
    }
    return stale;
  }

  /**
   * The new edges of a kind: all edges of the nodes whose old edges are stale, and of entities that were hidden or
   * shown.
   */
  *edges(kind: StoredRelationKind): Steps<readonly NewEdge[]> {
    const known = this.#edges.get(kind);
    if (known) return known;
    const edges = yield* this.#readEdges(kind);
    this.#edges.set(kind, edges);
    return edges;
  }

  *#readEdges(kind: StoredRelationKind): Steps<readonly NewEdge[]> {
    if (kind === 'WRITTEN_AT') {
      const { sources, targets } = distinctWrittenAt(yield* this.readAffiliations('WRITTEN_AT'));
      return Array.from(sources, (source, index) => ({ source, target: at(targets, index), value: NaN }));
    }
    const { toggled } = this.delta;
    const isRead = (id: EntityId): boolean =>
      toggled.has(id) ||
      (kindOf(id) === ownerOf(kind) && this.delta.edgesOf.has(id) && this.differs(id, kind));
    return this.delta.edges[kind]
      .filter(({ source, target }: ChangedEdge) => isRead(source) || isRead(target))
      .map(({ source, target, value }: ChangedEdge) => ({
        source: this.nodeOf(source),
        target: this.nodeOf(target),
        value,
      }));
  }

  /** Those entities of a kind that a correction has hidden since the old graph, as nodes of the old graph. */
  hidden(kind: EntityKind): Set<number> {
    return this.#toggled(kind, (id) => (this.nodeOfId(id) === undefined ? this.old.nodeOfId(id) : undefined));
  }

  /** Those entities of a kind that a correction has shown again since the old graph, as nodes of the new graph. */
  shown(kind: EntityKind): Set<number> {
    return this.#toggled(kind, this.nodeOfId);
  }

  #toggled(kind: EntityKind, nodeOf: (id: EntityId) => number | undefined): Set<number> {
    const ids = [...this.delta.toggled].filter((id) => kindOf(id) === kind);
    return new Set(ids.flatMap((id) => nodeOf(id) ?? []));
  }

  /**
   * The affiliations that were read again, as nodes of the new graph. Papers for which `part` has not changed are left
   * out.
   */
  *readAffiliations(part: 'AFFILIATIONS' | 'WRITTEN_AT'): Steps<Affiliations> {
    const affiliations = this.delta.affiliations.filter(({ paper }) => this.differs(paper, part));
    const { length } = affiliations;
    const papers = new Uint32Array(length);
    const authors = new Uint32Array(length);
    const institutions = new Uint32Array(length);
    for (const [index, { paper, author, institution }] of affiliations.entries()) {
      if (index % EDGES_PER_STEP === 0) yield;
      papers[index] = this.nodeOf(paper);
      authors[index] = this.nodeOf(author);
      institutions[index] = this.nodeOf(institution);
    }
    return { papers, authors, institutions };
  }

  /** Adds to `nodes` the new numbers of the neighbors that a node of the old graph has along the relation. */
  addOldNeighbors(nodes: Set<number>, relation: RelationName, node: number): void {
    for (const neighbor of targetsOf(this.old.rows[relation], node)) this.addNew(nodes, neighbor);
  }

  /** Adds the new number of an old node, unless the node was removed. */
  addNew(nodes: Set<number>, old: number): void {
    const node = at(this.numbering.newOf, old);
    if (node !== ABSENT) nodes.add(node);
  }
}

/** The kind of the entities whose record lists the edges: BROADER edges belong to topics, all others to papers. */
const ownerOf = (part: PaperPart): 'PAPER' | 'TOPIC' => (part === 'BROADER' ? 'TOPIC' : 'PAPER');

export const isIn = ({ start, end }: NodeRange, node: number): boolean => start <= node && node < end;

/** The reverse relation: for example, `citedBy` for `references`. */
export const reverseOf = (name: RelationName): RelationName => {
  const { from, to, kind, direction } = relationRow(name);
  const reverse = (Object.keys(relations) as RelationName[]).find((other) => {
    const row = relationRow(other);
    const isOther = direction === 'UNDIRECTED' || row.direction !== direction;
    return row.kind === kind && row.from === to && row.to === from && isOther;
  });
  if (!reverse) throw new TypeError(`The relation ${name} has no reverse relation.`);
  return reverse;
};
