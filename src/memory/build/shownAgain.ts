import { cooperativeScheduler } from '../../graph/cooperativeScheduler.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import type { MemoryGraph } from '../memoryGraph.ts';
import type { ChangedEdge, Mentions, ReadRelationKind } from './graphDelta.ts';

/** Institutions and topics to which papers of a graph lead, but which are not in the graph. */
interface Shown extends Mentions {
  ids: ReadonlySet<EntityId>;
}

/**
 * Finds the institutions and topics that a correction has shown again: papers that were not read again have edges to
 * them. A new institution or topic, in contrast, has only edges from papers that were read again.
 *
 * @param mentions the edges and affiliations from papers to entities that are not in the graph
 * @param edgesOf the papers that were read again
 */
export const shownAgain = async (
  graph: MemoryGraph,
  mentions: Mentions,
  edgesOf: ReadonlySet<EntityId>,
): Promise<Shown> => {
  const isOther = (paper: EntityId): boolean => !edgesOf.has(paper) && graph.nodeOfId(paper) !== undefined;
  const ids = new Set<EntityId>();
  const edges: Partial<Record<ReadRelationKind, ChangedEdge[]>> = {};
  for (const [kind, list] of Object.entries(mentions.edges) as [ReadRelationKind, ChangedEdge[]][]) {
    edges[kind] = await filtered(list, ({ source }) => isOther(source));
    for (const { target } of edges[kind]) ids.add(target);
  }
  const affiliations = await filtered(mentions.affiliations, ({ paper }) => isOther(paper));
  for (const { institution } of affiliations) ids.add(institution);
  return { ids, edges, affiliations };
};

/** Filters a list that may be long. Pauses from time to time, so that other requests are served. */
const filtered = async <Item>(items: readonly Item[], passes: (item: Item) => boolean): Promise<Item[]> => {
  const passed: Item[] = [];
  for (const item of items) {
    if (cooperativeScheduler.isSliceOver) await cooperativeScheduler.nextSlice();
    if (passes(item)) passed.push(item);
  }
  return passed;
};
