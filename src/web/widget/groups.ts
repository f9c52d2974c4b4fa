import type { Cluster } from './slice.ts';

/** A cluster that has a color of its own. */
export interface Group extends Pick<Cluster, 'label' | 'members'> {
  /** The index of its color. The groups of a picture are ordered by it. */
  readonly color: number;
}

const MAX_GROUPS = 8;

/**
 * The clusters that get a color: the largest one, and others with several members. A cluster that has more members in
 * common with a previous group than any other cluster keeps the color of this group. If most members of the group are
 * in the cluster, it also keeps the label.
 */
export const groupsOf = (
  clusters: readonly Cluster[] | null | undefined,
  previous: readonly Group[] = [],
): Group[] => {
  const eligible = (clusters ?? []).filter(({ members }, index) => index === 0 || members.length > 1);
  const successors = matchGroups(eligible, previous);
  const usedColors = new Set([...successors.values()].map(({ color }) => color));
  const previousColors = new Set(previous.map(({ color }) => color));
  // A color that no previous group had comes first, so that a new group is not taken for one that has gone.
  const freeColors = Array.from({ length: MAX_GROUPS }, (_, color) => color)
    .filter((color) => !usedColors.has(color))
    .sort((one, other) => Number(previousColors.has(one)) - Number(previousColors.has(other)));
  const groups = eligible.flatMap((cluster): Group[] => {
    const group = successors.get(cluster);
    const color = group?.color ?? freeColors.shift();
    if (color === undefined) return [];
    const isMostlySame = group && 2 * commonMembers(cluster, group) > group.members.length;
    return [{ label: isMostlySame ? group.label : cluster.label, members: cluster.members, color }];
  });
  // If a kept label is also the label of a new group, all groups get their new labels, which are distinct.
  const isDistinct = new Set(groups.map(({ label }) => label)).size === groups.length;
  const labels = new Map(eligible.map(({ members, label }) => [members, label]));
  return groups
    .map((group) => (isDistinct ? group : { ...group, label: labels.get(group.members) ?? group.label }))
    .sort((one, other) => one.color - other.color);
};

/** The previous group of each cluster. The pairs with the most common members are matched first. */
const matchGroups = (clusters: readonly Cluster[], groups: readonly Group[]): Map<Cluster, Group> => {
  const pairs = clusters
    .flatMap((cluster) => groups.map((group) => ({ cluster, group, count: commonMembers(cluster, group) })))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count);
  const matches = new Map<Cluster, Group>();
  for (const { cluster, group } of pairs)
    if (!matches.has(cluster) && ![...matches.values()].includes(group)) matches.set(cluster, group);
  return matches;
};

const commonMembers = (one: Pick<Cluster, 'members'>, other: Pick<Cluster, 'members'>): number => {
  const members = new Set(other.members);
  return one.members.filter((id) => members.has(id)).length;
};
