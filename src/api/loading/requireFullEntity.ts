import { GraphError } from '../../graph/errors.ts';
import { briefFields, isFullEntity, type BriefEntityOf, type Entity } from '../../graph/model/entities.ts';
import type { RequestContext } from '../requestContext.ts';
import { selectedFields, type Selection } from './selection.ts';

/*
 * Most queries select few fields of the entities in a list. For such queries, stores return brief entities, which are
 * much smaller than full ones. If a field is needed that a brief entity lacks, the full entity is read by its id.
 */

/** Fields whose resolvers need no full entity, because the brief entity has the value or another read gives it. */
const answeredWithoutFullEntity = new Set<string>([
  ...Object.values(briefFields).flat(),
  ...['__typename', 'label', 'abstract', 'formerIds'],
]);

/** Whether brief entities are enough for everything that is selected of a list's `nodes`. */
export const nodesAreBrief = (selection: Selection): boolean =>
  selectedFields(selection).every(
    ({ name, selectionSet }) =>
      answeredWithoutFullEntity.has(name.value) ||
      // a field that returns objects, such as a list of neighbors, is answered by a separate read that needs only the
      // id
      (selectionSet !== undefined && name.value !== 'identifiers'),
  );

/**
 * Whether brief entities, and authorships with only a position, are enough for everything that is selected of a list's
 * `edges`.
 */
export const edgesAreBrief = (selection: Selection): boolean =>
  selectedFields(selection).every(
    (field) =>
      field.name.value !== 'authorship' &&
      (field.name.value !== 'node' || nodesAreBrief({ ...selection, fieldNodes: [field] })),
  );

/**
 * Creates the resolver of a field that brief entities lack. If the parent is brief, the resolver first loads the full
 * entity.
 *
 * @throws GraphError STORE_UNAVAILABLE if the entity was removed after the brief entity was read.
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
