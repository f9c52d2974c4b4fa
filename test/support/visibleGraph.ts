import { entityKinds } from '../../src/graph/model/entityKinds.ts';
import { lists, type ListRow } from '../../src/graph/model/lists.ts';
import { relationNames, relationRow } from '../../src/graph/model/relations.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { byName, bytes, idsByKind, type HandGraph } from './byHand.ts';
import { asHandEdge } from './questions.ts';
import { edgesByHand, type HandEdge } from './relationsByHand.ts';

/** The names of all entities and all edges, in an order of their own. */
export interface VisibleGraph {
  names: Record<string, string | null>;
  edges: HandEdge[];
}

const compareEdges = (left: [string, HandEdge], right: [string, HandEdge]): number =>
  bytes(left[0], right[0]) || bytes(left[1].from, right[1].from) || bytes(left[1].to, right[1].to);

/** What a store answers, read entity by entity. For small graphs. */
export const visibleGraphOf = async (store: GraphStore): Promise<VisibleGraph> => {
  const names: [string, string | null][] = [];
  const edges: [string, HandEdge][] = [];
  for (const kind of entityKinds) {
    const row: ListRow | undefined = Object.values(lists).find((each) => each.kind === kind);
    const order = Object.values(row?.orders ?? {})[0] ?? [];
    const { entries } = await store.list(kind, { first: 100, order, count: false });
    for (const { node } of entries) names.push([node.id, node.kind === 'PAPER' ? node.title : node.name]);
    const ids = entries.map(({ node }) => node.id);
    const relations = relationNames.filter((name) => relationRow(name).from === kind);
    const requests = relations.map((relation) => {
      const [relationOrder = []] = Object.values(relationRow(relation).orders);
      return { relation, page: { first: 100, order: relationOrder, count: false } };
    });
    for (const [from, pages] of await store.neighbors(ids, requests))
      pages.forEach(({ entries: neighbors }, index) => {
        for (const { node, edge } of neighbors)
          edges.push([relations[index]!, asHandEdge(from, node.id, edge)]);
      });
  }
  return asGraph(names, edges);
};

/** The same computed by hand. */
export const visibleGraphByHand = (graph: HandGraph): VisibleGraph => {
  const ids = idsByKind(graph);
  const names = [
    ...ids.AUTHOR.map((id) => [id, graph.authors.get(id) ?? null]),
    ...ids.INSTITUTION.map((id) => [id, graph.institutions.get(id)?.name ?? null]),
    ...ids.TOPIC.map((id) => [id, graph.topics.get(id) ?? null]),
    ...graph.papers.map(({ id, record }) => [id, record.title ?? null]),
  ] as [string, string | null][];
  const edges = relationNames.flatMap((relation) =>
    edgesByHand(graph, relation).map((edge): [string, HandEdge] => [relation, edge]),
  );
  return asGraph(names, edges);
};

const asGraph = (
  names: readonly [string, string | null][],
  edges: readonly [string, HandEdge][],
): VisibleGraph => ({
  names: Object.fromEntries([...names].sort(([left], [right]) => byName(left, right))),
  edges: [...edges].sort(compareEdges).map(([relation, edge]) => ({ relation, ...edge })),
});
