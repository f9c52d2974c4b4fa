import { plainEdge, type Edge } from '../../graph/model/edges.ts';
import type { Entity, EntityKind } from '../../graph/model/entities.ts';
import type {
  AuthorFilter,
  InstitutionFilter,
  ListFilter,
  PaperFilter,
  TopicFilter,
} from '../../graph/model/filters.ts';
import type { OrderKey } from '../../graph/model/orders.ts';
import type { ListPageRequest, Page } from '../../graph/model/pages.ts';
import {
  at,
  degree,
  nodesOf,
  rowEnd,
  rowStart,
  type Adjacency,
  type NodeRange,
} from '../../memory/algorithms/adjacency.ts';
import { pageOf } from '../../memory/algorithms/pageOf.ts';
import type { LoadedGraph } from './loadGraph.ts';
import type { PaperPredicates } from '../../memory/queries/paperPredicates.ts';
import type { Records } from './records.ts';
import type { EntryReaders, SortColumns } from './sortColumns.ts';

type NodePredicate = (node: number) => boolean;

/** Pages of all entities of a kind. An order is worked out once and kept. */
export class ListPages {
  readonly #graph: LoadedGraph;
  readonly #records: Records;
  readonly #columns: SortColumns;
  readonly #predicates: PaperPredicates;
  readonly #sequences = new Map<string, Uint32Array>();

  constructor(graph: LoadedGraph, records: Records, columns: SortColumns, predicates: PaperPredicates) {
    this.#graph = graph;
    this.#records = records;
    this.#columns = columns;
    this.#predicates = predicates;
  }

  page(kind: EntityKind, request: ListPageRequest): Page {
    const columns = this.#columns.of(request.order, this.#readers(kind));
    const sequence = this.#sequence(kind, request.order);
    const page = pageOf(
      { length: sequence.length, entry: (index) => at(sequence, index), isRanked: true },
      {
        first: request.first,
        columns,
        after: this.#columns.after(request.order, kind, request.after),
        passes: request.filter && this.#passes(kind, request.filter),
        count: request.count,
      },
    );
    const entries = page.entries.map((node) => ({
      node: this.#records.entity(node),
      edge: this.#edge(kind, node),
    }));
    const result: Page = { entries, hasNext: page.hasNext, hasPrevious: page.hasPrevious };
    return page.total === undefined ? result : { ...result, total: page.total };
  }

  #sequence(kind: EntityKind, order: readonly OrderKey[]): Uint32Array {
    if (order[0] === 'folded' && kind !== 'PAPER') return this.#graph.byName[kind];
    const name = `${kind} ${order.join(' ')}`;
    const kept = this.#sequences.get(name);
    if (kept) return kept;
    const columns = this.#columns.of(order, this.#readers(kind));
    const sequence = nodesOf(this.#range(kind)).sort((a, b) => {
      for (const column of columns) {
        const difference = column(a) - column(b);
        if (difference !== 0) return difference;
      }
      return 0;
    });
    this.#sequences.set(name, sequence);
    return sequence;
  }

  #range(kind: EntityKind): NodeRange {
    const { authors, institutions, papers, topics } = this.#graph.arrays.ranges;
    return { AUTHOR: authors, INSTITUTION: institutions, PAPER: papers, TOPIC: topics }[kind];
  }

  #readers(kind: EntityKind): EntryReaders {
    const { arrays } = this.#graph;
    const papers: Record<EntityKind, (node: number) => number> = {
      AUTHOR: (node) => degree(arrays.authorPapers, node),
      INSTITUTION: (node) => degree(arrays.institutionPapers, node),
      PAPER: () => 1,
      TOPIC: (node) => degree(arrays.topicPapers, node),
    };
    return {
      node: (node) => node,
      papers: papers[kind],
      collaborators: (node) => degree(arrays.collaborators, node),
    };
  }

  #edge(kind: EntityKind, node: number): Edge {
    if (kind !== 'AUTHOR') return plainEdge;
    return { ...plainEdge, collaboratorCount: degree(this.#graph.arrays.collaborators, node) };
  }

  #passes(kind: EntityKind, filter: ListFilter): NodePredicate | undefined {
    if (kind === 'PAPER') return this.#predicates.ofPapers(filter as PaperFilter);
    if (kind === 'AUTHOR') return this.#authorPasses(filter as AuthorFilter);
    const matches =
      (test: (entity: Entity) => boolean): NodePredicate =>
      (node) =>
        test(this.#records.entity(node));
    if (kind === 'TOPIC') {
      const { level } = filter as TopicFilter;
      return level && matches((entity) => entity.kind === 'TOPIC' && entity.level === level);
    }
    return matches(
      (entity) => entity.kind === 'INSTITUTION' && institutionPasses(entity, filter as InstitutionFilter),
    );
  }

  #authorPasses({ topicIds, institutionIds, countryCodes }: AuthorFilter): NodePredicate {
    const { topicAuthors, institutionAuthors, ranges } = this.#graph.arrays;
    const sets: Set<number>[] = [];
    if (topicIds) sets.push(targetsOf(topicAuthors, this.#predicates.topicsWithin(topicIds)));
    if (institutionIds)
      sets.push(
        targetsOf(
          institutionAuthors,
          institutionIds.flatMap((id) => this.#records.nodeOf(id) ?? []),
        ),
      );
    if (countryCodes) {
      const inCountry = nodesOf(ranges.institutions).filter((node) => {
        const entity = this.#records.entity(node);
        return entity.kind === 'INSTITUTION' && institutionPasses(entity, { countryCodes });
      });
      sets.push(targetsOf(institutionAuthors, inCountry));
    }
    return (node) => sets.every((set) => set.has(node));
  }
}

const institutionPasses = (
  institution: Extract<Entity, { kind: 'INSTITUTION' }>,
  { countryCodes, institutionTypes }: InstitutionFilter,
): boolean =>
  (!countryCodes || (institution.countryCode !== null && countryCodes.includes(institution.countryCode))) &&
  (!institutionTypes ||
    (institution.institutionType !== null && institutionTypes.includes(institution.institutionType)));

const targetsOf = (rows: Adjacency, nodes: Iterable<number>): Set<number> => {
  const targets = new Set<number>();
  for (const node of nodes) {
    for (let slot = rowStart(rows, node); slot < rowEnd(rows, node); slot += 1)
      targets.add(at(rows.targets, slot));
  }
  return targets;
};
