import { mixtureWeights } from '../../../graph/identity/mixture.ts';
import { at } from '../../algorithms/adjacency.ts';
import { DisjointSets } from '../../algorithms/components.ts';
import type { Steps } from '../../algorithms/steps.ts';
import { joinedProfile, profileAffinity, type GroupProfile } from './groupProfile.ts';

/** If there are more groups than this, only the largest ones are compared. */
const MOST_COMPARED = 300;

/**
 * Groups of papers that share a collaborator or an institution of the author, directly or through other papers of the
 * group. Papers are given by their indexes in `links`.
 *
 * @param links for each paper, the nodes of its collaborators and institutions
 */
export const linkedGroups = (links: readonly (readonly number[])[]): number[][] => {
  const sets = new DisjointSets({ start: 0, end: links.length });
  const firstPapers = new Map<number, number>();
  links.forEach((nodes, paper) => {
    for (const node of nodes) {
      const first = firstPapers.get(node);
      if (first === undefined) firstPapers.set(node, paper);
      else sets.unite(first, paper);
    }
  });
  const groups = new Map<number, number[]>();
  links.forEach((_, paper) => {
    const smallest = sets.smallestOf(paper);
    const group = groups.get(smallest);
    if (group) group.push(paper);
    else groups.set(smallest, [paper]);
  });
  return [...groups.values()];
};

/** Repeatedly joins the two groups with the greatest affinity, until no two groups have enough in common. */
export function* joinedGroups(groups: readonly GroupProfile[], pairTotal: number): Steps<GroupProfile[]> {
  const sorted = groups.toSorted((one, other) => other.papers.length - one.papers.length);
  const compared: (GroupProfile | undefined)[] = sorted.slice(0, MOST_COMPARED);
  const size = compared.length;
  const affinities = new Float64Array(size * size).fill(-Infinity);
  const compare = (group: number): void => {
    for (let other = 0; other < size; other += 1) {
      const [left, right] = [compared[group], compared[other]];
      const affinity = left && right && left !== right ? profileAffinity(left, right, pairTotal) : -Infinity;
      affinities[group * size + other] = affinity;
      affinities[other * size + group] = affinity;
    }
  };
  for (let group = 0; group < size; group += 1) {
    compare(group);
    yield;
  }
  for (;;) {
    const best = greatest(affinities);
    if (best === undefined || at(affinities, best) < mixtureWeights.least) break;
    const [left, right] = [Math.floor(best / size), best % size];
    compared[left] = joinedProfile(compared[left] as GroupProfile, compared[right] as GroupProfile);
    compared[right] = undefined;
    compare(left);
    compare(right);
    yield;
  }
  return [...compared.filter((group) => group !== undefined), ...sorted.slice(MOST_COMPARED)];
}

/** The index of the greatest value; if several values are equally great, the first index. */
const greatest = (values: Float64Array): number | undefined => {
  let best: number | undefined;
  for (let index = 0; index < values.length; index += 1) {
    if (best === undefined || at(values, index) > at(values, best)) best = index;
  }
  return best;
};
