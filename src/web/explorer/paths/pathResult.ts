import type {
  AuthorPathsQuery,
  PathEndpointFragment,
  PathStatus,
  TopicPathsQuery,
} from '../__generated__/graphql.ts';
import { formatCount, formatYears } from '../format.ts';

/** A path between two authors or two topics. */
export interface Path {
  nodes: readonly PathEndpointFragment[];
  /** The steps between consecutive nodes. */
  steps: readonly PathStep[];
  /** The sum of 1 / strength over the steps; undefined unless paths are ordered by it. */
  cost?: number | undefined;
}

export interface PathStep {
  /** The number of papers or authors that connect the two nodes. */
  weight: number;
  description: string;
  firstYear: number | null;
  lastYear: number | null;
  papers: readonly { readonly id: string; readonly label: string; readonly year: number | null }[];
  authors: readonly { readonly id: string; readonly name: string }[];
}

export interface PathResult {
  status: PathStatus;
  isComplete: boolean;
  paths: Path[];
  /** Set if only some of the paths that the server returned are shown: the number of paths that it returned. */
  comparedCount?: number;
}

export const authorPathResult = (
  { status, isComplete, paths }: NonNullable<AuthorPathsQuery['collaborationPaths']>,
  showsCost: boolean,
): PathResult => ({
  status,
  isComplete,
  paths: paths.map(({ authors, steps, cost }) => ({
    nodes: authors,
    cost: showsCost ? cost : undefined,
    steps: steps.map(({ collaboration: { paperCount, firstYear, lastYear, papers } }) => ({
      weight: paperCount,
      description: [formatCount(paperCount, 'joint paper'), formatYears(firstYear, lastYear)]
        .filter(Boolean)
        .join(', '),
      firstYear,
      lastYear,
      papers: papers?.nodes ?? [],
      authors: [],
    })),
  })),
});

export const topicPathResult = ({
  status,
  isComplete,
  paths,
}: NonNullable<TopicPathsQuery['topicPaths']>): PathResult => ({
  status,
  isComplete,
  paths: paths.map(({ topics, steps }) => ({
    nodes: topics,
    steps: steps.map(({ papers, authors }) => {
      const [paperCount, authorCount] = [papers?.totalCount ?? 0, authors?.totalCount ?? 0];
      return {
        weight: Math.max(paperCount, authorCount, 1),
        description: `${formatCount(paperCount, 'paper')} and ${formatCount(authorCount, 'author')} on both topics`,
        firstYear: null,
        lastYear: null,
        papers: papers?.nodes ?? [],
        authors: authors?.nodes ?? [],
      };
    }),
  })),
});
