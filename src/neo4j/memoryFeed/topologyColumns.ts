import type { EntityId } from '../../graph/model/ids.ts';
import type { StoredEdges } from '../../memory/build/buildMemoryGraph.ts';

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

/** Collects pages of edges, and converts their ends to the node numbers of the memory graph. */
export class EdgeCollector {
  readonly #numbering: NodeNumbering;
  #length = 0;
  #sources = new Uint32Array(1024);
  #targets = new Uint32Array(1024);
  #values = new Float64Array(1024);

  constructor(numbering: NodeNumbering) {
    this.#numbering = numbering;
  }

  add(page: EdgePage): void {
    this.#reserve(this.#length + page.sources.length);
    page.sources.forEach((source, index) => {
      const from = this.#numbering.nodeOf(source);
      const to = this.#numbering.nodeOf(page.targets[index] as number);
      if (from === undefined || to === undefined) return; // an entity without papers was deleted during the read
      this.#sources[this.#length] = from;
      this.#targets[this.#length] = to;
      this.#values[this.#length] = page.values[index] as number;
      this.#length += 1;
    });
  }

  edges(): Required<StoredEdges> {
    return {
      sources: this.#sources.slice(0, this.#length),
      targets: this.#targets.slice(0, this.#length),
      values: this.#values.slice(0, this.#length),
    };
  }

  #reserve(length: number): void {
    if (length <= this.#sources.length) return;
    const size = Math.max(length, this.#sources.length * 2);
    const [sources, targets, values] = [this.#sources, this.#targets, this.#values];
    this.#sources = new Uint32Array(size);
    this.#targets = new Uint32Array(size);
    this.#values = new Float64Array(size);
    this.#sources.set(sources);
    this.#targets.set(targets);
    this.#values.set(values);
  }
}
