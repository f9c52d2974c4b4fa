import type { EntityId } from '../../graph/model/ids.ts';
import type { GraphArrays } from '../build/graphArrays.ts';

/** A arrays, and what the words of questions are in it: what questions are answered from, whichever the store. */
export interface MemoryGraph {
  arrays: GraphArrays;
  /** By node. */
  ids: readonly EntityId[];
  /** The numbers of paper types and of venues. */
  types: ReadonlyMap<string, number>;
  venues: ReadonlyMap<string, number>;
  /** The node of an entity's id, its own or another one it is found by; undefined where it is not there. */
  nodeOf(id: EntityId): number | undefined;
}
