import { entityDimensions, type BreakdownRequest, type Dimension } from '../../graph/breakdown.ts';
import { runCooperatively, runInSlices } from '../../graph/cooperativeScheduler.ts';
import { compareTexts } from '../../graph/model/compareTexts.ts';
import { kindOf } from '../../graph/model/ids.ts';
import { kindRow } from '../../graph/model/kinds.ts';
import type { SortValues } from '../../graph/model/orders.ts';
import type { Page } from '../../graph/model/pages.ts';
import { nodesOf, targetsOf } from '../algorithms/adjacency.ts';
import { filteredNodes } from '../algorithms/filteredNodes.ts';
import { firstIndex } from '../algorithms/firstIndex.ts';
import { groupCounts, type GroupCounts } from '../algorithms/groupCounts.ts';
import { pageOf } from '../algorithms/pageOf.ts';
import type { Steps } from '../algorithms/steps.ts';
import type { MemoryGraph } from '../memoryGraph.ts';
import { computedOnce } from './computedOnce.ts';
import { collaboratorValues, dimensionValues, type DimensionValues } from './dimensionValues.ts';
import type { FilterTests } from './filterTests.ts';
import type { SearchContext } from './searchContext.ts';

/**
 * The value of a group in one dimension, for example the topic of a group of papers. An entity is given by its node
 * number, because its record is read later.
 */
interface NodeGroupKey {
  dimension: Dimension;
  value: string;
  node: number | null;
}

interface NodeGroup {
  keys: readonly NodeGroupKey[];
  paperCount: number;
}

interface NodeBreakdown extends Page<NodeGroup> {
  total: number;
  paperCount: number;
  sum: number;
  ungroupedCount: number;
}

/** Counts papers by one or two dimensions. The values of a dimension are computed only once for each graph. */
export class Breakdowns {
  readonly #graph: MemoryGraph;
  readonly #values = new Map<Dimension, () => Promise<DimensionValues>>();

  constructor(graph: MemoryGraph) {
    this.#graph = graph;
  }

  /**
   * @param entity the node of the entity whose papers are counted; undefined counts all papers
   * @throws the reason of the signal if it aborts
   */
  async page(
    entity: number | undefined,
    request: BreakdownRequest,
    { tests, signal }: SearchContext,
  ): Promise<NodeBreakdown> {
    const papers = await runCooperatively(this.#papers(entity, request, tests), signal);
    const dimensions: DimensionValues[] = [];
    for (const dimension of request.by) {
      const values =
        dimension === 'COLLABORATOR'
          ? runInSlices(this.#collaborators(entity ?? 0, papers, tests), signal)
          : this.#valuesOf(dimension);
      dimensions.push(await values);
    }
    return runInSlices(this.#counted(papers, request, dimensions), signal);
  }

  *#counted(
    papers: Uint32Array,
    request: BreakdownRequest,
    dimensions: readonly DimensionValues[],
  ): Steps<NodeBreakdown> {
    const [first, second] = dimensions as [DimensionValues, DimensionValues?];
    const groups = yield* groupCounts(papers, first, second);
    const values = request.values && new Set(request.values.map((value) => valueOf(first, value)));
    const passes = values && ((group: number) => values.has(groups.first.at(group)));
    const { total, ...page } = yield* pageOf(
      { length: groups.papers.length, entry: (index) => index, isRanked: false },
      {
        first: request.first,
        columns: sortColumns(groups),
        after: request.after && positionAfter(request.after, dimensions),
        backward: request.backward,
        passes,
        count: true,
      },
    );
    return {
      ...page,
      entries: page.entries.map((group) => groupOf(groups, group, request.by, dimensions)),
      total: total ?? 0,
      paperCount: papers.length,
      sum: passes ? sumOf(groups, passes) : groups.sum,
      ungroupedCount: groups.ungrouped,
    };
  }

  *#papers(entity: number | undefined, { filter }: BreakdownRequest, tests: FilterTests): Steps<Uint32Array> {
    const { ids, ranges, rows } = this.#graph;
    const papers =
      entity === undefined
        ? nodesOf(ranges.PAPER)
        : targetsOf(rows[kindRow(kindOf(ids[entity] ?? '')).papersAlong ?? 'citedBy'], entity);
    const passes = tests.ofPapers(filter);
    return passes ? yield* filteredNodes(papers, passes) : papers;
  }

  #collaborators(author: number, papers: Uint32Array, tests: FilterTests): Steps<DimensionValues> {
    return collaboratorValues(this.#graph, author, papers, tests.ofJointPapers(undefined));
  }

  #valuesOf(dimension: Exclude<Dimension, 'COLLABORATOR'>): Promise<DimensionValues> {
    const values =
      this.#values.get(dimension) ??
      computedOnce(() => runCooperatively(dimensionValues[dimension](this.#graph)));
    this.#values.set(dimension, values);
    return values();
  }
}

const sortColumns = ({ first, second, papers }: GroupCounts) => [
  (group: number) => 0 - papers.at(group),
  (group: number) => first.at(group),
  (group: number) => (second.length > 0 ? second.at(group) : 0),
];

/** Converts the sort values of a cursor to the numbers by which groups are sorted. */
const positionAfter = ([papers, ...texts]: SortValues, dimensions: readonly DimensionValues[]): number[] => [
  Number(papers),
  ...dimensions.map((values, index) => valueOf(values, String(texts[index]))),
];

/**
 * Returns the number of the value with this text. If there is none, returns a number between those of the values before
 * and after it.
 */
const valueOf = ({ range, text }: DimensionValues, wanted: string): number => {
  const isNotBefore = (index: number) => compareTexts(text(range.start + index), wanted) >= 0;
  const value = range.start + firstIndex(range.end - range.start, isNotBefore);
  return value < range.end && text(value) === wanted ? value : value - 0.5;
};

/** The sum of the paper counts of all groups that pass the test. */
const sumOf = ({ papers }: GroupCounts, passes: (group: number) => boolean): number => {
  let sum = 0;
  for (let group = 0; group < papers.length; group += 1) if (passes(group)) sum += papers.at(group);
  return sum;
};

const groupOf = (
  { first, second, papers }: GroupCounts,
  group: number,
  by: readonly Dimension[],
  dimensions: readonly DimensionValues[],
): NodeGroup => ({
  keys: dimensions.map(({ text }, index) => {
    const dimension = by[index] as Dimension;
    const value = (index === 0 ? first : second).at(group);
    return { dimension, value: text(value), node: entityDimensions.has(dimension) ? value : null };
  }),
  paperCount: papers.at(group),
});
