import { LAST } from '../../graph/model/orders.ts';
import { namedKinds, type NamedKind } from '../../graph/model/kinds.ts';
import { degree } from '../../memory/algorithms/adjacency.ts';
import { UNKNOWN } from '../../memory/algorithms/paperColumns.ts';
import type { MemoryGraph } from '../../memory/memoryGraph.ts';
import { citationCountOf, citationsOf } from '../../memory/queries/citations.ts';
import type { StoreContents } from '../../memory/storeContents.ts';
import { keptKey } from '../cypher/keptStatements.ts';
import { labels } from '../cypher/nodeProjection.ts';
import { storedCounts } from '../import/deriveStatements.ts';
import { nameProperties } from '../import/nameProperties.ts';
import { paperProperties } from '../import/paperRow.ts';
import type { BulkTable } from './bulkTable.ts';
import type { CsvRow } from './csvColumns.ts';

/**
 * The tables of nodes for the offline import, with the same properties that an ordinary import writes. Nodes without a
 * column `:ID` have no relationships.
 */
export const nodeTables = (contents: StoreContents): BulkTable[] => {
  const tables: Readonly<Record<string, () => Iterable<CsvRow>>> = {
    ...Object.fromEntries(namedKinds.map((kind) => [labels[kind], () => namedRows(contents, kind)])),
    [labels.PAPER]: () => paperRows(contents),
    Key: () => contents.aliases(),
    Missing: () => missingRows(contents),
    Kept: () => keptRows(contents),
    Document: () => documentRows(contents),
    Graph: () => [graphRow(contents.graph)],
  };
  return Object.entries(tables).map(([name, rows]) => ({ option: 'nodes', name, rows }));
};

const namedRows = function* (contents: StoreContents, kind: NamedKind): Iterable<CsvRow> {
  const { rows } = contents.graph;
  for (const { node, id, keys, name, facts } of contents.named(kind)) {
    const { alternativeNames = [] } = facts as { alternativeNames?: readonly string[] };
    const row: Record<string, unknown> = {
      ':ID': node,
      id,
      keys,
      ...facts,
      ...nameProperties(name, alternativeNames),
    };
    for (const { count, sortKey, relation } of storedCounts(kind)) {
      const neighbors = degree(rows[relation], node);
      row[count] = neighbors;
      row[sortKey] = -neighbors;
    }
    yield row;
  }
};

const paperRows = function* (contents: StoreContents): Iterable<CsvRow> {
  const { graph } = contents;
  for (const { node, fields } of contents.papers()) {
    const citations = citationCountOf(graph, node);
    yield {
      ':ID': node,
      ...paperProperties(fields),
      storedCitations: citationsOf(graph, node).stored,
      mostCited: citations === UNKNOWN ? LAST : -citations,
    };
  }
};

/** The number of the first node for a missing paper, that is, a paper that is referred to but not stored. */
export const firstMissing = ({ graph }: StoreContents): number => graph.ids.length;

const missingRows = function* (contents: StoreContents): Iterable<CsvRow> {
  let node = firstMissing(contents);
  for (const { key, references } of contents.missingPapers()) yield { ':ID': node++, key, references };
};

const keptRows = function* (contents: StoreContents): Iterable<CsvRow> {
  for (const { type, id, text } of contents.kept()) yield { key: keptKey({ type, id }), type, id, text };
};

const documentRows = function* (contents: StoreContents): Iterable<CsvRow> {
  for (const [name, text] of contents.documents()) yield { name, text };
};

const graphRow = ({ version, asOf, cap }: MemoryGraph): CsvRow => ({
  id: 'graph',
  dataVersion: version,
  asOf,
  unfinished: false,
  collaborationCap: cap,
  citationsAreCounted: true,
});
