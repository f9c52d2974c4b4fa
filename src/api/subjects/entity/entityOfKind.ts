import type { GraphQLResolveInfo } from 'graphql';
import type { EntityOf } from '../../../graph/model/entities.ts';
import type { EntityKind } from '../../../graph/model/entityKinds.ts';
import { checkedId } from '../../../graph/model/checkedId.ts';
import type { RequestContext } from '../../requestContext.ts';
import { entityReader } from './prefetch.ts';

/**
 * The entity of a kind by any of its ids; null if it is not stored.
 *
 * @throws GraphError BAD_USER_INPUT for an id that is malformed or of another kind.
 */
export const entityOfKind = async <K extends EntityKind>(
  kind: K,
  id: string,
  context: RequestContext,
  info: GraphQLResolveInfo,
): Promise<EntityOf<K> | null> => {
  const entity = await entityReader(context, info)(checkedId(id, 'id', kind));
  return entity as EntityOf<K> | null; // the cast is safe, because the id begins with the kind, which was checked
};
