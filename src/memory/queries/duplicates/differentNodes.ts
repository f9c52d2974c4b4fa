import type { EntityId } from '../../../graph/model/ids.ts';
import type { NodeOf } from '../filterTests.ts';

export type Pair = readonly [EntityId, EntityId];

/** The pairs of nodes that corrections declare different. */
export class DifferentNodes {
  readonly #pairs = new Set<string>();

  constructor(pairs: readonly Pair[], nodeOf: NodeOf) {
    for (const [left, right] of pairs) {
      const [one, other] = [nodeOf(left), nodeOf(right)];
      this.#pairs.add(`${one} ${other}`).add(`${other} ${one}`);
    }
  }

  has(left: number, right: number): boolean {
    return this.#pairs.has(`${left} ${right}`);
  }
}
