import type { Topic } from './model/entities.ts';

/** What happened in one year of an author's work. */
export interface ActivityYear<TopicNode = Topic> {
  year: number;
  paperCount: number;
  /** Citations of the author's papers by stored papers of this year. */
  citationCount: number;
  /** Collaborators whose first joint paper with the author is of this year. */
  newCollaboratorCount: number;
  /** The topics of the year's papers: most papers first, then by id. */
  topics: readonly { topic: TopicNode; paperCount: number }[];
}

/** Years in ascending order, without those in which nothing happened. Papers without a year are left out. */
export interface AuthorActivity<TopicNode = Topic> {
  years: readonly ActivityYear<TopicNode>[];
}
