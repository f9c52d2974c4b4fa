import type { EntityKind } from '../../graph/model/entityKinds.ts';
import { kindOf, type EntityId } from '../../graph/model/ids.ts';
import {
  relationRow,
  relations,
  type RelationName,
  type StoredRelationKind,
} from '../../graph/model/relations.ts';
import { at, targetsOf, type NodeRange } from '../algorithms/adjacency.ts';
import { nodeFlags } from '../algorithms/nodeFlags.ts';
import type { Affiliations, MemoryGraph } from '../memoryGraph.ts';
import { distinctWrittenAt } from './relationParts.ts';
import type { GraphChange } from './graphChange.ts';
import type { ChangedEdge } from './changedParts.ts';
import type { PaperPart } from './paperDifferences.ts';
import { ABSENT, renumberer, type Renumbering } from './renumbering.ts';

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
  readonly #stale = new Map<PaperPart, ReadonlySet<number>>();
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

  /** Whether a part of an entity that was read again differs from the old graph. */
  differs(id: EntityId, part: PaperPart): boolean {
    return this.change.differences.get(id)?.has(part) ?? true;
  }

  /**
   * The nodes of the old graph whose edges or affiliations are no longer valid, because others were read or the node
   * was removed.
   */
  stale(part: StoredRelationKind | 'AFFILIATIONS'): ReadonlySet<number> {
    const known = this.#stale.get(part);
    if (known) return known;
    const range = this.old.ranges[ownerOf(part)];
    const stale = new Set(this.#removed);
    this.#stale.set(part, stale);
    for (const id of this.change.edgesOf) {
      const node = this.old.nodeOfId(id);
      if (node !== undefined && isIn(range, node) && this.differs(id, part)) stale.add(node);
    }
    return stale;
  }

  /** The edges of a stored kind that were read again, of the nodes whose old edges are stale. */
  edges(kind: StoredRelationKind): readonly NewEdge[] {
    if (kind === 'WRITTEN_AT') {
      const { sources, targets } = distinctWrittenAt(this.#readAffiliations('WRITTEN_AT'));
      return Array.from(sources, (source, index) => ({ source, target: at(targets, index), value: NaN }));
    }
    const isRead = (id: EntityId): boolean =>
      kindOf(id) === ownerOf(kind) && this.change.edgesOf.has(id) && this.differs(id, kind);
    return this.change.edges[kind]
      .filter(({ source, target }: ChangedEdge) => isRead(source) || isRead(target))
      .map(({ source, target, value }: ChangedEdge) => ({
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
    const { numbering, old } = this;
    const { papers, authors, institutions } = old.affiliations;
    const read = this.#readAffiliations('AFFILIATIONS');
    const isStale = nodeFlags(this.stale('AFFILIATIONS'), old.ranges.PAPER);
    const { start } = old.ranges.PAPER;
    const runs = runsWithout(papers, (paper) => isStale[paper - start] === 1);
    const keptCount = runs.reduce((sum, [from, to]) => sum + to - from, 0);
    if (keptCount === papers.length && read.papers.length === 0 && numbering.isSame) return old.affiliations;
    const joined = (kind: EntityKind, values: Uint32Array, added: Uint32Array): Uint32Array => {
      const all = new Uint32Array(keptCount + added.length);
      let place = 0;
      for (const [from, to] of runs) {
        all.set(values.subarray(from, to), place);
        place += to - from;
      }
      renumberer(numbering, old.ranges[kind])(all.subarray(0, keptCount));
      all.set(added, keptCount);
      return all;
    };
    return {
      papers: joined('PAPER', papers, read.papers),
      authors: joined('AUTHOR', authors, read.authors),
      institutions: joined('INSTITUTION', institutions, read.institutions),
    };
  }

  /** The affiliations that were read again, of those papers of which this part differs. */
  #readAffiliations(part: 'AFFILIATIONS' | 'WRITTEN_AT'): Affiliations {
    const affiliations = this.change.affiliations.filter(({ paper }) => this.differs(paper, part));
    const read = (end: 'paper' | 'author' | 'institution'): Uint32Array =>
      Uint32Array.from(affiliations, (each) => this.nodeOf(each[end]));
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

/** The kind of the entities with which the edges of this kind are read. */
const ownerOf = (part: PaperPart): 'PAPER' | 'TOPIC' => (part === 'BROADER' ? 'TOPIC' : 'PAPER');

/** The runs of consecutive indexes whose values are not among the given ones: the start and the end of each. */
const runsWithout = (values: Uint32Array, isLeftOut: (value: number) => boolean): [number, number][] => {
  const runs: [start: number, end: number][] = [];
  let start = 0;
  for (let index = 0; index < values.length; index += 1) {
    if (!isLeftOut(at(values, index))) continue;
    if (index > start) runs.push([start, index]);
    start = index + 1;
  }
  if (values.length > start) runs.push([start, values.length]);
  return runs;
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
