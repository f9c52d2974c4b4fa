import { GraphError } from '../../graph/errors.ts';
import { briefFields, isFullEntity, type BriefEntityOf, type Entity } from '../../graph/model/entities.ts';
import type { RequestContext } from '../execution/requestContext.ts';
import { selectedFields, type Selection } from './selection.ts';

/*
 * Most queries select few fields of the entities in a list. For these, stores return brief entities, which are much
 * smaller than full ones. A field that a brief entity lacks is read with the full entity, by id.
 */

/** Fields that a resolver answers without the full entity: from brief fields, or by a read of their own. */
const answeredWithoutFullEntity = new Set<string>([
  ...Object.values(briefFields).flat(),
  ...['__typename', 'label', 'abstract', 'metrics'],
]);

/** Whether brief entities have all that is selected of a list's `nodes`. */
export const nodesAreBrief = (selection: Selection): boolean =>
  selectedFields(selection).every(
    ({ name, selectionSet }) =>
      answeredWithoutFullEntity.has(name.value) ||
      (selectionSet !== undefined && name.value !== 'identifiers'), // a list of neighbors needs only the id
  );

/** Whether brief entities, and authorships with only a position, have all that is selected of a list's `edges`. */
export const edgesAreBrief = (selection: Selection): boolean =>
  selectedFields(selection).every(
    (field) =>
      field.name.value !== 'authorship' &&
      (field.name.value !== 'node' || nodesAreBrief({ ...selection, fieldNodes: [field] })),
  );

/**
 * The resolver of a field that brief entities lack: it loads the full entity first if it has only a brief one.
 *
 * @throws GraphError STORE_UNAVAILABLE if the entity was removed since the brief one was read.
 */
export const requireFullEntity =
  <Full extends Entity, Value>(read: (entity: Full) => Value) =>
  (entity: BriefEntityOf<Full['kind']>, _: unknown, { loaders }: RequestContext): Value | Promise<Value> => {
    if (isFullEntity(entity)) return read(entity as Full);
    return loaders.entities.load(entity.id).then((full) => {
      if (full?.kind !== entity.kind) throw removedMeanwhile(entity.id);
      return read(full as Full);
    });
  };

const removedMeanwhile = (id: string): GraphError =>
  new GraphError(
    'STORE_UNAVAILABLE',
    `${id} was removed by an import while this request was answered. Send the request again.`,
  );
