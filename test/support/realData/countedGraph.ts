import { descending } from '../byHand.ts';

/** What counting needs of a paper: everything once, authors in printed order. */
export interface CountedPaper {
  id: string;
  year: number | null;
  authors: readonly string[];
  topics: readonly string[];
  /** Ids of papers, stored or not. */
  references: readonly string[];
}

/** What counting says of an edge; strengths in units of 10⁻⁹. */
export interface CountedRow {
  to: string;
  paperCount: number;
  firstYear: number | null;
  lastYear: number | null;
  strength: number | null;
}

/** From → to → row. */
export type CountedEdges = ReadonlyMap<string, ReadonlyMap<string, CountedRow>>;

/** One row for each pair that some paper gives, counted over those papers. */
const counted = (
  papers: readonly CountedPaper[],
  left: (paper: CountedPaper) => readonly string[],
  right: (paper: CountedPaper) => readonly string[],
  strengthOf: (paper: CountedPaper) => number | null = () => null,
): CountedEdges => {
  const edges = new Map<string, Map<string, CountedRow>>();
  for (const paper of papers) {
    const term = strengthOf(paper);
    for (const from of left(paper)) {
      let rows = edges.get(from);
      if (!rows) edges.set(from, (rows = new Map<string, CountedRow>()));
      for (const to of right(paper)) {
        if (to !== from) rows.set(to, withPaper(rows.get(to), to, paper.year, term));
      }
    }
  }
  return edges;
};

const withPaper = (
  row: CountedRow | undefined,
  to: string,
  year: number | null,
  term: number | null,
): CountedRow => ({
  to,
  paperCount: (row?.paperCount ?? 0) + 1,
  firstYear: year === null ? (row?.firstYear ?? null) : Math.min(row?.firstYear ?? year, year),
  lastYear: year === null ? (row?.lastYear ?? null) : Math.max(row?.lastYear ?? year, year),
  strength: term === null ? null : (row?.strength ?? 0) + term,
});

const authorsOf = (paper: CountedPaper): readonly string[] => paper.authors;
const topicsOf = (paper: CountedPaper): readonly string[] => paper.topics;

/** One edge for each pair with a joint paper of 2 to 100 authors; strength Σ 1/(n−1), each term rounded to 10⁻⁹. */
export const collaborationsOf = (papers: readonly CountedPaper[]): CountedEdges =>
  counted(
    papers.filter(({ authors }) => authors.length >= 2 && authors.length <= 100),
    authorsOf,
    authorsOf,
    ({ authors }) => Math.round(1_000_000_000 / (authors.length - 1)),
  );

export const authorTopicsOf = (papers: readonly CountedPaper[]): CountedEdges =>
  counted(papers, authorsOf, topicsOf);
export const topicAuthorsOf = (papers: readonly CountedPaper[]): CountedEdges =>
  counted(papers, topicsOf, authorsOf);
export const relatedTopicsOf = (papers: readonly CountedPaper[]): CountedEdges =>
  counted(papers, topicsOf, topicsOf);

/** Papers by author or topic. */
export const papersBy = (
  papers: readonly CountedPaper[],
  what: 'authors' | 'topics',
): Map<string, CountedPaper[]> => {
  const lists = new Map<string, CountedPaper[]>();
  for (const paper of papers) {
    for (const id of paper[what]) {
      const list = lists.get(id);
      if (list) list.push(paper);
      else lists.set(id, [paper]);
    }
  }
  return lists;
};

/** Who cites whom among the papers, seen from both ends. */
export const citationsAmong = (
  papers: readonly CountedPaper[],
): { references: Map<string, CountedPaper[]>; citedBy: Map<string, CountedPaper[]>; count: number } => {
  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  const references = new Map<string, CountedPaper[]>();
  const citedBy = new Map<string, CountedPaper[]>(papers.map((paper) => [paper.id, []]));
  let count = 0;
  for (const paper of papers) {
    const targets = [...new Set(paper.references)].filter((id) => id !== paper.id && byId.has(id));
    references.set(
      paper.id,
      targets.map((id) => byId.get(id)!),
    );
    for (const id of targets) citedBy.get(id)!.push(paper);
    count += targets.length;
  }
  return { references, citedBy, count };
};

export const byId = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** "NEWEST: date (a year without a day counts as its 1 January), descending": here only years are known. */
export const newest = (papers: readonly CountedPaper[]): string[] =>
  [...papers].sort((a, b) => descending(a.year, b.year) || byId(a.id, b.id)).map((paper) => paper.id);

type Compare = (a: CountedRow, b: CountedRow) => number;
const byCount: Compare = (a, b) => b.paperCount - a.paperCount;
const byStrength: Compare = (a, b) => descending(a.strength, b.strength);
const byLastYear: Compare = (a, b) => descending(a.lastYear, b.lastYear);
const rules = {
  MOST_PAPERS: [byCount, byStrength],
  MOST_RECENT: [byLastYear, byCount, byStrength],
  STRONGEST: [byStrength, byCount],
} as const satisfies Record<string, readonly Compare[]>;
export type CountedOrder = keyof typeof rules;

/** The rows of one node in an order, ties by id. */
export const ranked = (edges: CountedEdges, from: string, order: CountedOrder): CountedRow[] =>
  [...(edges.get(from)?.values() ?? [])].sort((a, b) => {
    for (const rule of rules[order]) {
      const difference = rule(a, b);
      if (difference !== 0) return difference;
    }
    return byId(a.to, b.to);
  });

/** Ids from the most neighbors to the fewest: all of the first ones, then evenly spaced ones of the rest. */
export const variedByDegree = (
  degrees: ReadonlyMap<string, number>,
  hubs: number,
  others: number,
): string[] => {
  const ids = [...degrees.keys()].sort((a, b) => degrees.get(b)! - degrees.get(a)! || byId(a, b));
  const rest = ids.slice(hubs);
  const step = Math.max(1, rest.length / others);
  const spaced = Array.from(
    { length: Math.min(others, rest.length) },
    (_, index) => rest[Math.floor(index * step)]!,
  );
  return [...ids.slice(0, hubs), ...spaced];
};
