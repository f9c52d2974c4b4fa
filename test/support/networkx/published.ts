import { askNetworkx } from './available.ts';

/** What networkx says of two people's ways to each other. */
export interface PublishedPaths {
  from: string;
  to: string;
  /** All shortest paths, each as the people along it. */
  shortest: string[][];
  /** Steps of the first few simple paths, fewest first. */
  hops: number[];
  /** Σ 1/strength of the first few simple paths, smallest first. */
  costs: number[];
}

export interface PublishedScores {
  adamicAdar: number;
  commonCollaboratorCount: number;
  jaccard: number;
  resourceAllocation: number;
}

/** A published network as papers, each a list of people, and what networkx computes of it: published.py. */
export interface PublishedNetwork {
  papers: string[][];
  collaborations: { between: [string, string]; strength: number; paperCount: number }[];
  /** Collaborators by person. */
  degrees: Record<string, number>;
  /** Between any two people. */
  paths: PublishedPaths[];
  /** By person: everyone two steps away. */
  suggested: Record<string, Record<string, PublishedScores>>;
}

/** In the words of published.py. */
export const publishedNetwork = (name: string): PublishedNetwork =>
  askNetworkx('published.py', name) as PublishedNetwork;
