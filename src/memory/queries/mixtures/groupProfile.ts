import { groupAffinity } from '../../../graph/identity/mixture.ts';

/** By value, for example a topic: the number of papers that have this value. */
export type Counts = Map<number | string, number>;

/** The properties by which groups of an author's papers are compared. */
export interface GroupProfile {
  papers: readonly number[];
  collaborators: ReadonlySet<number>;
  /** By author: how many collaborators of the group have a joint paper with this author. */
  reach: ReadonlyMap<number, number>;
  /** The sum of all numbers in `reach`. */
  reachTotal: number;
  /** The number of papers with each topic and each word in the title. */
  subjects: Counts;
  /** Each venue with its weight ln(number of all papers / number of papers with this venue). */
  venues: ReadonlyMap<string, number>;
  /** The first and the last year of the papers. If no year is known, `first` is greater than `last`. */
  years: { first: number; last: number };
}

/**
 * How much two groups of an author's papers have in common: joint work of their collaborators, subjects, venues and
 * years. Returns a weighted sum, which has no limits; see `groupAffinity`.
 *
 * @param pairTotal the number of pairs of collaborators in the whole graph, each counted twice
 */
export const profileAffinity = (one: GroupProfile, other: GroupProfile, pairTotal: number): number => {
  const [few, many] = one.collaborators.size < other.collaborators.size ? [one, other] : [other, one];
  let ties = 0;
  for (const collaborator of few.collaborators) ties += many.reach.get(collaborator) ?? 0;
  const isDated = one.years.first <= one.years.last && other.years.first <= other.years.last;
  return groupAffinity({
    ties,
    expectedTies: pairTotal > 0 ? (one.reachTotal * other.reachTotal) / pairTotal : 0,
    subjectSimilarity: cosine(one.subjects, other.subjects),
    sharedVenues: sharedVenues(one.venues, other.venues),
    yearsApart: isDated
      ? Math.max(0, one.years.first - other.years.last, other.years.first - one.years.last)
      : 0,
    fewerPapers: Math.min(one.papers.length, other.papers.length),
  });
};

/** Makes the profile of a group that contains the papers of two groups. */
export const joinedProfile = (one: GroupProfile, other: GroupProfile): GroupProfile => ({
  papers: [...one.papers, ...other.papers].sort((a, b) => a - b),
  collaborators: new Set([...one.collaborators, ...other.collaborators]),
  reach: added(one.reach, other.reach),
  reachTotal: one.reachTotal + other.reachTotal,
  subjects: added(one.subjects, other.subjects),
  venues: new Map([...one.venues, ...other.venues]),
  years: {
    first: Math.min(one.years.first, other.years.first),
    last: Math.max(one.years.last, other.years.last),
  },
});

export const increment = <Key>(counts: Map<Key, number>, key: Key, by = 1): void => {
  counts.set(key, (counts.get(key) ?? 0) + by);
};

const added = <Key>(one: ReadonlyMap<Key, number>, other: ReadonlyMap<Key, number>): Map<Key, number> => {
  const sum = new Map(one);
  for (const [key, count] of other) increment(sum, key, count);
  return sum;
};

const cosine = (one: Counts, other: Counts): number => {
  const [few, many] = one.size < other.size ? [one, other] : [other, one];
  let product = 0;
  for (const [key, count] of few) product += count * (many.get(key) ?? 0);
  return product === 0 ? 0 : product / (length(one) * length(other));
};

const length = (counts: Counts): number =>
  Math.sqrt([...counts.values()].reduce((sum, count) => sum + count * count, 0));

const sharedVenues = (one: GroupProfile['venues'], other: GroupProfile['venues']): number => {
  const fewer = Math.min(one.size, other.size);
  if (fewer === 0) return 0;
  let sum = 0;
  for (const [venue, rarity] of one) if (other.has(venue)) sum += rarity;
  return sum / fewer;
};
