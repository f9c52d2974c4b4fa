export interface GraphStatistics {
  authorCount: number;
  paperCount: number;
  topicCount: number;
  institutionCount: number;
  authorshipCount: number;
  collaborationCount: number;
  citationLinkCount: number;
  papersTooLargeForCollaboration: number;
  /** When the stored data last changed, ISO 8601 in UTC. */
  asOf: string;
}
