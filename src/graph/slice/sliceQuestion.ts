import type { BriefEntity } from '../model/entities.ts';
import type { EntityKind } from '../model/entityKinds.ts';
import type { EntityId } from '../model/ids.ts';
import type { RelationKind } from '../model/relations.ts';
import type { GraphReads } from '../store.ts';

/** The reads of a store that are used to read a slice. */
export type SliceReads = Pick<
  GraphReads,
  'entities' | 'neighborhoods' | 'neighbors' | 'egoNetwork' | 'links'
>;

export interface SliceQuestion {
  /** The ids of the centers: own ids or other identifiers, each once, in the requested order. */
  centers: readonly EntityId[];
  /** How many steps the slice reaches from the centers, 0–2. */
  depth: number;
  /** The kinds of the neighbors; empty: all kinds. */
  kinds: readonly EntityKind[];
  /** The relations to follow; empty: all relations. */
  relations: readonly RelationKind[];
  /** How many neighbors of each kind are followed, 1–50. */
  perKind: number;
  /** If true, the neighbors may be brief entities, with the fields that lists need (see entities.ts). */
  brief?: boolean;
}

/** The maximum size of a slice. */
export interface SliceBounds {
  nodes: number;
  edges: number;
}
export const LARGEST_SLICE: SliceBounds = { nodes: 500, edges: 2000 };

export interface SliceNode {
  entity: BriefEntity;
  /** The number of steps between the node and the nearest center. */
  distance: number;
}

/** Those items of `all` that are also in `asked`, in the order of `all`. If `asked` is empty, all items. */
export const chosen = <Item>(all: readonly Item[], asked: readonly Item[]): readonly Item[] =>
  asked.length === 0 ? all : all.filter((item) => asked.includes(item));
