import {
  at,
  nodesOf,
  reordered,
  rowEnd,
  rowsOf,
  rowStart,
  sortRows,
  transposed,
  type Adjacency,
  type EdgeList,
  type NodeRange,
} from '../algorithms/adjacency.ts';
import {
  countedRows,
  throughPapers,
  type CountedRows,
  type NeighborSource,
} from '../algorithms/countedRows.ts';
import { rankedBy, UNKNOWN, type PaperColumns } from '../algorithms/paperColumns.ts';
import type { Steps } from '../algorithms/steps.ts';

/** The node numbers of each kind: all nodes are numbered in the order of their ids. */
export interface NodeRanges {
  authors: NodeRange;
  institutions: NodeRange;
  papers: NodeRange;
  topics: NodeRange;
}

/** What the graph arrays is built from: streams of edges, already in node numbers. */
export interface GraphArraysSource {
  /** Of the stored state the edges are of. */
  version: number;
  ranges: NodeRanges;
  columns: PaperColumns;
  /** Paper – author, in any order. */
  authorships: EdgeList & { positions: Uint32Array };
  /** Paper – topic; scores in units, NaN where there is none. */
  about: EdgeList & { scores: Float64Array };
  /** Which author of which paper was where; each once. */
  affiliations: { papers: Uint32Array; authors: Uint32Array; institutions: Uint32Array };
  citations: EdgeList;
  broader: EdgeList;
  /** Institutions and topics in the order of their names. */
  institutionsByName: Uint32Array;
  topicsByName: Uint32Array;
  /** The most authors of a paper that makes collaborators. */
  cap: number;
  /** Strength units that a paper of so many authors adds to each of its pairs. */
  strengthOf(teamSize: number): number;
}

/** Every relation as ranked rows: the in-memory image of the stored graph's topology. */
export interface GraphArrays {
  version: number;
  ranges: NodeRanges;
  columns: PaperColumns;
  cap: number;
  papersByNewest: Uint32Array;
  paperAuthors: Adjacency & { positions: Uint32Array };
  authorPapers: Adjacency & { positions: Uint32Array };
  paperTopics: Adjacency & { scores: Float64Array };
  topicPapers: Adjacency & { scores: Float64Array };
  paperInstitutions: Adjacency;
  institutionPapers: Adjacency;
  references: Adjacency;
  citedBy: Adjacency;
  broader: Adjacency;
  narrower: Adjacency;
  collaborators: CountedRows & { strengths: Float64Array };
  authorTopics: CountedRows;
  topicAuthors: CountedRows;
  authorInstitutions: CountedRows;
  institutionAuthors: CountedRows;
  institutionTopics: CountedRows;
  topicInstitutions: CountedRows;
  partners: CountedRows;
  relatedTopics: CountedRows;
}

/** Builds the graph arrays. Takes about a second for 75,000 papers with 230,000 authorships. */
export const buildGraphArrays = function* (source: GraphArraysSource): Steps<GraphArrays> {
  const stored = yield* storedRelations(source);
  return { ...stored, ...(yield* derivedRelations(source, stored)) };
};

type StoredRelations = ReturnType<typeof storedRelations> extends Steps<infer Relations> ? Relations : never;

const storedRelations = function* (source: GraphArraysSource) {
  const { ranges, columns } = source;
  const papersByNewest = rankedBy(ranges.papers, (paper) => {
    const day = at(columns.days, paper - columns.start);
    return day === UNKNOWN ? Infinity : -day;
  });
  yield;
  const printed = rowsOf(ranges.papers, source.authorships);
  const paperAuthors = { ...printed, positions: placed(source.authorships.positions, printed.slots) };
  sortRows(paperAuthors, paperAuthors.positions);
  yield;
  const byAuthor = transposed(paperAuthors, papersByNewest, ranges.authors);
  yield;
  const paperTopics = rowsByScore(ranges.papers, source.about);
  const byTopic = transposed(paperTopics, papersByNewest, ranges.topics);
  yield;
  const written = rowsOf(ranges.papers, distinctWrittenAt(source));
  const institutionPapers = transposed(written, papersByNewest, ranges.institutions);
  yield;
  const cited = transposed(rowsOf(ranges.papers, source.citations), papersByNewest, ranges.papers);
  const narrower = transposed(rowsOf(ranges.topics, source.broader), source.topicsByName, ranges.topics);
  yield;
  return {
    version: source.version,
    ranges,
    columns,
    cap: source.cap,
    papersByNewest,
    paperAuthors,
    authorPapers: { ...byAuthor, positions: reordered(paperAuthors.positions, byAuthor.origins) },
    paperTopics,
    topicPapers: { ...byTopic, scores: reordered(paperTopics.scores, byTopic.origins) },
    paperInstitutions: transposed(institutionPapers, source.institutionsByName, ranges.papers),
    institutionPapers,
    references: transposed(cited, papersByNewest, ranges.papers),
    citedBy: cited,
    broader: transposed(narrower, source.topicsByName, ranges.topics),
    narrower,
  };
};

