import type { Dimension } from '../../graph/breakdown.ts';
import { compareTexts } from '../../graph/model/compareTexts.ts';
import type { EntityKind } from '../../graph/model/entityKinds.ts';
import type { RelationName } from '../../graph/model/relations.ts';
import { at, nodesOf, targetsOf, type Adjacency } from '../algorithms/adjacency.ts';
import type { ValueRows } from '../algorithms/groupCounts.ts';
import { UNKNOWN_YEAR } from '../algorithms/paperColumns.ts';
import { rowsOfValues } from '../algorithms/rowsOfValues.ts';
import type { Steps } from '../algorithms/steps.ts';
import type { WordColumn } from '../build/wordColumns.ts';
import type { MemoryGraph } from '../memoryGraph.ts';

/**
 * The values of all papers in one dimension, for example their years or their topics. Values are numbers in the order
 * of their texts. If the values are entities, their numbers are the nodes.
 */
export interface DimensionValues extends ValueRows {
  /** The text of a value: the id of an entity, a year with four digits, or a word. */
  text: (value: number) => string;
}

/** All dimensions except COLLABORATOR, whose values depend on an author; see collaboratorValues. */
type PaperDimension = Exclude<Dimension, 'COLLABORATOR'>;

/**
 * The functions that compute the values of each dimension. Groups with the same number of papers are ordered by the
 * texts of their values.
 */
export const dimensionValues: Readonly<
  Record<PaperDimension, (graph: MemoryGraph) => Steps<DimensionValues>>
> = {
  YEAR: (graph) => yearValues(graph),
  TOPIC: (graph) => neighborValues(graph, 'paperTopics', 'TOPIC'),
  FIELD: (graph) => fieldValues(graph),
  INSTITUTION: (graph) => neighborValues(graph, 'paperInstitutions', 'INSTITUTION'),
  COUNTRY: (graph) => countryValues(graph),
  VENUE: (graph) => wordValues(graph, graph.words.PAPER['venueName'] as WordColumn),
  PAPER_TYPE: (graph) => wordValues(graph, graph.words.PAPER['paperType'] as WordColumn),
  AUTHOR: (graph) => neighborValues(graph, 'paperAuthors', 'AUTHOR'),
};

/**
 * For the dimension COLLABORATOR: the values of a paper are its authors except `author`. Papers with too many authors
 * for the collaboration cap have no values.
 */
export const collaboratorValues = function* (
  graph: MemoryGraph,
  author: number,
  papers: Uint32Array,
  isJoint: (paper: number) => boolean,
): Steps<DimensionValues> {
  const joint = papers.filter(isJoint).sort();
  const rows = yield* rowsOfValues(graph.ranges.PAPER, joint, (paper) => otherAuthors(graph, author, paper));
  return entityValues(graph, 'AUTHOR', rows);
};

const otherAuthors = ({ rows }: MemoryGraph, author: number, paper: number): Uint32Array =>
  targetsOf(rows.paperAuthors, paper).filter((other) => other !== author);

const entityValues = ({ ids, ranges }: MemoryGraph, kind: EntityKind, rows: Adjacency): DimensionValues => ({
  rows,
  range: ranges[kind],
  text: (node) => ids[node] ?? '',
});

/**
 * The values of a paper are its neighbors along a relation. The graph has them already, so the generator never pauses.
 */
const neighborValues = function* (
  graph: MemoryGraph,
  relation: RelationName,
  kind: EntityKind,
): Steps<DimensionValues> {
  return entityValues(graph, kind, graph.rows[relation]);
};

/** A paper without a year has no value; any other paper has its year as the only value, counted from the first year. */
const yearValues = function* (graph: MemoryGraph): Steps<DimensionValues> {
  const { start, years } = graph.columns;
  const known = years.filter((year) => year !== UNKNOWN_YEAR);
  const first = known.reduce((least, year) => Math.min(least, year), known[0] ?? 0);
  const last = known.reduce((most, year) => Math.max(most, year), first);
  return {
    rows: yield* rowsOfPapers(graph, (paper) => {
      const year = at(years, paper - start);
      return year === UNKNOWN_YEAR ? [] : [year - first];
    }),
    range: { start: 0, end: last - first + 1 },
    text: (value) => String(first + value).padStart(4, '0'),
  };
};

/**
 * For the dimension FIELD: the values of a paper are the topics of level FIELD among its topics and all their broader
 * topics.
 */
const fieldValues = function* (graph: MemoryGraph): Steps<DimensionValues> {
  const { rows, words } = graph;
  const isField = (words.TOPIC['level'] as WordColumn).isOneOf(['FIELD']);
  const fieldsOf = new Map<number, readonly number[]>();
  const fields = (topic: number): readonly number[] => {
    const known = fieldsOf.get(topic);
    if (known) return known;
    const above = new Set([topic]);
    // the loop also visits the topics that it adds
    for (const each of above) for (const broader of targetsOf(rows.broader, each)) above.add(broader);
    const found = [...above].filter(isField);
    fieldsOf.set(topic, found);
    return found;
  };
  const fieldsOfPaper = (paper: number) => new Set([...targetsOf(rows.paperTopics, paper)].flatMap(fields));
  return entityValues(graph, 'TOPIC', yield* rowsOfPapers(graph, fieldsOfPaper));
};

/** For the dimension COUNTRY: the values of a paper are the countries of its institutions. */
const countryValues = function* (graph: MemoryGraph): Steps<DimensionValues> {
  const column = graph.words.INSTITUTION['countryCode'] as WordColumn;
  const { numberOf, ...values } = numberedWords(column.words);
  return {
    ...values,
    rows: yield* rowsOfPapers(graph, (paper) => {
      const institutions = [...targetsOf(graph.rows.paperInstitutions, paper)];
      return new Set(institutions.flatMap((institution) => numberOf(column.word(institution))));
    }),
  };
};

const wordValues = function* (graph: MemoryGraph, column: WordColumn): Steps<DimensionValues> {
  const { numberOf, ...values } = numberedWords(column.words);
  return { ...values, rows: yield* rowsOfPapers(graph, (paper) => numberOf(column.word(paper))) };
};

/** Numbers different words from 0 on, in ascending order. */
const numberedWords = (words: readonly string[]) => {
  const sorted = words.toSorted(compareTexts);
  const numbers = new Map(sorted.map((word, number) => [word, number]));
  return {
    range: { start: 0, end: sorted.length },
    text: (number: number) => sorted[number] ?? '',
    /** A list with the number of the word as its only element; an empty list if the word is undefined. */
    numberOf: (word: string | undefined): readonly number[] =>
      word === undefined ? [] : [numbers.get(word) as number],
  };
};

/** Builds rows that lead from each paper to its values in one dimension. */
const rowsOfPapers = (
  { ranges }: MemoryGraph,
  valuesOf: (paper: number) => Iterable<number>,
): Steps<Adjacency> => rowsOfValues(ranges.PAPER, nodesOf(ranges.PAPER), valuesOf);
