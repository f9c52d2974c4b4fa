import type { Entity } from '../graph/model/entities.ts';
import { GraphError } from '../graph/errors.ts';
import { shortened, type EntityId } from '../graph/model/ids.ts';
import type { GraphReads } from '../graph/store.ts';

/** The reads of a store that exports use. */
export type ExportReads = Pick<
  GraphReads,
  | 'entities'
  | 'neighborhoods'
  | 'neighbors'
  | 'egoNetwork'
  | 'links'
  | 'abstracts'
  | 'latexTexts'
  | 'feed'
  | 'authorEvents'
  | 'search'
  | 'statistics'
>;

export class UnknownId extends GraphError {
  constructor(argument: string, id: string) {
    super('BAD_USER_INPUT', `No entity with the id "${shortened(id)}" is stored.`, { argument });
    this.name = 'UnknownId';
  }
}

/**
 * The entities with these ids, in the same order and without duplicates. @throws UnknownId for an id that is not stored
 */
export const entitiesOf = async (
  reads: ExportReads,
  ids: readonly EntityId[],
  argument: string,
): Promise<Entity[]> => {
  const stored = await reads.entities(ids);
  const entities = ids.map((id) => {
    const entity = stored.get(id);
    if (!entity) throw new UnknownId(argument, id);
    return entity;
  });
  return [...new Map(entities.map((entity) => [entity.id, entity])).values()];
};
