import type { EntityResolvers, NodeResolvers } from '../../../__generated__/resolvers.ts';
import { labelOf, type Entity as EntityRecord } from '../../../graph/model/entities.ts';
import { identifiersOf, type Identifier } from '../../../graph/model/identifiers.ts';
import { requireFullEntity } from '../../loading/requireFullEntity.ts';
import { neighborhoodConnection } from '../neighbors/neighborhoodConnection.ts';
import type { RequestContext } from '../../execution/requestContext.ts';
import { typeNames } from '../records.ts';

export const Node: NodeResolvers = { __resolveType: (node) => typeNames[node.kind] };

export const Entity: EntityResolvers = { __resolveType: (entity) => typeNames[entity.kind] };

/** What the four kinds resolve alike. */
export const entityFields = {
  label: (entity: EntityRecord): string => labelOf(entity),
  identifiers: requireFullEntity((entity: EntityRecord): Identifier[] => identifiersOf(entity.keys)),
  neighbors: (
    entity: EntityRecord,
    args: Parameters<typeof neighborhoodConnection>[2],
    { loaders }: RequestContext,
  ) => neighborhoodConnection(loaders, entity, args),
};
