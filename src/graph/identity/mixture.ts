import type { EntityId } from '../model/ids.ts';

/**
 * Papers of an author that may all be by one person. Lists of values begin with the value that most of the papers have.
 */
export interface AuthorGroup {
  /** The newest first. */
  paperIds: readonly EntityId[];
  /** Null if no year is known. */
  firstYear: number | null;
  lastYear: number | null;
  collaboratorIds: readonly EntityId[];
  institutionIds: readonly EntityId[];
  topicIds: readonly EntityId[];
  venueNames: readonly string[];
}

/** What is compared of two groups of an author's papers. The groups share no collaborator and no institution. */
export interface GroupFacts {
  /**
   * The number of pairs of a collaborator in one group and a collaborator in the other who have written papers
   * together.
   */
  ties: number;
  /** How many such pairs there would be if everybody chose their collaborators at random. */
  expectedTies: number;
  /** How similar their subjects are, 0–1: the cosine of their numbers of papers with each topic and title word. */
  subjectSimilarity: number;
  /**
   * The sum of ln(all papers / papers with the venue) over the venues that both groups have, divided by the number of
   * venues of the group with fewer.
   */
  sharedVenues: number;
  /** The years between the last paper of one and the first of the other; 0 if their years overlap. */
  yearsApart: number;
  /** The number of papers of the group with fewer papers. */
  fewerPapers: number;
}

/**
 * Chosen for those names of the ACL Anthology of 2022 that several people have. The Anthology has no topics; here they
 * weigh as much as words of titles.
 */
export const mixtureWeights = {
  /** Multiplied by ln((ties + 0.5) / (expected ties + 0.5)). */
  ties: 0.5,
  subjectSimilarity: 10,
  sharedVenues: 0.2,
  /** For each year. */
  yearsApart: -0.15,
  /**
   * Multiplied by ln(papers of the group with fewer papers): two large groups need more in common than a single paper.
   */
  fewerPapers: -0.5,
  /** Groups with a smaller sum are not joined. */
  least: 0.8,
} as const;

/** How likely it is that two groups are papers of one person, as a sum of weights. */
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
