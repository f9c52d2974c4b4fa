import type { BreakdownRequest, Dimension } from '../../graph/breakdown.ts';
import { compareTexts } from '../../graph/model/compareTexts.ts';
import { kindOf } from '../../graph/model/ids.ts';
import { kindRow } from '../../graph/model/kinds.ts';
import type { SortValues } from '../../graph/model/orders.ts';
import type { Page } from '../../graph/model/pages.ts';
import { nodesOf, targetsOf } from '../algorithms/adjacency.ts';
import { firstIndex } from '../algorithms/firstIndex.ts';
import { groupCounts, type GroupCounts } from '../algorithms/groupCounts.ts';
import { pageOf } from '../algorithms/pageOf.ts';
import type { Steps } from '../algorithms/steps.ts';
import type { MemoryGraph } from '../memoryGraph.ts';
import { collaboratorValues, dimensionValues, type DimensionValues } from './dimensionValues.ts';
import type { FilterTests } from './filterTests.ts';

/** The value of a group in one dimension, before the record is read. */
interface NodeGroupKey {
  dimension: Dimension;
  value: string;
  node: number | null;
}

interface NodeGroup {
  keys: readonly NodeGroupKey[];
  paperCount: number;
}

export interface NodeBreakdown extends Page<NodeGroup> {
  total: number;
  paperCount: number;
  sum: number;
  ungroupedCount: number;
}

/** Counts papers by one or two dimensions. The values of a dimension are determined once for each graph. */
export class Breakdowns {
  readonly #graph: MemoryGraph;
  readonly #values = new Map<Dimension, DimensionValues>();

  constructor(graph: MemoryGraph) {
    this.#graph = graph;
  }

  /** @param entity whose papers are counted; undefined: all papers */
  *page(entity: number | undefined, request: BreakdownRequest, tests: FilterTests): Steps<NodeBreakdown> {
    const papers = this.#papers(entity, request, tests);
    const dimensions = request.by.map((dimension) => this.#valuesOf(dimension, entity, papers, tests));
    const [first, second] = dimensions as [DimensionValues, DimensionValues?];
    yield;
    const groups = yield* groupCounts(papers, first, second);
    const { total, ...page } = pageOf(
      { length: groups.papers.length, entry: (index) => index, isRanked: false },
      {
        first: request.first,
        columns: sortColumns(groups),
        after: request.after && positionAfter(request.after, dimensions),
        backward: request.backward,
        passes: undefined,
        count: true,
      },
    );
    return {
      ...page,
      entries: page.entries.map((group) => groupOf(groups, group, request.by, dimensions)),
      total: total ?? 0,
      paperCount: papers.length,
      sum: groups.sum,
      ungroupedCount: groups.ungrouped,
    };
  }

  #papers(entity: number | undefined, { filter }: BreakdownRequest, tests: FilterTests): Uint32Array {
    const { ids, ranges, rows } = this.#graph;
    const papers =
      entity === undefined
        ? nodesOf(ranges.PAPER)
        : targetsOf(rows[kindRow(kindOf(ids[entity] ?? '')).papersAlong ?? 'citedBy'], entity);
    const passes = tests.ofPapers(filter);
    return passes ? papers.filter(passes) : papers;
  }

  #valuesOf(
    dimension: Dimension,
    entity: number | undefined,
    papers: Uint32Array,
    tests: FilterTests,
  ): DimensionValues {
    if (dimension === 'COLLABORATOR') {
      return collaboratorValues(this.#graph, entity ?? 0, papers, tests.ofJointPapers(undefined));
    }
    const known = this.#values.get(dimension);
    if (known) return known;
    const values = dimensionValues[dimension](this.#graph);
    this.#values.set(dimension, values);
    return values;
  }
}

const sortColumns = ({ first, second, papers }: GroupCounts) => [
  (group: number) => 0 - (papers[group] ?? 0),
  (group: number) => first[group] ?? 0,
  (group: number) => second[group] ?? 0,
];

/** The position of a cursor as column values. */
const positionAfter = ([papers, ...texts]: SortValues, dimensions: readonly DimensionValues[]): number[] => [
  Number(papers),
  ...dimensions.map((values, index) => valueOf(values, String(texts[index]))),
];

/** The value with the text; if there is none, half a value before the first one with a later text. */
const valueOf = ({ range, text }: DimensionValues, wanted: string): number => {
  const isNotBefore = (index: number) => compareTexts(text(range.start + index), wanted) >= 0;
  const value = range.start + firstIndex(range.end - range.start, isNotBefore);
  return value < range.end && text(value) === wanted ? value : value - 0.5;
};

const groupOf = (
  { first, second, papers }: GroupCounts,
  group: number,
  by: readonly Dimension[],
  dimensions: readonly DimensionValues[],
): NodeGroup => ({
  keys: dimensions.map(({ text, hasEntities }, index) => {
    const value = (index === 0 ? first : second)[group] ?? 0;
    return { dimension: by[index] as Dimension, value: text(value), node: hasEntities ? value : null };
  }),
  paperCount: papers[group] ?? 0,
});
