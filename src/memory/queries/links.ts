import type { Link, NeighborCount } from '../../graph/links.ts';
import { entityKinds, type EntityKind } from '../../graph/model/entityKinds.ts';
import { kindOf } from '../../graph/model/ids.ts';
import {
  relationRow,
  relationsFrom,
  type RelationName,
  relationKinds,
  type RelationKind,
} from '../../graph/model/relations.ts';
import { at, rowEnd, rowStart, targetsOf, type Adjacency } from '../algorithms/adjacency.ts';
import type { MemoryGraph } from '../memoryGraph.ts';
import type { NeighborPages } from './neighborPages.ts';
import type { AuthorshipPlace } from './nodePages.ts';

/** A link whose ends are given by node numbers. `place` is the authorship that belongs to the edge. */
interface NodeLink {
  source: number;
  target: number;
  link: Link;
  place: AuthorshipPlace | undefined;
}

/**
 * Gives the same order as compareLinks, because nodes are numbered in the order of the ids. Comparing numbers is faster
 * than comparing ids.
 */
export const compareNodeLinks = (left: NodeLink, right: NodeLink): number =>
  relationKinds.indexOf(left.link.relation) - relationKinds.indexOf(right.link.relation) ||
  left.source - right.source ||
  left.target - right.target;

/** Finds the edges between given nodes, and counts the neighbors of a node by kind. */
export class Links {
  readonly #graph: MemoryGraph;
  readonly #neighbors: NeighborPages;

  constructor(graph: MemoryGraph, neighbors: NeighborPages) {
    this.#graph = graph;
    this.#neighbors = neighbors;
  }

  /**
   * The edges from a node to nodes of a set. An undirected edge is returned only if `node` is the smaller one of its
   * nodes.
   *
   * @param among by node: 1 if it is in the set, else 0
   */
  from(node: number, among: Uint8Array, kinds: readonly RelationKind[]): NodeLink[] {
    const { ids } = this.#graph;
    const source = ids[node] ?? '';
    const links: NodeLink[] = [];
    for (const name of this.#relationsOf(node, kinds)) {
      const { kind, direction } = relationRow(name);
      if (direction === 'IN') continue;
      const rows: Adjacency = this.#graph.rows[name];
      for (let slot = rowStart(rows, node); slot < rowEnd(rows, node); slot += 1) {
        const target = at(rows.targets, slot);
        if (among[target] === 0 || (direction === 'UNDIRECTED' && node > target)) continue;
        const { edge, place } = this.#neighbors.entry(name, node, slot);
        const link = { source, target: ids[target] ?? '', relation: kind, direction, edge };
        links.push({ source: node, target, link, place });
      }
    }
    return links;
  }

  /** How many different neighbors of each kind a node has; kinds without neighbors are left out. */
  counts(node: number, kinds: readonly RelationKind[]): NeighborCount[] {
    const neighbors = new Map<EntityKind, Set<number>>();
    for (const name of this.#relationsOf(node, kinds)) {
      const { to } = relationRow(name);
      const ofKind = neighbors.get(to) ?? new Set();
      for (const target of targetsOf(this.#graph.rows[name], node)) ofKind.add(target);
      neighbors.set(to, ofKind);
    }
    const id = this.#graph.ids[node] ?? '';
    return entityKinds.flatMap((kind) => {
      const count = neighbors.get(kind)?.size ?? 0;
      return count === 0 ? [] : [{ id, kind, count }];
    });
  }

  #relationsOf(node: number, kinds: readonly RelationKind[]): RelationName[] {
    return relationsFrom(kindOf(this.#graph.ids[node] ?? '')).filter((name) =>
      kinds.includes(relationRow(name).kind),
    );
  }
}
