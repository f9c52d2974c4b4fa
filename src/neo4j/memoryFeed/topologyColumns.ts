import type { EntityId } from '../../graph/model/ids.ts';
import type { EdgeCollector } from '../../memory/build/edgeCollector.ts';

/** A page of nodes, as columns, which the statement `topologyNodes` reads. */
export interface NodePage {
  /** The numbers by which the database identifies the nodes internally. */
  numbers: number[];
  ids: EntityId[];
}

/** Numbers the nodes of the memory graph in the order in which they are read: by kind and id. */
export class NodeNumbering {
  readonly ids: EntityId[] = [];
  readonly #nodeOfNumber = new Map<number, number>();

  add({ numbers, ids }: NodePage): void {
    const start = this.ids.length;
    ids.forEach((id, index) => {
      this.ids.push(id);
      this.#nodeOfNumber.set(numbers[index] as number, start + index);
    });
  }

  nodeOf(number: number): number | undefined {
    return this.#nodeOfNumber.get(number);
  }

  /** Adds the edges of a page, with the ends as nodes of the memory graph. */
  addEdges({ sources, targets, values }: EdgePage, collector: EdgeCollector): void {
    sources.forEach((source, index) => {
      const from = this.nodeOf(source);
      const to = this.nodeOf(targets[index] as number);
      if (from === undefined || to === undefined) return; // an entity without papers was deleted during the read
      collector.add(from, to, values[index] as number);
    });
  }
}

/**
 * A page of edges, as columns: the database's internal numbers of both ends, and one number that the edge has as its
 * value.
 */
export interface EdgePage {
  sources: number[];
  targets: number[];
  values: number[];
}
