import { linkRelations, mentionRelations, type LinkRelation } from '../../graph/model/listedRelations.ts';
import { relationNames, relationRow, relations, type RelationName } from '../../graph/model/relations.ts';
import { at, rowEnd, rowStart, targetsOf } from '../../memory/algorithms/adjacency.ts';
import type { CountedRows } from '../../memory/algorithms/countedRows.ts';
import { UNKNOWN_YEAR } from '../../memory/algorithms/paperColumns.ts';
import type { MemoryGraph, StoredRows } from '../../memory/memoryGraph.ts';
import type { StoreContents } from '../../memory/storeContents.ts';
import { linkProperties, pendingProperties } from '../import/linkProperties.ts';
import { pendingType } from '../import/linkStatements.ts';
import { authorshipProperties } from '../import/paperRow.ts';
import type { BulkTable } from './bulkTable.ts';
import type { CsvRow } from './csvColumns.ts';
import { firstMissing } from './nodeTables.ts';

/** The tables of relationships for the offline import, with the same properties that an ordinary import writes. */
export const relationshipTables = (contents: StoreContents): BulkTable[] => {
  const { graph } = contents;
  const table = (name: RelationName, rows: () => Iterable<CsvRow>): [string, () => Iterable<CsvRow>] => [
    relations[name].kind,
    rows,
  ];
  const tables = [
    table('authorPapers', () => authorshipRows(contents)),
    ...linkRelations.map((name) => table(name, () => linkRows(contents, name))),
    ...mentionRelations.map((name) => table(name, () => mentionRows(graph, name))),
    ...plainRelations.map((name) => table(name, () => plainRows(graph, name))),
    ...derivedRelations.map((name) => table(name, () => derivedRows(graph, name))),
    ...linkRelations.map((name) => [pendingType(name), () => pendingRows(contents, name)] as const),
  ];
  return tables.map(([name, rows]) => ({ option: 'relationships', name, rows }));
};

/**
 * The relations to write, one for each type of relationship: undirected relations, and directed ones in the direction
 * in which they are stored.
 */
const startingRelations = relationNames.filter((name) => relations[name].direction !== 'IN');
const derivedRelations = startingRelations.filter((name) => relationRow(name).derivation);
const plainRelations = startingRelations.filter((name) => {
  const { edge, isListed } = relationRow(name);
  return edge === 'plain' && !isListed;
});

const ends = (start: number, end: number): CsvRow => ({ ':START_ID': start, ':END_ID': end });

const authorshipRows = function* (contents: StoreContents): Iterable<CsvRow> {
  for (const { paper, authorship } of contents.authorships()) {
    const author = contents.graph.nodeOfId(authorship.authorId) ?? 0;
    yield { ...ends(author, paper), ...authorshipProperties(authorship) };
  }
};

const linkRows = function* (contents: StoreContents, name: LinkRelation): Iterable<CsvRow> {
  for (const { paper, target, links } of contents.links(name))
    yield { ...ends(paper, target), ...linkProperties(name, links) };
};

const pendingRows = function* (contents: StoreContents, name: RelationName): Iterable<CsvRow> {
  let missing = firstMissing(contents);
  for (const { links } of contents.missingPapers()) {
    for (const { relation, paper, score } of links)
      if (relation === name) yield { ...ends(paper, missing), ...pendingProperties(relation, score) };
    missing += 1;
  }
};

const mentionRows = function* ({ rows, ranges }: MemoryGraph, name: RelationName): Iterable<CsvRow> {
  const { values, ...adjacency } = rows[name] as StoredRows;
  for (let node = ranges.PAPER.start; node < ranges.PAPER.end; node += 1) {
    const start = rowStart(adjacency, node);
    const scores = new Map<number, number>();
    targetsOf(adjacency, node).forEach((target, index) => scores.set(target, values?.[start + index] ?? NaN));
    const inOrder = [...scores].sort(([a], [b]) => a - b);
    for (const [target, score] of inOrder)
      yield { ...ends(node, target), score: Number.isNaN(score) ? null : score };
  }
};

const plainRows = function* ({ rows, ranges }: MemoryGraph, name: RelationName): Iterable<CsvRow> {
  const { start, end } = ranges[relations[name].from];
  for (let node = start; node < end; node += 1)
    for (const target of targetsOf(rows[name], node)) yield ends(node, target);
};

/** An undirected relationship is stored once. It starts at the node with the smaller id. */
const derivedRows = function* ({ rows, ranges }: MemoryGraph, name: RelationName): Iterable<CsvRow> {
  const { from, direction } = relations[name];
  const counted = rows[name] as CountedRows;
  const { papers, firstYears, lastYears, strengths } = counted;
  const isOnce = direction === 'UNDIRECTED';
  for (let node = ranges[from].start; node < ranges[from].end; node += 1) {
    for (let slot = rowStart(counted, node); slot < rowEnd(counted, node); slot += 1) {
      const target = at(counted.targets, slot);
      if (isOnce && target < node) continue;
      yield {
        ...ends(node, target),
        papers: at(papers, slot),
        firstYear: yearOf(at(firstYears, slot)),
        lastYear: yearOf(at(lastYears, slot)),
        ...(strengths && { strength: at(strengths, slot) }),
      };
    }
  }
};

const yearOf = (year: number): number | null => (year === UNKNOWN_YEAR ? null : year);
