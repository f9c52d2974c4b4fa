import type { Entity } from '../graph/model/entities.ts';
import { GraphError } from '../graph/errors.ts';
import { shortened, type EntityId } from '../graph/model/ids.ts';
import type { GraphReads } from '../graph/store.ts';

/** So much of a store exports read. */
export type ExportReads = Pick<
  GraphReads,
  'entities' | 'neighborhoods' | 'neighbors' | 'egoNetwork' | 'links' | 'abstracts'
>;

/** A well-formed id that names nothing stored. */
export class UnknownId extends GraphError {
  constructor(argument: string, id: string) {
    super('BAD_USER_INPUT', `There is nothing with the id "${shortened(id)}" here.`, { argument });
    this.name = 'UnknownId';
  }
}

/** The entities of some ids, in their order, each once. @throws UnknownId for the first that names nothing. */
export const entitiesOf = async (
  reads: ExportReads,
  ids: readonly EntityId[],
  argument: string,
): Promise<Entity[]> => {
  const found = await reads.entities(ids);
  const entities = ids.map((id) => {
    const entity = found.get(id);
    if (!entity) throw new UnknownId(argument, id);
    return entity;
  });
  return [...new Map(entities.map((entity) => [entity.id, entity])).values()];
};
