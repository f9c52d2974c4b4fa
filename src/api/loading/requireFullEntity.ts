import type { Entity } from '../../graph/model/entities.ts';
import type { RequestContext } from '../execution/requestContext.ts';
import { selectedFields, type Selection } from './selection.ts';

/*
 * Most queries want little of an entity in a list: its id, name or title, a year. Then stores are asked for brief
 * entities, which are a fraction of the whole ones. What is found missing after all is read by id.
 */

/** Fields that a brief entity has, or that are read by its id anyway: every list, and these. */
const ofBriefNodes = new Set([
  ...['__typename', 'id', 'kind', 'label', 'name', 'title', 'date', 'year'],
  ...['citationCount', 'paperCount', 'level', 'countryCode', 'abstract', 'metrics'],
]);
/** What an edge tells that is more than where it stands. */
const ofWholeEdges = new Set(['authorship']);

/** Whether brief entities do for what is selected of a list's `nodes`. */
export const nodesAreBrief = (selection: Selection): boolean =>
  selectedFields(selection).every(
    ({ name, selectionSet }) =>
      ofBriefNodes.has(name.value) || (selectionSet !== undefined && name.value !== 'identifiers'),
  );

/** Whether they do for what is selected of its `edges`. */
export const edgesAreBrief = (selection: Selection): boolean =>
  selectedFields(selection).every(
    (field) =>
      !ofWholeEdges.has(field.name.value) &&
      (field.name.value !== 'node' || nodesAreBrief({ ...selection, fieldNodes: [field] })),
  );

/** A resolver of a field that brief entities lack. */
export const requireFullEntity =
  <Record extends Entity, Value>(read: (entity: Record) => Value) =>
  (entity: Record, _: unknown, { loaders }: RequestContext): Value | Promise<Value> =>
    entity.isBrief
      ? loaders.entities.load(entity.id).then((whole) => read((whole ?? entity) as Record))
      : read(entity);
