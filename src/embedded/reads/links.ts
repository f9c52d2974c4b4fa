import { entityKinds, type EntityKind } from '../../graph/model/entities.ts';
import { kindOf } from '../../graph/model/ids.ts';
import type { Link, NeighborCount } from '../../graph/links.ts';
import {
  relationRow,
  relationsFrom,
  type RelationKind,
  type RelationName,
} from '../../graph/model/relations.ts';
import { at, rowEnd, rowStart, type Adjacency } from '../../memory/algorithms/adjacency.ts';
import type { LoadedGraph } from './loadGraph.ts';
import type { NeighborPages } from './neighborPages.ts';

/** Edges among given nodes, and how many neighbours they have in all. */
export class LinkReads {
  readonly #graph: LoadedGraph;
  readonly #neighbors: NeighborPages;

  constructor(graph: LoadedGraph, neighbors: NeighborPages) {
    this.#graph = graph;
    this.#neighbors = neighbors;
  }

  /** The edges from a node to others of a set; of undirected ones those to nodes that come after it. */
  linksFrom(node: number, among: ReadonlySet<number>, kinds: readonly RelationKind[]): Link[] {
    const { ids } = this.#graph.nodes;
    return this.#relations(node, kinds).flatMap((relation) => {
      const { kind, direction } = relationRow(relation);
      if (direction === 'IN') return [];
      return this.#slots(relation, node, among)
        .filter(({ target }) => direction !== 'UNDIRECTED' || node < target)
        .map(({ slot, target }): Link => ({
          source: ids[node] ?? '',
          target: ids[target] ?? '',
          relation: kind,
          direction,
          edge: this.#neighbors.edge(relation, node, slot),
        }));
    });
  }

  /** How many neighbours of each kind a node has; none of kinds it has none of. */
  counts(node: number, kinds: readonly RelationKind[]): NeighborCount[] {
    const met = new Map<EntityKind, Set<number>>();
    for (const relation of this.#relations(node, kinds)) {
      const { to } = relationRow(relation);
      const rows: Adjacency = this.#graph.arrays[relation];
      const known = met.get(to) ?? new Set();
      for (let slot = rowStart(rows, node); slot < rowEnd(rows, node); slot += 1)
        known.add(at(rows.targets, slot));
      met.set(to, known);
    }
    const id = this.#graph.nodes.ids[node] ?? '';
    return entityKinds.flatMap((kind) => {
      const count = met.get(kind)?.size ?? 0;
      return count === 0 ? [] : [{ id, kind, count }];
    });
  }

  #relations(node: number, kinds: readonly RelationKind[]): RelationName[] {
    return relationsFrom(kindOf(this.#graph.nodes.ids[node] ?? '')).filter((name) =>
      kinds.includes(relationRow(name).kind),
    );
  }

  #slots(
    relation: RelationName,
    node: number,
    among: ReadonlySet<number>,
  ): { slot: number; target: number }[] {
    const rows: Adjacency = this.#graph.arrays[relation];
    const slots: { slot: number; target: number }[] = [];
    for (let slot = rowStart(rows, node); slot < rowEnd(rows, node); slot += 1) {
      const target = at(rows.targets, slot);
      if (among.has(target)) slots.push({ slot, target });
    }
    return slots;
  }
}
