import { compareTexts } from '../../graph/model/compareTexts.ts';
import { entityKinds, type EntityKind } from '../../graph/model/entityKinds.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import { LAST } from '../../graph/model/orders.ts';
import { relationNames, relationRow, type RelationKind } from '../../graph/model/relations.ts';
import { kindRow, perKind, perNamedKind } from '../../graph/model/kinds.ts';
import type { NodeRange } from '../../memory/algorithms/adjacency.ts';
import { emptyPaperColumns, UNKNOWN, type PaperColumns } from '../../memory/algorithms/paperColumns.ts';
import type { GraphSource } from '../../memory/build/graphSource.ts';
import { EdgeCollector, type StoredEdges } from '../../memory/build/edgeCollector.ts';
import { WordColumn } from '../../memory/build/wordColumns.ts';
import type { MemoryGraph } from '../../memory/memoryGraph.ts';
import type { TransactionRun } from '../connection/database.ts';
import type { Statement } from '../cypher/statement.ts';
import { pagedKind, topologyAffiliations, topologyEdges, topologyNodes } from './topologyStatements.ts';
import { NodeNumbering, type EdgePage, type NodePage } from './topologyColumns.ts';

/**
 * How many nodes one statement reads. This limits the memory that the rows take in the database and in this process.
 */
const PAGE_SIZE = 10_000;

/** Reads what the memory graph is built from. The caller makes sure that nothing is written during the read. */
export const readTopology = (
  run: TransactionRun,
  state: Pick<MemoryGraph, 'version' | 'asOf' | 'cap'>,
): Promise<GraphSource> => new TopologyReading(run).read(state);

export interface PaperPage extends NodePage {
  days: number[];
  years: number[];
  citations: number[];
  teamSizes: number[];
  authorCounts: number[];
  hasCode: boolean[];
}

/**
 * A page of nodes of any kind. It has the columns of papers, the columns of authors, topics and institutions, and one
 * column for each field whose words can be searched.
 */
type AnyPage = NodePage & PaperPage & { folded: string[]; names: string[] } & Record<string, unknown[]>;

/**
 * The stored relations, each in the direction in which it is stored. WRITTEN_AT is left out, because it is computed
 * from the affiliations in authorships.
 */
export const storedRelations = relationNames
  .map(relationRow)
  .filter(({ derivation, direction, kind }) => !derivation && direction === 'OUT' && kind !== 'WRITTEN_AT');

class TopologyReading {
  readonly #numbering = new NodeNumbering();
  readonly #run: TransactionRun;

  constructor(run: TransactionRun) {
    this.#run = run;
  }

  async read(state: Pick<MemoryGraph, 'version' | 'asOf' | 'cap'>): Promise<GraphSource> {
    const pages = perKind((): AnyPage[] => []);
    const ranges = perKind((): NodeRange => ({ start: 0, end: 0 }));
    for (const kind of entityKinds) {
      const start = this.#numbering.ids.length;
      pages[kind] = await this.#pages(kind);
      ranges[kind] = { start, end: this.#numbering.ids.length };
    }
    const edges: Partial<Record<RelationKind, StoredEdges>> = {};
    for (const row of storedRelations) {
      const spans = spansOf(pages[pagedKind(row)]);
      const { values, ...ends } = await this.#edges(topologyEdges(row), spans, row.edge !== 'plain');
      edges[row.kind] = values ? { ...ends, values: values.map((value) => (value < 0 ? NaN : value)) } : ends;
    }
    const affiliations = await this.#edges(topologyAffiliations, spansOf(pages.PAPER), true);
    return {
      ...state,
      ids: this.#numbering.ids,
      ranges,
      columns: paperColumns(pages.PAPER, ranges.PAPER),
      words: perKind((kind) => wordColumns(kind, pages[kind], ranges[kind])),
      byName: perNamedKind((kind) => inNameOrder(pages[kind], ranges[kind])),
      affiliations: {
        papers: affiliations.sources,
        authors: affiliations.targets,
        institutions: Uint32Array.from(
          affiliations.values ?? [],
          (number) => this.#numbering.nodeOf(number) ?? 0,
        ),
      },
      *edgesOf(kind) {
        yield;
        return edges[kind] as StoredEdges;
      },
    };
  }

  async #pages(kind: EntityKind): Promise<AnyPage[]> {
    const pages: AnyPage[] = [];
    for (;;) {
      const after = pages.at(-1)?.ids.at(-1) ?? '';
      const page = await this.#row<AnyPage>(topologyNodes(kind), { after, size: PAGE_SIZE });
      if (page.ids.length > 0) pages.push(page);
      this.#numbering.add(page);
      if (page.ids.length < PAGE_SIZE) return pages;
    }
  }

