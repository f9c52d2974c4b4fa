import type { PaperFilter } from '../../src/graph/model/filters.ts';
import { foldedWords } from '../../src/graph/model/foldText.ts';
import type { RelatedPart } from '../../src/graph/relatedPapers.ts';
import { bytes, type HandGraph, type HandPaper } from './byHand.ts';
import { paperPasses } from './relationsByHand.ts';

export interface HandRelatedPaper {
  id: string;
  score: number;
  parts: Partial<Record<RelatedPart, number>>;
}

const units = (value: number): number => Math.round(value * 1e9);
const sum = (terms: readonly number[]): number => terms.reduce((total, term) => total + term, 0);

/** What each paper has, by the part of the score. */
const features: Record<RelatedPart, (graph: HandGraph, paper: HandPaper) => string[]> = {
  COUPLING: (_, paper) => paper.references,
  COCITATION: (graph, { id }) =>
    graph.papers.filter(({ references }) => references.includes(id)).map((citing) => citing.id),
  AUTHORS: (_, paper) => paper.authors.map(({ id }) => id),
  TOPICS: (_, paper) => [...paper.topics.keys()],
  TITLE: (_, { record }) => [...new Set(foldedWords(record.title ?? ''))],
};

/** What a feature counts that `having` of `all` papers have. */
const weights: Record<RelatedPart, (having: number, all: number) => number> = {
  COUPLING: (having) => 1 / Math.log(1 + having),
  COCITATION: () => 1,
  AUTHORS: (having) => 1 / Math.log(1 + having),
  TOPICS: (having, all) => Math.log(1 + all / having) ** 2,
  TITLE: (having, all) => Math.log(1 + all / having) ** 2,
};

/** All papers that share a feature with a paper, in order. */
export const relatedPapersByHand = (
  graph: HandGraph,
  id: string,
  by: readonly RelatedPart[],
  filter: PaperFilter = {},
): HandRelatedPaper[] => {
  const { papers } = graph;
  const table = by.map((part) => {
    const lists = new Map(papers.map((paper) => [paper.id, features[part](graph, paper)]));
    const having = (feature: string): number =>
      papers.filter((paper) => lists.get(paper.id)?.includes(feature)).length;
    return { part, lists, weight: (feature: string) => units(weights[part](having(feature), papers.length)) };
  });
  return papers
    .filter((paper) => paper.id !== id && paperPasses(graph, paper, filter))
    .flatMap((paper) => {
      const parts = table.map(({ part, lists, weight }) => {
        const [mine = [], theirs = []] = [lists.get(id), lists.get(paper.id)];
        const shared = mine.filter((feature) => theirs.includes(feature));
        const total = (list: readonly string[]): number => sum(list.map(weight));
        const cosine = shared.length === 0 ? 0 : total(shared) / Math.sqrt(total(mine) * total(theirs));
        return { part, isShared: shared.length > 0, value: units(cosine) };
      });
      if (!parts.some(({ isShared }) => isShared)) return [];
      return [
        {
          id: paper.id,
          score: sum(parts.map(({ value }) => value)),
          parts: Object.fromEntries(parts.map(({ part, value }) => [part, value])),
        },
      ];
    })
    .sort((a, b) => b.score - a.score || bytes(a.id, b.id));
};
