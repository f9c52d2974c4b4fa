import type { Cluster } from './slice.ts';

/** A cluster that has a color of its own. */
export interface Group extends Pick<Cluster, 'label' | 'members'> {
  /** The index of its color, which is also its place among the groups of the picture. */
  readonly color: number;
}

const MAX_GROUPS = 8;
/** The color of nodes without a group: the one after those of the groups. */
export const OTHERS = MAX_GROUPS;

/**
 * The clusters that get a color: the largest one, and others with several members.
 *
 * The groups of a previous picture keep their members, names and colors. The new nodes of a cluster join the group with
 * the same name, or of which the cluster contains more than half. If there is none, they become a new group, unless it
 * would have one member or there is no color left. Then they join the group with the most members in the cluster.
 */
export const groupsOf = (
  clusters: readonly Cluster[] | null | undefined,
  previous: readonly Group[] = [],
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
    else if (added.length > 1 && groups.length < MAX_GROUPS)
      groups.push({ label, members: [], color: groups.length, added });
    else if (counted[0] && counted[0].count > 0) counted[0].group.added.push(...added);
  }
  return groups.map(({ added, ...group }) => ({ ...group, members: [...group.members, ...added] }));
};

/** The color of each node that is in a group, by the id of the node. */
export const groupColorsOf = (groups: readonly Group[]): Map<string, number> =>
  new Map(groups.flatMap(({ members, color }) => members.map((id) => [id, color])));
