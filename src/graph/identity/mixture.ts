import type { EntityId } from '../model/ids.ts';

/**
 * Papers of an author that may all be by one person. In each list of values, the value that most of the papers have
 * comes first.
 */
export interface AuthorGroup {
  /** The ids of the papers, the newest first. */
  paperIds: readonly EntityId[];
  /** The first year of the papers; null if no year is known. */
  firstYear: number | null;
  lastYear: number | null;
  collaboratorIds: readonly EntityId[];
  institutionIds: readonly EntityId[];
  topicIds: readonly EntityId[];
  venueNames: readonly string[];
}

/**
 * The facts by which two groups of an author's papers are compared. The groups share no collaborator and no
 * institution.
 */
interface GroupFacts {
  /**
   * The number of pairs of a collaborator from one group and a collaborator from the other group who have a joint
   * paper.
   */
  ties: number;
  /**
   * How many pairs of collaborators, one from each group, are expected to have a joint paper if all people choose their
   * collaborators at random.
   */
  expectedTies: number;
  /**
   * How similar the subjects of the groups are, 0–1: the cosine of their numbers of papers with each topic and each
   * title word.
   */
  subjectSimilarity: number;
  /**
   * The sum of ln(all papers / papers with the venue) over the venues of both groups, divided by the number of venues
   * of the group that has fewer venues.
   */
  sharedVenues: number;
  /**
   * The number of years between the last paper of one group and the first paper of the other; 0 if their years overlap.
   */
  yearsApart: number;
  /** The smaller one of the two groups' numbers of papers. */
  fewerPapers: number;
}

/**
 * The weights were chosen with the ACL Anthology of 2022, for the names that several people have. The Anthology has no
 * topics, so topics weigh as much as words of titles.
 */
export const mixtureWeights = {
  /** This weight is multiplied by ln((ties + 0.5) / (expectedTies + 0.5)). */
  ties: 0.5,
  subjectSimilarity: 10,
  sharedVenues: 0.2,
  /** This weight is multiplied by the number of years between the groups. */
  yearsApart: -0.15,
  /**
   * This weight is multiplied by ln(number of papers of the smaller group). It is negative: if two large groups were by
   * one person, they would have more in common than a single paper and a group, so large groups need more in common to
   * be joined.
   */
  fewerPapers: -0.5,
  /** Two groups whose weighted sum is smaller than this are not joined. */
  least: 0.8,
} as const;

/** The sum of the weighted facts. The larger it is, the more likely the papers of both groups are by one person. */
export const groupAffinity = (facts: GroupFacts): number => {
  const weights = mixtureWeights;
  return (
    weights.ties * Math.log((facts.ties + 0.5) / (facts.expectedTies + 0.5)) +
    weights.subjectSimilarity * facts.subjectSimilarity +
    weights.sharedVenues * facts.sharedVenues +
    weights.yearsApart * facts.yearsApart +
    weights.fewerPapers * Math.log(facts.fewerPapers)
  );
};
