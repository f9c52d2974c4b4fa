import { labelOf, type BriefEntity, type Entity } from '../../../graph/model/entities.ts';
import { identifiersOf, type Identifier } from '../../../graph/model/identifiers.ts';
import type { EntityId } from '../../../graph/model/ids.ts';
import type { RequestContext } from '../../requestContext.ts';
import type { ConnectionArguments } from '../../loading/pageArguments.ts';
import { requireFullEntity } from '../../loading/requireFullEntity.ts';
import { correctionsConnection } from '../corrections/correctionsConnection.ts';
import { neighborhoodConnection, type NeighborhoodArguments } from '../neighbors/neighborhoodConnection.ts';

/** The resolvers of the fields that the types of all four kinds have. */
export const entityFields = {
  label: (entity: BriefEntity): string => labelOf(entity),
  identifiers: requireFullEntity((entity: Entity): Identifier[] => identifiersOf(entity.keys)),
  formerIds: async ({ id }: BriefEntity, _: unknown, { loaders }: RequestContext): Promise<EntityId[]> => [
    ...((await loaders.formerIds.load(id)) ?? []),
  ],
  corrections: ({ id }: BriefEntity, page: ConnectionArguments, { loaders }: RequestContext) =>
    correctionsConnection(loaders, id, page),
  neighbors: (entity: BriefEntity, args: NeighborhoodArguments, { loaders }: RequestContext) =>
    neighborhoodConnection(loaders, entity, args),
};