const derivedRelations = function* (source: GraphArraysSource, stored: StoredRelations) {
  const { authors, institutions, topics } = source.ranges;
  const {
    columns,
    authorPapers,
    paperAuthors,
    paperTopics,
    topicPapers,
    institutionPapers,
    paperInstitutions,
  } = stored;
  const size = (paper: number): number => at(columns.teamSizes, paper - columns.start);
  const makesPairs = (paper: number): boolean => size(paper) >= 2 && size(paper) <= source.cap;
  const strengths = new Float64Array(source.cap + 1).map((_, teamSize) =>
    teamSize < 2 ? 0 : source.strengthOf(teamSize),
  );
  const strength = (paper: number): number => at(strengths, size(paper));
  const derived = (from: NodeRange, to: NodeRange, gather: NeighborSource): Steps<CountedRows> =>
    countedRows(from, to, columns, gather, false);
  const collaborators = yield* countedRows(
    authors,
    authors,
    columns,
    throughPapers(authorPapers, paperAuthors, { passes: makesPairs, strength }),
    true,
  );
  return {
    collaborators: { ...collaborators, strengths: collaborators.strengths ?? new Float64Array() },
    authorTopics: yield* derived(authors, topics, throughPapers(authorPapers, paperTopics)),
    topicAuthors: yield* derived(topics, authors, throughPapers(topicPapers, paperAuthors)),
    authorInstitutions: yield* derived(
      authors,
      institutions,
      throughAffiliations(source, 'authors', 'institutions'),
    ),
    institutionAuthors: yield* derived(
      institutions,
      authors,
      throughAffiliations(source, 'institutions', 'authors'),
    ),
    institutionTopics: yield* derived(institutions, topics, throughPapers(institutionPapers, paperTopics)),
    topicInstitutions: yield* derived(topics, institutions, throughPapers(topicPapers, paperInstitutions)),
    partners: yield* derived(
      institutions,
      institutions,
      throughPapers(institutionPapers, paperInstitutions, { passes: (paper) => size(paper) <= source.cap }),
    ),
    relatedTopics: yield* derived(topics, topics, throughPapers(topicPapers, paperTopics)),
  };
};

/** An author's institutions are those printed for the author, not all of the paper's. */
const throughAffiliations = (
  source: GraphArraysSource,
  from: 'authors' | 'institutions',
  to: 'authors' | 'institutions',
): NeighborSource => {
  const { papers } = source.affiliations;
  const others = source.affiliations[to];
  const rows = rowsOf(source.ranges[from], {
    sources: source.affiliations[from],
    targets: Uint32Array.from(papers, (_, index) => index),
  });
  return (node, counter) => {
    for (let slot = rowStart(rows, node); slot < rowEnd(rows, node); slot += 1) {
      const index = at(rows.targets, slot);
      counter.add(at(others, index), at(papers, index), 0);
    }
  };
};

/** Each paper with each institution on one of its authorships. */
const distinctWrittenAt = ({ affiliations }: GraphArraysSource): EdgeList => {
  const pairs = new Set<number>();
  const scale = 2 ** 24;
  for (let index = 0; index < affiliations.papers.length; index += 1) {
    pairs.add(at(affiliations.papers, index) * scale + at(affiliations.institutions, index));
  }
  const sorted = Float64Array.from(pairs).sort();
  return {
    sources: Uint32Array.from(sorted, (pair) => Math.floor(pair / scale)),
    targets: Uint32Array.from(sorted, (pair) => pair % scale),
  };
};

/** A paper's topics: highest score first, those without a score last, then the smaller id. */
const rowsByScore = (
  range: NodeRange,
  about: GraphArraysSource['about'],
): Adjacency & { scores: Float64Array } => {
  const rank = (edge: number): number => {
    const score = at(about.scores, edge);
    return Number.isNaN(score) ? Infinity : -score;
  };
  const order = nodesOf({ start: 0, end: about.sources.length }).sort(
    (a, b) =>
      at(about.sources, a) - at(about.sources, b) ||
      compareNumbers(rank(a), rank(b)) ||
      at(about.targets, a) - at(about.targets, b),
  );
  const rows = rowsOf(range, {
    sources: reordered(about.sources, order),
    targets: reordered(about.targets, order),
  });
  return { ...rows, scores: reordered(about.scores, order) };
};

const compareNumbers = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

/** Values by edge, brought to the edges' slots. */
const placed = (values: Uint32Array, slots: Uint32Array): Uint32Array => {
  const result = new Uint32Array(values.length);
  for (let edge = 0; edge < values.length; edge += 1) result[at(slots, edge)] = at(values, edge);
  return result;
};
