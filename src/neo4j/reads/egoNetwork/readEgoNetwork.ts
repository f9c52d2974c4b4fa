import type { EntityId } from '../../../graph/model/ids.ts';
import type { RelationKind } from '../../../graph/model/relations.ts';
import type { NeighborsRequest, EgoNetwork } from '../../../graph/store.ts';
import type { Database } from '../../connection/database.ts';
import { neighborhoodOf, pagesParameters, shapesOf, type PagesRow } from '../neighbors/readNeighbors.ts';
import { remembered } from '../../cypher/statementCache.ts';
import { egoNetworkStatement } from './egoNetworkStatement.ts';
import { linksAnswer, type NodeLinksRow } from '../links/readLinks.ts';

/** An entity, pages along relations from it, the edges among all of these and its neighbors counted: one statement. */
export const readEgoNetwork = async (
  database: Database,
  cap: number,
  id: EntityId,
  requests: readonly NeighborsRequest[],
  relations: readonly RelationKind[],
): Promise<EgoNetwork | undefined> => {
  const shapes = shapesOf(requests);
  const kinds = new Set(relations);
  const statement = remembered(['egoNetwork', shapes, [...kinds].sort()], () =>
    egoNetworkStatement(shapes, kinds),
  );
  const parameters = { id, relations, cap, ...pagesParameters(requests) };
  const [row] = await database.read<PagesRow & NodeLinksRow>(statement, parameters);
  const neighborhood = row && neighborhoodOf(row, requests, cap);
  return neighborhood && { ...neighborhood, ...linksAnswer([row]) };
};
