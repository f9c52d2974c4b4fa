import { memoize } from '../../../graph/memoize.ts';
import type { EntityId } from '../../../graph/model/ids.ts';
import type { RelationKind } from '../../../graph/model/relations.ts';
import type { EgoNetwork, NeighborsRequest } from '../../../graph/store.ts';
import type { Database } from '../../connection/database.ts';
import { STATEMENT_CACHE } from '../../cypher/statement.ts';
import { inOneOrder, linksOf, type LinksRow } from '../links/readLinks.ts';
import {
  firstKind,
  neighborhoodOf,
  pagesParameters,
  shapesOf,
  type NeighborPagesRow,
} from '../neighbors/readNeighbors.ts';
import { egoNetworkStatement } from './egoNetworkStatement.ts';

const statementOf = memoize(egoNetworkStatement, STATEMENT_CACHE);

/**
 * An entity, pages of its neighbors, the links among all of these, and the number of its neighbors of each kind. Takes
 * one statement.
 */
export const readEgoNetwork = async (
  database: Database,
  cap: number,
  id: EntityId,
  requests: readonly NeighborsRequest[],
  relations: readonly RelationKind[],
): Promise<EgoNetwork | undefined> => {
  const kind = firstKind(requests);
  const statement = statementOf(kind, shapesOf(requests), inOneOrder(relations));
  const parameters = { id, relations, cap, ...pagesParameters(requests) };
  const [row] = await database.read<NeighborPagesRow & LinksRow>(statement, parameters);
  return row && { ...neighborhoodOf(kind, row, requests, cap), ...linksOf([row]) };
};
