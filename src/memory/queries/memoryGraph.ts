import type { EntityId } from '../../graph/model/ids.ts';
import type { Projection } from '../build/graphArrays.ts';

/** A projection, and what the words of questions are in it: what questions are answered from, whichever the store. */
export interface GraphImage {
  projection: Projection;
  /** By node. */
  ids: readonly EntityId[];
  /** The numbers of paper types and of venues. */
  types: ReadonlyMap<string, number>;
  venues: ReadonlyMap<string, number>;
  /** The node of an entity's id, its own or another one it is found by; undefined where it is not there. */
  nodeOf(id: EntityId): number | undefined;
}
