import { labelOf, type BriefEntity, type Entity } from '../../../graph/model/entities.ts';
import { identifiersOf, type Identifier } from '../../../graph/model/identifiers.ts';
import type { RequestContext } from '../../execution/requestContext.ts';
import { requireFullEntity } from '../../loading/requireFullEntity.ts';
import { neighborhoodConnection, type NeighborhoodArguments } from '../neighbors/neighborhoodConnection.ts';

/** The resolvers that all four kinds share. */
export const entityFields = {
  label: (entity: BriefEntity): string => labelOf(entity),
  identifiers: requireFullEntity((entity: Entity): Identifier[] => identifiersOf(entity.keys)),
  neighbors: (entity: BriefEntity, args: NeighborhoodArguments, { loaders }: RequestContext) =>
    neighborhoodConnection(loaders, entity, args),
};
