import type { Cluster } from './slice.ts';

/** A cluster that has a color of its own. */
export interface Group extends Pick<Cluster, 'label' | 'members'> {
  /** The index of the color of this group. It is also the index of the group in the list of groups of the picture. */
  readonly color: number;
}

const MAX_GROUPS = 8;
/** The color index of nodes that are in no group. The groups have the indexes from 0 to MAX_GROUPS − 1. */
export const OTHERS = MAX_GROUPS;

/**
 * The clusters that get a color: the largest one, and others with several members.
 *
 * If there is a previous picture, its groups keep their members, names and colors. The new nodes of a cluster join the
 * previous group that has the same name or, if there is none, a previous group of which more than half of the members
 * are in the cluster. If there is none either, several new nodes become a new group, as long as there is a color left.
 * Otherwise they join the group that has the most members in the cluster.
 *
 * @param nameOf the name of a node. A new group whose cluster is named after a member of another group gets the names
 *   of its own first two nodes instead.
 */
export const groupsOf = (
  clusters: readonly Cluster[] | null | undefined,
  previous: readonly Group[] = [],
  nameOf: (id: string) => string = (id) => id,
): Group[] => {
  if (previous.length === 0)
    return (clusters ?? [])
      .filter(({ members }, index) => index === 0 || members.length > 1)
      .slice(0, MAX_GROUPS)
      .map(({ label, members }, color) => ({ label, members, color }));
  const grouped = groupColorsOf(previous);
  const groups = previous.map((group) => ({ ...group, added: [] as string[] }));
  for (const { label, members } of clusters ?? []) {
    const added = members.filter((id) => !grouped.has(id));
    const counted = groups
      .map((group) => ({ group, count: members.filter((id) => grouped.get(id) === group.color).length }))
      .sort((one, other) => other.count - one.count);
    const heir =
      groups.find((group) => group.label === label) ??
      counted.find(({ group, count }) => 2 * count > group.members.length)?.group;
    if (heir) heir.added.push(...added);
    else if (added.length > 1 && groups.length < MAX_GROUPS) {
      const namesOther = members.some((id) => grouped.has(id) && label.includes(nameOf(id)));
      const ownLabel = namesOther ? added.slice(0, 2).map(nameOf).join(', ') : label;
      groups.push({ label: ownLabel, members: [], color: groups.length, added });
    } else if (counted[0] && counted[0].count > 0) counted[0].group.added.push(...added);
  }
  return groups.map(({ added, ...group }) => ({ ...group, members: [...group.members, ...added] }));
};

/** The color of each node that is in a group, by the id of the node. */
export const groupColorsOf = (groups: readonly Group[]): Map<string, number> =>
  new Map(groups.flatMap(({ members, color }) => members.map((id) => [id, color])));
