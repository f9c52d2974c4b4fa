import type { EntityKind } from '../../graph/model/entityKinds.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import { kindRow, perKind, type NamedKind } from '../../graph/model/kinds.ts';
import { LAST } from '../../graph/model/orders.ts';
import { UNKNOWN } from '../../memory/algorithms/paperColumns.ts';
import type { ChangeReader } from '../../memory/build/readGraphDelta.ts';
import type {
  ChangedAffiliation,
  ChangedEdge,
  ChangedNamed,
  ChangedPaper,
  ReadRelationKind,
} from '../../memory/build/graphDelta.ts';
import type { TransactionRun } from '../connection/database.ts';
import type { Statement } from '../cypher/statement.ts';
import { changedAffiliations, changedEdges, changedNodes, changesSince } from './changeStatements.ts';
import { storedRelations, type PaperPage } from './readTopology.ts';
import { topologyState } from './topologyStatements.ts';

/**
 * The columns of a page of nodes, whatever their kind: the columns of papers, `before` for authors, topics and
 * institutions, and one column for each field by which lists are filtered.
 */
type NodeColumns = PaperPage & { before: string[] } & Record<string, unknown[]>;

interface EdgeColumns {
  kind: ReadRelationKind;
  end: 'source' | 'target';
  sources: EntityId[];
  targets: EntityId[];
  values: number[];
}

const nodeStatements = perKind(changedNodes);
const edgeStatement = changedEdges(storedRelations);

/** Every statement that an update of the graph in memory sends. */
export const updateStatements: readonly Statement[] = [
  topologyState,
  changesSince,
  ...Object.values(nodeStatements),
  edgeStatement,
  changedAffiliations,
];

/** Reads entities and edges in a transaction, for an update of the graph in memory. */
export class Neo4jChangeReader implements ChangeReader {
  readonly #run: TransactionRun;

  constructor(run: TransactionRun) {
    this.#run = run;
  }

  async papers(ids: readonly EntityId[]): Promise<ChangedPaper[]> {
    const [page] = await this.#rows<NodeColumns>(nodeStatements.PAPER, ids);
    return (page?.ids ?? []).map((id, index) => {
      const number = (column: keyof PaperPage): number => Number(page?.[column][index]);
      const day = number('days');
      const numbers = {
        days: day === LAST ? UNKNOWN : day,
        years: number('years'),
        citations: number('citations'),
        teamSizes: number('teamSizes'),
        authorCounts: number('authorCounts'),
        hasCode: number('hasCode'),
      };
      return { id, numbers, words: wordsOf('PAPER', page, index) };
    });
  }

  async named(kind: NamedKind, ids: readonly EntityId[]): Promise<ChangedNamed[]> {
    const [page] = await this.#rows<NodeColumns>(nodeStatements[kind], ids);
    return (page?.ids ?? []).map((id, index) => ({
      id,
      words: wordsOf(kind, page, index),
      before: page?.before[index] === '' ? undefined : page?.before[index],
    }));
  }

  async edges(ids: readonly EntityId[]): Promise<Record<ReadRelationKind, ChangedEdge[]>> {
    const read = new Set(ids);
    const edges: Partial<Record<string, ChangedEdge[]>> = {};
    for (const { kind } of storedRelations) edges[kind] = [];
    for (const { kind, end, sources, targets, values } of await this.#rows<EdgeColumns>(edgeStatement, ids)) {
      sources.forEach((source, index) => {
        // an edge between two nodes of `ids` is read twice, from each of its ends; it is kept once
        if (end === 'target' && read.has(source)) return;
        const value = values[index] ?? -1;
        edges[kind]?.push({ source, target: targets[index] ?? '', value: value < 0 ? NaN : value });
      });
    }
    return edges as Record<ReadRelationKind, ChangedEdge[]>;
  }

  async affiliations(paperIds: readonly EntityId[]): Promise<ChangedAffiliation[]> {
    const [row] = await this.#rows<{ affiliations: ChangedAffiliation[] }>(changedAffiliations, paperIds);
    return row?.affiliations ?? [];
  }

  async #rows<Row>(statement: Statement, ids: readonly EntityId[]): Promise<Row[]> {
    if (ids.length === 0) return [];
    const { rows } = await this.#run<Row>(statement, { ids });
    return rows;
  }
}

const wordsOf = (kind: EntityKind, page: NodeColumns | undefined, index: number): Record<string, string> =>
  Object.fromEntries(kindRow(kind).words.map((field) => [field, (page?.[field]?.[index] ?? '') as string]));
