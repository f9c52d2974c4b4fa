import type { CollaborationFilter, PaperFilter } from '../../src/graph/model/filters.ts';
import { foldedWords } from '../../src/graph/model/foldText.ts';
import type { RelationName } from '../../src/graph/model/relations.ts';
import { ascending, byName, bytes, descending, within, type HandGraph, type HandPaper } from './byHand.ts';

/** The larger number of the reported citations of a paper and the papers that cite it; null if there are neither. */
export const citationsByHand = (graph: HandGraph, id: string): number | null => {
  const stored = graph.papers.filter(({ references }) => references.includes(id)).length;
  const reported = graph.papers.find((paper) => paper.id === id)?.record.citationCount;
  return reported === undefined && stored === 0 ? null : Math.max(reported ?? 0, stored);
};

/** An edge as the definitions give it; strengths and scores in units of 10⁻⁹. */
export interface HandEdge {
  from: string;
  to: string;
  weight: number;
  paperCount: number | null;
  firstYear: number | null;
  lastYear: number | null;
  strength: number | null;
  score: number | null;
  position: number | null;
}

const plain = (from: string, to: string): HandEdge => ({
  from,
  to,
  weight: 1,
  paperCount: null,
  firstYear: null,
  lastYear: null,
  strength: null,
  score: null,
  position: null,
});

export const jointPaperPasses = (
  graph: HandGraph,
  paper: HandPaper,
  filter: CollaborationFilter,
  cap = 100,
): boolean =>
  paper.n >= 2 &&
  paper.n <= cap &&
  paperPasses(graph, paper, filter) &&
  (!filter.institutionIds || paper.institutions.some((id) => filter.institutionIds?.includes(id))) &&
  (filter.maxAuthorsPerPaper === undefined ||
    (paper.authorCount !== null && paper.authorCount <= filter.maxAuthorsPerPaper));

export const paperPasses = (
  graph: HandGraph,
  { record, year, topics, authors }: HandPaper,
  filter: PaperFilter,
): boolean => {
  const { years, paperTypes, venueNames, topicIds, authorIds, title, hasCode } = filter;
  if (years && (year === null || year < (years.from ?? -Infinity) || year > (years.to ?? Infinity)))
    return false;
  if (paperTypes && !paperTypes.some((each) => each === record.paperType)) return false;
  if (venueNames && !venueNames.some((each) => each === record.venueName)) return false;
  if (topicIds && ![...within(graph, topicIds)].some((id) => topics.has(id))) return false;
  if (authorIds && !authors.some(({ id }) => authorIds.includes(id))) return false;
  const words = foldedWords(record.title ?? '');
  if (title && !title.words.every((word) => words.some((each) => each.startsWith(word)))) return false;
  return hasCode === undefined || hasCode === (record.codeUrl !== undefined);
};

/** One edge for each pair that some paper gives, counted over those papers. */
const counted = (
  papers: readonly HandPaper[],
  pairsOf: (paper: HandPaper) => [string, string][],
  hasStrength = false,
): HandEdge[] => {
  const byPair = new Map<string, { from: string; to: string; papers: HandPaper[] }>();
  for (const paper of papers) {
    const pairs = new Map(pairsOf(paper).map((pair) => [pair.join(' '), pair]));
    for (const [key, [from, to]] of pairs) {
      const row = byPair.get(key) ?? { from, to, papers: [] };
      row.papers.push(paper);
      byPair.set(key, row);
    }
  }
  return [...byPair.values()].map((row) => {
    const years = row.papers.flatMap((paper) => paper.year ?? []);
    return {
      ...plain(row.from, row.to),
      weight: row.papers.length,
      paperCount: row.papers.length,
      firstYear: years.length === 0 ? null : Math.min(...years),
      lastYear: years.length === 0 ? null : Math.max(...years),
      strength: hasStrength ? row.papers.reduce((sum, { n }) => sum + Math.round(1e9 / (n - 1)), 0) : null,
    };
  });
};

const pairs = (left: readonly string[], right: readonly string[]): [string, string][] =>
  left.flatMap((from) => right.filter((to) => to !== from).map((to): [string, string] => [from, to]));

const authorsOf = (paper: HandPaper): string[] => paper.authors.map((each) => each.id);
const topicsOf = (paper: HandPaper): string[] => [...paper.topics.keys()];
const affiliations = (paper: HandPaper): [string, string][] =>
  paper.authors.flatMap((author) => author.institutions.map((id): [string, string] => [author.id, id]));
const reversed = (edges: HandEdge[]): HandEdge[] =>
  edges.map((edge) => ({ ...edge, from: edge.to, to: edge.from }));

