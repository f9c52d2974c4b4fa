import type { ConflictReason, ReviewerScores, ReviewersRequest } from '../../src/graph/reviewers.ts';
import { bytes, descending, within, type HandGraph, type HandPaper } from './byHand.ts';
import { relatedPapersByHand } from './relatedPapersByHand.ts';
import { edgesByHand } from './relationsByHand.ts';

export interface HandReviewer extends ReviewerScores {
  id: string;
  relatedPapers: { id: string; similarity: number }[];
}

interface HandAnswer {
  reviewers: HandReviewer[];
  excluded: { id: string; reasons: ConflictReason[] }[];
}

const units = (value: number): number => Math.round(value * 1e9);
const sum = (terms: readonly number[]): number => terms.reduce((total, term) => total + term, 0);

/** All candidates and all who are excluded, in order. */
export const reviewersByHand = (
  graph: HandGraph,
  { subject, year, excluding }: Pick<ReviewersRequest, 'subject' | 'year' | 'excluding'>,
): HandAnswer => {
  const { similarities, topics, authors } = subjectByHand(graph, subject);
  const named = new Set([...excluding.authorIds, ...authors]);
  const candidates = [...graph.authors.keys()].flatMap((id): HandReviewer[] => {
    const papers = graph.papers.filter(
      (paper) => similarities.has(paper.id) && paper.authors.some((author) => author.id === id),
    );
    if (papers.length === 0) return [];
    const terms = papers.map((paper) => {
      const age = paper.year === null ? 10 : Math.max(0, year - paper.year);
      return Math.round((similarities.get(paper.id) ?? 0) * 0.5 ** (age / 5));
    });
    const ofPapers = units(sum(terms) / (1e9 + sum(terms)));
    const ofTopics = units(topicMatch(graph, id, topics));
    const relatedPapers = papers
      .map((paper) => ({ paper, similarity: similarities.get(paper.id) ?? 0 }))
      .sort(
        (a, b) =>
          b.similarity - a.similarity ||
          descending(a.paper.day, b.paper.day) ||
          bytes(a.paper.id, b.paper.id),
      )
      .map(({ paper, similarity }) => ({ id: paper.id, similarity }));
    return [{ id, score: ofPapers + ofTopics, papers: ofPapers, topics: ofTopics, relatedPapers }];
  });
  const inOrder = candidates.sort((a, b) => b.score - a.score || bytes(a.id, b.id));
  const withReasons = inOrder.map((reviewer) => ({
    reviewer,
    reasons: reasonsByHand(graph, reviewer.id, named, year, excluding),
  }));
  return {
    reviewers: withReasons.flatMap(({ reviewer, reasons }) => (reasons.length === 0 ? [reviewer] : [])),
    excluded: withReasons.flatMap(({ reviewer, reasons }) =>
      reasons.length > 0 ? [{ id: reviewer.id, reasons }] : [],
    ),
  };
};

const subjectByHand = (graph: HandGraph, subject: ReviewersRequest['subject']) => {
  if ('paperIds' in subject) {
    return { similarities: equal(subject.paperIds), topics: new Set<string>(), authors: [] };
  }
  if ('topicIds' in subject) {
    const topics = new Set([...within(graph, subject.topicIds)].filter((id) => graph.topics.has(id)));
    const about = graph.papers.filter((paper) => [...paper.topics.keys()].some((id) => topics.has(id)));
    return { similarities: equal(about.map(({ id }) => id)), topics, authors: [] };
  }
  const related = relatedPapersByHand(graph, subject.paperId, ['COUPLING', 'COCITATION', 'TOPICS']);
  const paper = graph.papers.find(({ id }) => id === subject.paperId);
  return {
    similarities: new Map(related.slice(0, 200).map(({ id, score }) => [id, Math.round(score / 3)])),
    topics: new Set(paper?.topics.keys()),
    authors: paper?.authors.map(({ id }) => id) ?? [],
  };
};

const equal = (ids: readonly string[]): Map<string, number> => new Map(ids.map((id) => [id, 1e9]));

const topicMatch = (graph: HandGraph, author: string, topics: ReadonlySet<string>): number => {
  if (topics.size === 0) return 0;
  const papers = edgesByHand(graph, 'authorTopics').filter(
    ({ from, to }) => from === author && topics.has(to),
  );
  const average = sum(papers.map(({ weight }) => weight)) / topics.size;
  return average / (1 + average);
};

const reasonsByHand = (
  graph: HandGraph,
  candidate: string,
  named: ReadonlySet<string>,
  year: number,
  { coauthorsWithinYears, sameInstitutionWithinYears, advisorDistance = 0 }: ReviewersRequest['excluding'],
): ConflictReason[] => {
  if (named.has(candidate)) return ['AUTHOR'];
  const isRecent = (papers: readonly HandPaper[], years: number): boolean =>
    papers.length > 0 &&
    (papers.some((paper) => paper.year !== null && paper.year >= year - years) ||
      papers.every((paper) => paper.year === null));
  const joint = graph.papers.filter(({ n }) => n >= 2 && n <= 100);
  const writers = (paper: HandPaper): string[] => paper.authors.map(({ id }) => id);
  const isCoauthor = [...named].some((author) =>
    isRecent(
      joint.filter((paper) => writers(paper).includes(author) && writers(paper).includes(candidate)),
      coauthorsWithinYears,
    ),
  );
  const wasAt = (author: string, institution: string): boolean =>
    isRecent(
      graph.papers.filter((paper) =>
        paper.authors.some((each) => each.id === author && each.institutions.includes(institution)),
      ),
      sameInstitutionWithinYears,
    );
  const isColleague = [...graph.institutions.keys()].some(
    (institution) => wasAt(candidate, institution) && [...named].some((author) => wasAt(author, institution)),
  );
  let near = new Set(named);
  for (let step = 0; step < advisorDistance; step += 1) {
    near = new Set([
      ...near,
      ...joint.filter((paper) => writers(paper).some((id) => near.has(id))).flatMap(writers),
    ]);
  }
  return [
    ...(isCoauthor ? (['COAUTHOR'] as const) : []),
    ...(isColleague ? (['INSTITUTION'] as const) : []),
    ...(near.has(candidate) ? (['DISTANCE'] as const) : []),
  ];
};
