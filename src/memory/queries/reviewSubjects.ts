import type { ReviewSubject } from '../../graph/reviewers.ts';
import { toUnits } from '../../graph/units.ts';
import { targetsOf } from '../algorithms/adjacency.ts';
import type { MemoryGraph } from '../memoryGraph.ts';
import type { RelatedPapers } from './relatedPapers.ts';
import type { SearchContext } from './searchContext.ts';

/** If the subject is a paper, only this many of its related papers are used, the most related first. */
const MOST_RELATED = 200;
const PARTS = ['COUPLING', 'COCITATION', 'TOPICS'] as const;

/** The subject of a review, given by nodes of the graph. */
export interface NodeSubject {
  /** The related papers, each with its similarity in units of 10⁻⁹. */
  similarities: ReadonlyMap<number, number>;
  topics: ReadonlySet<number>;
  /** The authors of the paper that is to be reviewed. */
  authors: readonly number[];
}

/**
 * Finds the papers related to a subject; undefined if there are too many candidates to score them. @throws the reason
 * of the signal if it aborts.
 */
export const nodeSubject = async (
  { rows }: MemoryGraph,
  relatedPapers: RelatedPapers,
  subject: ReviewSubject,
  context: SearchContext,
): Promise<NodeSubject | undefined> => {
  if ('paperIds' in subject) {
    const papers = subject.paperIds.flatMap((id) => context.nodeOf(id) ?? []);
    return { similarities: equallySimilar(papers), topics: new Set(), authors: [] };
  }
  if ('topicIds' in subject) {
    const topics = context.tests.topicsWithin(subject.topicIds);
    const papers = [...topics].flatMap((topic) => [...targetsOf(rows.topicPapers, topic)]);
    return { similarities: equallySimilar(papers), topics, authors: [] };
  }
  const paper = context.nodeOf(subject.paperId);
  if (paper === undefined) return { similarities: new Map(), topics: new Set(), authors: [] };
  const request = { by: PARTS, first: MOST_RELATED, count: false };
  const { entries, status } = await relatedPapers.page(paper, request, undefined, context);
  if (status === 'STOPPED') return undefined;
  return {
    similarities: new Map(entries.map(({ node, score }) => [node, Math.round(score / PARTS.length)])),
    topics: new Set(targetsOf(rows.paperTopics, paper)),
    authors: [...targetsOf(rows.paperAuthors, paper)],
  };
};

const equallySimilar = (papers: readonly number[]): Map<number, number> =>
  new Map(papers.map((paper) => [paper, toUnits(1)]));
