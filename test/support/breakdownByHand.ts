import type { BreakdownPage, BreakdownRequest, Dimension } from '../../src/graph/breakdown.ts';
import type { ActivityYear } from '../../src/graph/authorActivity.ts';
import { bytes, type HandGraph, type HandPaper } from './byHand.ts';
import { paperPasses } from './relationsByHand.ts';

/* Papers grouped in the slow and obvious way: for each pair of values, those papers that have both. */

export interface HandGroup {
  values: string[];
  paperCount: number;
}

export interface HandBreakdown {
  groups: HandGroup[];
  paperCount: number;
  sum: number;
  ungroupedCount: number;
}

export type HandScope = Pick<BreakdownRequest, 'entityId' | 'filter' | 'values'>;

const distinct = (values: readonly string[]): string[] => [...new Set(values)];

const valuesOf = (graph: HandGraph, paper: HandPaper, dimension: Dimension, scopeId = ''): string[] => {
  switch (dimension) {
    case 'YEAR':
      return paper.year === null ? [] : [String(paper.year)];
    case 'TOPIC':
      return [...paper.topics.keys()];
    case 'FIELD': // the records of drawn graphs have keywords only
      return [];
    case 'INSTITUTION':
      return paper.institutions;
    case 'COUNTRY':
      return distinct(paper.institutions.flatMap((id) => graph.institutions.get(id)?.countryCode ?? []));
    case 'VENUE':
      return paper.record.venueName === undefined ? [] : [paper.record.venueName];
    case 'PAPER_TYPE':
      return paper.record.paperType === undefined ? [] : [paper.record.paperType];
    case 'AUTHOR':
      return paper.authors.map(({ id }) => id);
    case 'COLLABORATOR':
      return paper.n < 2 || paper.n > 100
        ? []
        : paper.authors.map(({ id }) => id).filter((id) => id !== scopeId);
  }
};

/** Whether a paper is an entity's: written by it, from it, about it, or citing it. */
export const isOfEntity = (graph: HandGraph, paper: HandPaper, id: string): boolean =>
  paper.authors.some((author) => author.id === id) ||
  paper.institutions.includes(id) ||
  paper.topics.has(id) ||
  (graph.papers.some((each) => each.id === id) && paper.references.includes(id));

export const breakdownByHand = (
  graph: HandGraph,
  { entityId, filter = {}, values: wanted }: HandScope,
  by: readonly Dimension[],
): HandBreakdown => {
  const papers = graph.papers
    .filter((paper) => entityId === undefined || isOfEntity(graph, paper, entityId))
    .filter((paper) => paperPasses(graph, paper, filter));
  const values = by.map((dimension) =>
    distinct(papers.flatMap((paper) => valuesOf(graph, paper, dimension, entityId))),
  );
  const combinations = values.reduce<string[][]>(
    (rows, column) => rows.flatMap((row) => column.map((value) => [...row, value])),
    [[]],
  );
  const has = (paper: HandPaper, combination: readonly string[]): boolean =>
    by.every((dimension, index) => valuesOf(graph, paper, dimension, entityId).includes(combination[index]!));
  const groups = combinations
    .map((combination) => ({
      values: combination,
      paperCount: papers.filter((paper) => has(paper, combination)).length,
    }))
    .filter(({ paperCount, values: [first = ''] }) => paperCount > 0 && (wanted?.includes(first) ?? true))
    .sort(
      (a, b) =>
        b.paperCount - a.paperCount ||
        a.values.map((value, index) => bytes(value, b.values[index]!)).find((order) => order !== 0)! ||
        0,
    );
  return {
    groups,
    paperCount: papers.length,
    sum: groups.reduce((sum, { paperCount }) => sum + paperCount, 0),
    ungroupedCount: papers.filter((paper) => !combinations.some((each) => has(paper, each))).length,
  };
};

/** A store's answer in the form of those by hand. */
export const asHandGroups = ({ entries }: BreakdownPage): HandGroup[] =>
  entries.map(({ node: { keys, paperCount } }) => ({ values: keys.map(({ value }) => value), paperCount }));

/** An author's years, each counted from all papers. */
export const activityByHand = (graph: HandGraph, author: string): ActivityYear<string>[] => {
  const own = graph.papers.filter(({ authors }) => authors.some(({ id }) => id === author));
  const joint = own.filter(({ n }) => n >= 2 && n <= 100);
  const collaborators = distinct(joint.flatMap(({ authors }) => authors.map(({ id }) => id))).filter(
    (id) => id !== author,
  );
  const firstYears = collaborators.map((id) => {
    const years = joint
      .filter(({ authors }) => authors.some((each) => each.id === id))
      .flatMap(({ year }) => year ?? []);
    return years.length === 0 ? null : Math.min(...years);
  });
  const citing = own.flatMap(({ id }) => graph.papers.filter(({ references }) => references.includes(id)));
  const years = new Set([...own, ...citing].map(({ year }) => year));
  return [...years]
    .filter((year) => year !== null)
    .sort((a, b) => a - b)
    .map((year) => {
      const papers = own.filter((paper) => paper.year === year);
      const topics = distinct(papers.flatMap((paper) => [...paper.topics.keys()])).map((topic) => ({
        topic,
        paperCount: papers.filter((paper) => paper.topics.has(topic)).length,
      }));
      return {
        year,
        paperCount: papers.length,
        citationCount: citing.filter((paper) => paper.year === year).length,
        newCollaboratorCount: firstYears.filter((first) => first === year).length,
        topics: topics.sort((a, b) => b.paperCount - a.paperCount || bytes(a.topic, b.topic)),
      };
    });
};
