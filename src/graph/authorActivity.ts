import type { Topic } from './model/entities.ts';

/** The counts for one year of an author's work. */
export interface ActivityYear<TopicNode = Topic> {
  year: number;
  paperCount: number;
  /** The number of citations of the author's papers by stored papers of this year. */
  citationCount: number;
  /** The number of collaborators whose first joint paper with the author is of this year. */
  newCollaboratorCount: number;
  /** The topics of the papers of this year, ordered by descending number of papers, then by id. */
  topics: readonly { topic: TopicNode; paperCount: number }[];
}

/** Years in ascending order. Years in which nothing happened and papers without a year are left out. */
export interface AuthorActivity<TopicNode = Topic> {
  years: readonly ActivityYear<TopicNode>[];
}
