import type { Authorship, Edge } from '../../graph/model/edges.ts';
import type { Entity } from '../../graph/model/entities.ts';
import type { Page } from '../../graph/model/pages.ts';
import type { EntityRecords } from '../entityRecords.ts';
import type { MemoryQueries } from '../memoryQueries.ts';
import type { AuthorshipPlace, NodeEntry } from '../queries/nodePages.ts';

/** One state of the stored graph: the graph in memory and the records that belong to it. */
export interface GraphView {
  queries: MemoryQueries;
  records: EntityRecords;
}

/** Reads the entities of nodes, each once. The keys of the result are the nodes. */
export const entitiesByNode = async (
  { records }: GraphView,
  nodes: readonly number[],
): Promise<Map<number, Entity>> => {
  const distinct = [...new Set(nodes)];
  const entities = await records.entities(distinct);
  return new Map(distinct.map((node, index) => [node, entities[index] as Entity]));
};

/** Replaces the nodes of pages by entities and authorships. The records of all pages are read together. */
export const resolvedPages = async (
  state: GraphView,
  pages: readonly Page<NodeEntry>[],
  brief: boolean,
): Promise<Page[]> => {
  const nodes: number[] = [];
  const places: AuthorshipPlace[] = [];
  for (const { entries } of pages) {
    for (const { node, place } of entries) {
      nodes.push(node);
      if (place) places.push(place);
    }
  }
  const [entities, authorships] = await Promise.all([
    state.records.entities(nodes),
    places.length > 0 ? state.records.authorships(places, brief) : [],
  ]);
  let [nextEntity, nextAuthorship] = [0, 0];
  const resolved = ({ edge, place }: NodeEntry) => ({
    node: entities[nextEntity++] as Entity,
    edge: place ? withAuthorship(edge, authorships[nextAuthorship++]) : edge,
  });
  return pages.map((page) => ({ ...page, entries: page.entries.map(resolved) }));
};

/** Returns a copy of the edge that contains the authorship. */
export const withAuthorship = (edge: Edge, authorship: Authorship | undefined): Edge => ({
  ...edge,
  authorship: authorship ?? null,
});
