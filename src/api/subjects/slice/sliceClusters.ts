import { createHash } from 'node:crypto';
import { checkedWithin } from '../../../graph/checks.ts';
import { labelOf, type BriefEntity } from '../../../graph/model/entities.ts';
import type { EntityId } from '../../../graph/model/ids.ts';
import { perKind } from '../../../graph/model/kinds.ts';
import { relations, relationsFrom } from '../../../graph/model/relations.ts';
import { clusterNames } from '../../../graph/slice/clusterNames.ts';
import { neighborhoodOrder } from '../../../graph/slice/neighborhood.ts';
import type { Loaders } from '../../loading/loaders.ts';
import type { SliceRecord } from './graphSlice.ts';

/** How many topics of each node are read to find names for the clusters. */
const TOPICS_PER_NODE = 5;

/** The relation from entities of each kind to their topics. */
const topicRelations = perKind((kind) => relationsFrom(kind).find((name) => relations[name].to === 'TOPIC'));

/** @throws GraphError BAD_USER_INPUT if the resolution is not 0.1–10. */
export const checkedResolution = (resolution: number): number =>
  checkedWithin(resolution, 0.1, 10, 'resolution');

/**
 * The clusters of a slice, the largest first, each with a label.
 *
 * @throws GraphError BAD_USER_INPUT if the resolution is not 0.1–10.
 */
export const sliceClusters = async (
  loaders: Loaders,
  { nodes, links, partition }: SliceRecord,
  resolution: number,
) => {
  const { clusters } = partition(checkedResolution(resolution));
  const entities = new Map(nodes.map(({ entity }) => [entity.id, entity]));
  const topics = await Promise.all(nodes.map(async ({ entity }) => topicsOf(loaders, entity)));
  const topicIds = new Map(
    nodes.map(({ entity }, index) => [entity.id, topics[index]?.map(({ id }) => id) ?? []]),
  );
  const named = new Map([...topics.flat(), ...entities.values()].map((entity) => [entity.id, entity]));
  const label = (id: EntityId): string => {
    const entity = named.get(id);
    return entity ? labelOf(entity) : id;
  };
  const names = clusterNames(clusters, topicIds, links);
  return clusters.map((members, index) => ({
    id: clusterId(members),
    label: (names[index] ?? []).map(label).join(', '),
    members,
  }));
};

const topicsOf = async (loaders: Loaders, entity: BriefEntity): Promise<BriefEntity[]> => {
  if (entity.kind === 'TOPIC') return [entity];
  const relation = topicRelations[entity.kind];
  if (!relation) return [];
  const page = { first: TOPICS_PER_NODE, order: neighborhoodOrder(relation) };
  const { entries } = await loaders.neighbors(relation, page)(entity.id, 'briefEntries');
  return entries.map(({ node }) => node);
};

/** An id that is computed from the members, so that a client's cache never takes one cluster for another. */
const clusterId = (members: readonly EntityId[]): string =>
  createHash('sha1').update(JSON.stringify(members.toSorted())).digest('base64url').slice(0, 16);
