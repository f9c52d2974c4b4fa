import type { Dimension } from '../../graph/breakdown.ts';
import { compareTexts } from '../../graph/model/compareTexts.ts';
import type { EntityKind } from '../../graph/model/entities.ts';
import type { RelationName } from '../../graph/model/relations.ts';
import { at, nodesOf, rowsOf, targetsOf, type Adjacency } from '../algorithms/adjacency.ts';
import type { ValueRows } from '../algorithms/groupCounts.ts';
import { UNKNOWN_YEAR } from '../algorithms/paperColumns.ts';
import type { WordColumn } from '../build/wordColumns.ts';
import type { MemoryGraph } from '../memoryGraph.ts';

/** The values of all papers in one dimension. Values are numbered in the order of their texts. */
export interface DimensionValues extends ValueRows {
  /** The text of a value: the id of an entity, a year of four digits, or a word. */
  text: (value: number) => string;
  /** Whether values are the nodes of entities. */
  hasEntities: boolean;
}

/** A collaborator is one only of an author; see collaboratorValues. */
type PaperDimension = Exclude<Dimension, 'COLLABORATOR'>;

/** The values of each dimension. Groups with equally many papers are ordered by the texts of their values. */
export const dimensionValues: Readonly<Record<PaperDimension, (graph: MemoryGraph) => DimensionValues>> = {
  YEAR: (graph) => yearValues(graph),
  TOPIC: (graph) => neighborValues(graph, 'paperTopics', 'TOPIC'),
  FIELD: (graph) => fieldValues(graph),
  INSTITUTION: (graph) => neighborValues(graph, 'paperInstitutions', 'INSTITUTION'),
  COUNTRY: (graph) => countryValues(graph),
  VENUE: (graph) => wordValues(graph, graph.words.PAPER['venueName'] as WordColumn),
  PAPER_TYPE: (graph) => wordValues(graph, graph.words.PAPER['paperType'] as WordColumn),
  AUTHOR: (graph) => neighborValues(graph, 'paperAuthors', 'AUTHOR'),
};

/** The other authors of an author's papers. Papers that make nobody collaborators have none. */
export const collaboratorValues = (
  graph: MemoryGraph,
  author: number,
  papers: Uint32Array,
  isJoint: (paper: number) => boolean,
): DimensionValues => {
  const joint = papers.filter(isJoint);
  return entityValues(
    graph,
    'AUTHOR',
    rowsThat(graph, joint, (paper) => otherAuthors(graph, author, paper)),
  );
};

const otherAuthors = ({ rows }: MemoryGraph, author: number, paper: number): Uint32Array =>
  targetsOf(rows.paperAuthors, paper).filter((other) => other !== author);

const entityValues = ({ ids, ranges }: MemoryGraph, kind: EntityKind, rows: Adjacency): DimensionValues => ({
  rows,
  range: ranges[kind],
  text: (node) => ids[node] ?? '',
  hasEntities: true,
});

const neighborValues = (graph: MemoryGraph, relation: RelationName, kind: EntityKind): DimensionValues =>
  entityValues(graph, kind, graph.rows[relation]);

/** Papers without a year have no row; the others have the year as their only value. */
const yearValues = (graph: MemoryGraph): DimensionValues => {
  const { start, years } = graph.columns;
  const known = years.filter((year) => year !== UNKNOWN_YEAR);
  const first = known.reduce((least, year) => Math.min(least, year), known[0] ?? 0);
  const last = known.reduce((most, year) => Math.max(most, year), first);
  return {
    rows: rowsThat(graph, nodesOf(graph.ranges.PAPER), (paper) => {
      const year = at(years, paper - start);
      return year === UNKNOWN_YEAR ? [] : [year];
    }),
    range: { start: first, end: last + 1 },
    text: (year) => String(year).padStart(4, '0'),
    hasEntities: false,
  };
};

/** The fields, in the taxonomy of topics, that a paper's topics are or belong to. */
const fieldValues = (graph: MemoryGraph): DimensionValues => {
  const { rows, words } = graph;
  const isField = (words.TOPIC['level'] as WordColumn).isOneOf(['FIELD']);
  const fieldsOf = new Map<number, readonly number[]>();
  const fields = (topic: number): readonly number[] => {
    const known = fieldsOf.get(topic);
    if (known) return known;
    const above = new Set([topic]);
    for (const each of above) for (const broader of targetsOf(rows.broader, each)) above.add(broader); // grows while it is read
    const found = [...above].filter(isField);
    fieldsOf.set(topic, found);
    return found;
  };
  return entityValues(
    graph,
    'TOPIC',
    rowsThat(
      graph,
      nodesOf(graph.ranges.PAPER),
      (paper) => new Set([...targetsOf(rows.paperTopics, paper)].flatMap(fields)),
    ),
  );
};

/** The countries of a paper's institutions. */
const countryValues = (graph: MemoryGraph): DimensionValues => {
  const column = graph.words.INSTITUTION['countryCode'] as WordColumn;
  const { numberOf, ...values } = numberedWords(column.words);
  return {
    ...values,
    rows: rowsThat(graph, nodesOf(graph.ranges.PAPER), (paper) => {
      const institutions = [...targetsOf(graph.rows.paperInstitutions, paper)];
      return new Set(institutions.flatMap((institution) => numberOf(column.word(institution))));
    }),
  };
};

const wordValues = (graph: MemoryGraph, column: WordColumn): DimensionValues => {
  const { numberOf, ...values } = numberedWords(column.words);
  return {
    ...values,
    rows: rowsThat(graph, nodesOf(graph.ranges.PAPER), (paper) => numberOf(column.word(paper))),
  };
};

/** Words numbered in their order. */
const numberedWords = (words: readonly string[]) => {
  const sorted = words.toSorted(compareTexts);
  const numbers = new Map(sorted.map((word, number) => [word, number]));
  return {
    range: { start: 0, end: sorted.length },
    text: (number: number) => sorted[number] ?? '',
    hasEntities: false,
    /** The number of a word as a list; empty without a word. */
    numberOf: (word: string | undefined): readonly number[] =>
      word === undefined ? [] : [numbers.get(word) as number],
  };
};

/** The rows from papers to their values. */
const rowsThat = (
  { ranges }: MemoryGraph,
  papers: Iterable<number>,
  valuesOf: (paper: number) => Iterable<number>,
): Adjacency => {
  const sources: number[] = [];
  const targets: number[] = [];
  for (const paper of papers) {
    for (const value of valuesOf(paper)) {
      sources.push(paper);
      targets.push(value);
    }
  }
  return rowsOf(ranges.PAPER, { sources: Uint32Array.from(sources), targets: Uint32Array.from(targets) });
};