/** All edges of a relation; `filter` is of the relation's shape. */
export const edgesByHand = (
  graph: HandGraph,
  relation: RelationName,
  filter: PaperFilter & CollaborationFilter = {},
): HandEdge[] => {
  const { papers } = graph;
  const passing = papers.filter((paper) => paperPasses(graph, paper, filter));
  const cites = papers.flatMap((paper) => paper.references.map((to) => plain(paper.id, to)));
  const broader = [...graph.broader].flatMap(([from, parents]) =>
    [...new Set(parents)].map((to) => plain(from, to)),
  );
  const authored = (some: readonly HandPaper[]): HandEdge[] =>
    some.flatMap((paper) => paper.authors.map(({ id, position }) => ({ ...plain(id, paper.id), position })));
  const about = (some: readonly HandPaper[]): HandEdge[] =>
    some.flatMap((paper) =>
      [...paper.topics].map(([to, score]) => ({
        ...plain(paper.id, to),
        weight: score ?? 1,
        score: score === null ? null : Math.round(score * 1e9),
      })),
    );
  const writtenAt = (some: readonly HandPaper[]): HandEdge[] =>
    some.flatMap((paper) => paper.institutions.map((to) => plain(paper.id, to)));
  switch (relation) {
    case 'authorPapers':
      return authored(passing);
    case 'paperAuthors':
      return reversed(authored(papers));
    case 'collaborators':
      return counted(
        papers.filter((paper) => jointPaperPasses(graph, paper, filter)),
        (paper) => pairs(authorsOf(paper), authorsOf(paper)),
        true,
      ).filter((edge) => (edge.paperCount ?? 0) >= (filter.minPapers ?? 1));
    case 'authorTopics':
      return counted(papers, (paper) => pairs(authorsOf(paper), topicsOf(paper)));
    case 'topicAuthors':
      return counted(papers, (paper) => pairs(topicsOf(paper), authorsOf(paper)));
    case 'authorInstitutions':
      return counted(papers, affiliations);
    case 'institutionAuthors':
      return reversed(counted(papers, affiliations));
    case 'institutionTopics':
      return counted(papers, (paper) => pairs(paper.institutions, topicsOf(paper)));
    case 'topicInstitutions':
      return counted(papers, (paper) => pairs(topicsOf(paper), paper.institutions));
    case 'partners':
      return counted(
        papers.filter(({ n }) => n <= 100),
        (paper) => pairs(paper.institutions, paper.institutions),
      );
    case 'relatedTopics':
      return counted(papers, (paper) => pairs(topicsOf(paper), topicsOf(paper)));
    case 'paperTopics':
      return about(papers);
    case 'topicPapers':
      return reversed(about(passing));
    case 'paperInstitutions':
      return writtenAt(papers);
    case 'institutionPapers':
      return reversed(writtenAt(passing));
    case 'references':
      return cites;
    case 'citedBy':
      return reversed(cites);
    case 'broader':
      return broader;
    case 'narrower':
      return reversed(broader);
  }
};

/** The order of a list, as semantics.md words it. */
export const orderByHand = (graph: HandGraph, order: string): ((a: HandEdge, b: HandEdge) => number) => {
  const paper = (edge: HandEdge): HandPaper | undefined => graph.papers.find((each) => each.id === edge.to);
  const name = (edge: HandEdge): string =>
    graph.authors.get(edge.to) ?? graph.institutions.get(edge.to)?.name ?? graph.topics.get(edge.to) ?? '';
  const rules: Record<string, (a: HandEdge, b: HandEdge) => number> = {
    NEWEST: (a, b) => descending(paper(a)?.day ?? null, paper(b)?.day ?? null),
    OLDEST: (a, b) => ascending(paper(a)?.day ?? null, paper(b)?.day ?? null),
    MOST_CITED: (a, b) => descending(citationsByHand(graph, a.to), citationsByHand(graph, b.to)),
    MOST_PAPERS: (a, b) => descending(a.paperCount, b.paperCount) || descending(a.strength, b.strength),
    MOST_RECENT: (a, b) =>
      descending(a.lastYear, b.lastYear) ||
      descending(a.paperCount, b.paperCount) ||
      descending(a.strength, b.strength),
    STRONGEST: (a, b) => descending(a.strength, b.strength) || descending(a.paperCount, b.paperCount),
    HIGHEST_SCORE: (a, b) => descending(a.score, b.score),
    PRINTED: (a, b) => ascending(a.position, b.position),
    NAME: (a, b) => byName(name(a), name(b)),
  };
  const rule = rules[order];
  if (!rule) throw new Error(`no rule by hand for ${order}`);
  return (a, b) => rule(a, b) || bytes(a.to, b.to);
};
