import type { EntityId } from '../model/ids.ts';

export type Pair = readonly [EntityId, EntityId];

/** Entities that corrections merge into one, or a single entity that a correction is about. */
export interface Group {
  /** The ids of the entities in ascending order. The first one is the id of the merged entity. */
  members: readonly EntityId[];
  /** The ids by which corrections name the members. Some of these ids may no longer be stored. */
  formerIds: readonly EntityId[];
  isHidden: boolean;
  name: string | undefined;
}

export interface GrowingGroup {
  members: Set<EntityId>;
  formerIds: Set<EntityId>;
  isHidden: boolean;
  name: string | undefined;
  /** The id of the correction that gave the name; undefined without such a correction. */
  renamedBy: string | undefined;
}

/** The groups of entities while corrections are applied one after the other. */
export class GrowingGroups {
  readonly #groups = new Map<EntityId, GrowingGroup>();

  all(): Iterable<[EntityId, GrowingGroup]> {
    return this.#groups;
  }

  of(id: EntityId): GrowingGroup {
    const group = this.#groups.get(id) ?? {
      members: new Set([id]),
      formerIds: new Set(),
      isHidden: false,
      name: undefined,
      renamedBy: undefined,
    };
    this.#groups.set(id, group);
    return group;
  }

  /**
   * Joins the groups of the given entities to one group, unless corrections declare two of their members different.
   * Returns whether the groups were joined.
   */
  join(ids: readonly EntityId[], formerIds: readonly EntityId[], different: readonly Pair[]): boolean {
    const groups = [...new Set(ids.map((id) => this.of(id)))];
    const members = new Set(groups.flatMap((group) => [...group.members]));
    if (different.some(([left, right]) => members.has(left) && members.has(right))) return false;
    const joined: GrowingGroup = {
      members,
      formerIds: new Set([...groups.flatMap((group) => [...group.formerIds]), ...formerIds]),
      isHidden: false,
      name: undefined,
      renamedBy: undefined,
    };
    for (const member of members) this.#groups.set(member, joined);
    return true;
  }
}

export const finished = ({ members, formerIds, isHidden, name }: GrowingGroup): Group => ({
  members: [...members].sort(),
  formerIds: [...formerIds].sort(),
  isHidden,
  name,
});
