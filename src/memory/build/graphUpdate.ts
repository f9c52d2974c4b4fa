import type { EntityId } from '../../graph/model/ids.ts';
import { relationRow, relations, type RelationName, type RelationKind } from '../../graph/model/relations.ts';
import { at, targetsOf, type NodeRange } from '../algorithms/adjacency.ts';
import type { Affiliations, MemoryGraph } from '../memoryGraph.ts';
import { distinctWrittenAt } from './relationParts.ts';
import type { ChangedEdge, GraphChange, ReadRelationKind } from './graphChange.ts';
import { ABSENT, type Renumbering } from './renumbering.ts';

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
export class GraphUpdate {
  readonly old: MemoryGraph;
  readonly change: GraphChange;
  readonly numbering: Renumbering;
  readonly nodeOfId: (id: EntityId) => number | undefined;
  /** The nodes of the old graph that are not in the new graph. All their edges are dropped. */
  readonly #removed: ReadonlySet<number>;
  readonly #staleByOwner: Partial<Record<'PAPER' | 'TOPIC', ReadonlySet<number>>> = {};
  #affiliations: Affiliations | undefined;

  constructor(
    old: MemoryGraph,
    change: GraphChange,
    numbering: Renumbering,
    { nodeOfId, removed }: { nodeOfId: (id: EntityId) => number | undefined; removed: ReadonlySet<number> },
  ) {
    this.old = old;
    this.change = change;
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
   * The nodes of the old graph whose edges of this kind are no longer valid, because they were read again or the node
   * was removed.
   */
  stale(kind: RelationKind): ReadonlySet<number> {
    const owner = kind === 'BROADER' ? 'TOPIC' : 'PAPER';
    return (this.#staleByOwner[owner] ??= this.#staleOf(this.old.ranges[owner]));
  }

  #staleOf(range: NodeRange): ReadonlySet<number> {
    const stale = new Set(this.#removed);
    for (const id of this.change.edgesOf) {
      const node = this.old.nodeOfId(id);
      if (node !== undefined && isIn(range, node)) stale.add(node);
    }
    return stale;
  }

  /** The edges of a stored kind that were read again. */
  edges(kind: ReadRelationKind | 'WRITTEN_AT'): readonly NewEdge[] {
    if (kind === 'WRITTEN_AT') {
      const { sources, targets } = distinctWrittenAt(this.#readAffiliations());
      return Array.from(sources, (source, index) => ({ source, target: at(targets, index), value: NaN }));
    }
    return this.change.edges[kind].map(({ source, target, value }: ChangedEdge) => ({
      source: this.nodeOf(source),
      target: this.nodeOf(target),
      value,
    }));
  }

  /** The affiliations of the new graph. */
  get affiliations(): Affiliations {
    return (this.#affiliations ??= this.#joinedAffiliations());
  }

  #joinedAffiliations(): Affiliations {
    const { papers, authors, institutions } = this.old.affiliations;
    const stale = this.stale('WRITTEN_AT');
    const read = this.#readAffiliations();
    if (stale.size === 0 && this.numbering.isSame) return this.old.affiliations;
    const kept = indexesOfOthers(papers, stale);
    const joined = (old: Uint32Array, added: Uint32Array): Uint32Array => {
      const values = new Uint32Array(kept.length + added.length);
      for (let index = 0; index < kept.length; index += 1) {
        values[index] = at(this.numbering.newOf, at(old, at(kept, index)));
      }
      values.set(added, kept.length);
      return values;
    };
    return {
      papers: joined(papers, read.papers),
      authors: joined(authors, read.authors),
      institutions: joined(institutions, read.institutions),
    };
  }

  #readAffiliations(): Affiliations {
    const read = (end: 'paper' | 'author' | 'institution'): Uint32Array =>
      Uint32Array.from(this.change.affiliations, (each) => this.nodeOf(each[end]));
    return { papers: read('paper'), authors: read('author'), institutions: read('institution') };
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

/** The indexes of the papers that are not stale. */
const indexesOfOthers = (papers: Uint32Array, stale: ReadonlySet<number>): Uint32Array => {
  const indexes = new Uint32Array(papers.length);
  let length = 0;
  for (let index = 0; index < papers.length; index += 1) {
    if (!stale.has(at(papers, index))) indexes[length++] = index;
  }
  return indexes.subarray(0, length);
};

export const isIn = ({ start, end }: NodeRange, node: number): boolean => start <= node && node < end;

/** The reverse relation, which leads back along the same edges. */
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
