import { compareTexts } from '../../graph/model/compareTexts.ts';
import type { EntityKind } from '../../graph/model/entities.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import { LAST } from '../../graph/model/orders.ts';
import { strengthUnits } from '../../graph/units.ts';
import type { NodeRange } from '../../memory/algorithms/adjacency.ts';
import { emptyPaperColumns, UNKNOWN, type PaperColumns } from '../../memory/algorithms/paperColumns.ts';
import { buildGraphArrays, type GraphArraysSource } from '../../memory/build/graphArrays.ts';
import { runInSlices } from '../../memory/algorithms/steps.ts';
import type { MemoryGraph } from '../../memory/queries/memoryGraph.ts';
import type { Statement, TransactionRun } from '../connection/database.ts';
import {
  topologyAffiliations,
  topologyAuthorships,
  topologyBroader,
  topologyCitations,
  topologyNodes,
  topologyTopics,
} from './topologyStatements.ts';
import { GrowingEdges, NodeNumbering, WordNumbers, type EdgePage, type NodePage } from './topologyColumns.ts';

/** Nodes a statement: it bounds what the database and this process hold of rows at a time. */
const PAGE = 10_000;

/** What is stored of the graph's topology, in one state. */
export interface Topology {
  source: GraphArraysSource;
  numbering: NodeNumbering;
  types: WordNumbers;
  venues: WordNumbers;
}

/** Reads the stored topology. The caller sees to it that nothing is written meanwhile. */
export const readTopology = (run: TransactionRun, version: number, cap: number): Promise<Topology> =>
  new TopologyReading(run).read(version, cap);

/** Builds the graph arrays of a topology. Takes a second for 80,000 papers, in which others have their slices. */
export const memoryGraphOf = async ({ source, numbering, types, venues }: Topology): Promise<MemoryGraph> => {
  const { ids, nodeOfId } = numbering;
  const arrays = await runInSlices(buildGraphArrays(source));
  return { arrays, ids, types, venues, nodeOf: (id) => nodeOfId.get(id) };
};

interface PaperPage extends NodePage {
  days: number[];
  years: number[];
  citations: number[];
  teamSizes: number[];
  authorCounts: number[];
  types: string[];
  venues: string[];
  hasCode: boolean[];
}

interface NamedPage extends NodePage {
  folded: string[];
  names: string[];
}

interface Pages {
  AUTHOR: NodePage;
  INSTITUTION: NamedPage;
  PAPER: PaperPage;
  TOPIC: NamedPage;
}

/** The papers of a page: behind one id, up to another. */
interface PaperSpan {
  after: EntityId;
  last: EntityId;
}

class TopologyReading {
  readonly #numbering = new NodeNumbering();
  readonly #types = new WordNumbers();
  readonly #venues = new WordNumbers();
  readonly #run: TransactionRun;

  constructor(run: TransactionRun) {
    this.#run = run;
  }

  async read(version: number, cap: number): Promise<Topology> {
    const authors = await this.#nodes('AUTHOR');
    const institutions = await this.#named('INSTITUTION');
    const papers = await this.#papers();
    const topics = await this.#named('TOPIC');
    const { spans, columns } = papers;
    const authorships = await this.#edges(topologyAuthorships, spans);
    const about = await this.#edges(topologyTopics, spans, (score) => (score < 0 ? NaN : score));
    const affiliations = await this.#edges(
      topologyAffiliations,
      spans,
      (number) => this.#numbering.nodeOf(number) ?? 0,
    );
    const source: GraphArraysSource = {
      version,
      ranges: { authors, institutions: institutions.range, papers: papers.range, topics: topics.range },
      columns,
      authorships: { ...authorships, positions: Uint32Array.from(authorships.values) },
      about: { ...about, scores: about.values },
      affiliations: {
        papers: affiliations.sources,
        authors: affiliations.targets,
        institutions: Uint32Array.from(affiliations.values),
      },
      citations: await this.#edges(topologyCitations, spans),
      broader: await this.#edges(topologyBroader, [{}]),
      institutionsByName: institutions.byName,
      topicsByName: topics.byName,
      cap,
      strengthOf: strengthUnits,
    };
    return { source, numbering: this.#numbering, types: this.#types, venues: this.#venues };
  }