  async #edges(statement: Statement, spans: readonly IdSpan[], hasValues: boolean): Promise<StoredEdges> {
    const collector = new EdgeCollector(hasValues);
    for await (const page of this.#rows<EdgePage>(statement, spans))
      this.#numbering.addEdges(page, collector);
    return collector.edges();
  }

  /** Reads one row for each page. While the caller processes a row, the database already works on the next one. */
  async *#rows<Row>(statement: Statement, pages: readonly object[]): AsyncGenerator<Row> {
    let pending: Promise<Row> | undefined;
    for (const page of pages) {
      const next = this.#row<Row>(statement, page);
      next.catch(() => undefined); // prevents an unhandled rejection; `await pending` below throws the error
      if (pending) yield await pending;
      pending = next;
    }
    if (pending) yield await pending;
  }

  async #row<Row>(statement: Statement, parameters: object): Promise<Row> {
    const { rows } = await this.#run<Row>(statement, parameters);
    if (!rows[0])
      throw new Error(`The statement "${statement.name}" returned no row, but it always returns one.`);
    return rows[0];
  }
}

/** The range of the ids of a page of nodes: greater than `after`, up to and including `last`. */
interface IdSpan {
  after: EntityId;
  last: EntityId;
}

const spansOf = (pages: readonly NodePage[]): IdSpan[] =>
  pages.map(({ ids }, index) => ({ after: pages[index - 1]?.ids.at(-1) ?? '', last: ids.at(-1) ?? '' }));

const inNameOrder = (pages: readonly AnyPage[], { start }: NodeRange): Uint32Array => {
  const names = pages.flatMap((page) =>
    page.folded.map((folded, index) => ({ folded, name: page.names[index] ?? '' })),
  );
  const order = Uint32Array.from(names, (_, index) => index).sort((a, b) => {
    const [one, other] = [names[a], names[b]];
    if (!one || !other) return 0;
    return compareTexts(one.folded, other.folded) || compareTexts(one.name, other.name) || a - b;
  });
  return order.map((index) => index + start);
};

const wordColumns = (
  kind: EntityKind,
  pages: readonly AnyPage[],
  range: NodeRange,
): Record<string, WordColumn> => {
  const columns: Record<string, WordColumn> = {};
  for (const field of kindRow(kind).words) {
    const column = new WordColumn(range);
    pages
      .flatMap((page) => page[field] as string[])
      .forEach((word, index) => column.set(range.start + index, word));
    columns[field] = column;
  }
  return columns;
};

const paperColumns = (pages: readonly AnyPage[], range: NodeRange): PaperColumns => {
  const columns = emptyPaperColumns(range);
  let start = 0;
  for (const page of pages) {
    columns.days.set(
      page.days.map((day) => (day === LAST ? UNKNOWN : day)),
      start,
    );
    columns.years.set(page.years, start);
    columns.citations.set(page.citations, start);
    columns.teamSizes.set(page.teamSizes, start);
    columns.authorCounts.set(page.authorCounts, start);
    columns.hasCode.set(page.hasCode.map(Number), start);
    start += page.ids.length;
  }
  return columns;
};