  /** All nodes of a kind, told page by page. */
  async #nodes<Kind extends EntityKind>(
    kind: Kind,
    onPage: (page: Pages[Kind], span: PaperSpan) => void = () => undefined,
  ): Promise<NodeRange> {
    const start = this.#numbering.ids.length;
    let after = '';
    for (;;) {
      const page = await this.#row<Pages[Kind]>(topologyNodes(kind), { after, size: PAGE });
      this.#numbering.add(page);
      const last = page.ids.at(-1);
      if (last !== undefined) onPage(page, { after, last });
      if (last === undefined || page.ids.length < PAGE) return { start, end: this.#numbering.ids.length };
      after = last;
    }
  }

  async #named(kind: 'INSTITUTION' | 'TOPIC'): Promise<{ range: NodeRange; byName: Uint32Array }> {
    const named: { folded: string; name: string; node: number }[] = [];
    const first = this.#numbering.ids.length;
    const range = await this.#nodes(kind, ({ folded, names }) => {
      folded.forEach((each, index) =>
        named.push({ folded: each, name: names[index] ?? '', node: first + named.length }),
      );
    });
    named.sort((a, b) => compareTexts(a.folded, b.folded) || compareTexts(a.name, b.name) || a.node - b.node);
    return { range, byName: Uint32Array.from(named, ({ node }) => node) };
  }

  async #papers(): Promise<{ range: NodeRange; spans: PaperSpan[]; columns: PaperColumns }> {
    const pages: PaperColumns[] = [];
    const spans: PaperSpan[] = [];
    const range = await this.#nodes('PAPER', (page, span) => {
      pages.push(this.#columns(page));
      spans.push(span);
    });
    const columns = emptyPaperColumns(range);
    let place = 0;
    for (const page of pages) {
      const { start: _, ...values } = page;
      for (const name of Object.keys(values) as (keyof typeof values)[]) columns[name].set(page[name], place);
      place += page.years.length;
    }
    return { range, spans, columns };
  }

  #columns(page: PaperPage): PaperColumns {
    return {
      start: 0,
      days: Int32Array.from(page.days, (day) => (day === LAST ? UNKNOWN : day)),
      years: Int16Array.from(page.years),
      citations: Int32Array.from(page.citations),
      teamSizes: Uint32Array.from(page.teamSizes),
      authorCounts: Int32Array.from(page.authorCounts),
      types: Uint32Array.from(page.types, (type) => this.#types.of(type)),
      venues: Uint32Array.from(page.venues, (venue) => this.#venues.of(venue)),
      hasCode: Uint8Array.from(page.hasCode, Number),
    };
  }

  async #edges(
    statement: Statement,
    pages: readonly object[],
    valueOf?: (value: number) => number,
  ): Promise<ReturnType<GrowingEdges['finished']>> {
    const edges = new GrowingEdges(this.#numbering);
    for await (const page of this.#rows<EdgePage>(statement, pages)) edges.add(page, valueOf);
    return edges.finished();
  }

  /** Row by row. The database works on the next one while this one is taken in. */
  async *#rows<Row>(statement: Statement, pages: readonly object[]): AsyncGenerator<Row> {
    let coming: Promise<Row> | undefined;
    for (const page of pages) {
      const next = this.#row<Row>(statement, page);
      next.catch(() => undefined); // it is awaited below, unless one before it fails too
      if (coming) yield await coming;
      coming = next;
    }
    if (coming) yield await coming;
  }

  async #row<Row>(statement: Statement, parameters: object): Promise<Row> {
    const { rows } = await this.#run<Row>(statement, parameters);
    if (!rows[0]) throw new Error(`The statement "${statement.name}" has no row.`);
    return rows[0];
  }
}
