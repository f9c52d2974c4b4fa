import { Kind, type FragmentDefinitionNode, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';
import type { Entity } from '../graph/entities.ts';
import type { RequestContext } from './context.ts';

/*
 * Most queries want little of an entity in a list: its id, name or title, a year. Then stores are asked for brief
 * entities, which are a fraction of the whole ones. What is found missing after all is read by id.
 */

/** What a field's resolver is told of the query. */
export type Selection = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>;

/** Fields that a brief entity has, or that are read by its id anyway: every list, and these. */
const ofBriefNodes = new Set([
  ...['__typename', 'id', 'kind', 'label', 'name', 'title', 'date', 'year'],
  ...['citationCount', 'paperCount', 'level', 'countryCode', 'abstract', 'metrics'],
]);
/** What an edge tells that is more than where it stands. */
const ofWholeEdges = new Set(['authorship']);

/** Whether brief entities do for what is selected of a list's `nodes`. */
export const nodesAreBrief = ({ fieldNodes, fragments }: Selection): boolean =>
  fieldNodes.every(({ selectionSet }) => isBrief(selectionSet, fragments));

/** Whether they do for what is selected of its `edges`. */
export const edgesAreBrief = ({ fieldNodes, fragments }: Selection): boolean =>
  fieldNodes.every(({ selectionSet }) =>
    fieldsIn(selectionSet, fragments).every(
      ({ name, selected }) => !ofWholeEdges.has(name) && (name !== 'node' || isBrief(selected, fragments)),
    ),
  );

const isBrief = (selected: SelectionSetNode | undefined, fragments: Fragments): boolean =>
  fieldsIn(selected, fragments).every(
    ({ name, selected: ofField }) =>
      ofBriefNodes.has(name) || (ofField !== undefined && name !== 'identifiers'),
  );

type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

interface SelectedField {
  name: string;
  /** Nothing of a leaf. */
  selected: SelectionSetNode | undefined;
}

/** The fields of a selection, those in fragments included. A valid document's fragments have no cycles. */
const fieldsIn = (selected: SelectionSetNode | undefined, fragments: Fragments): SelectedField[] =>
  (selected?.selections ?? []).flatMap((selection): SelectedField[] => {
    if (selection.kind === Kind.FIELD)
      return [{ name: selection.name.value, selected: selection.selectionSet }];
    if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsIn(selection.selectionSet, fragments);
    return fieldsIn(fragments[selection.name.value]?.selectionSet, fragments);
  });

/** A resolver of a field that brief entities lack. */
export const fact =
  <Record extends Entity, Value>(read: (entity: Record) => Value) =>
  (entity: Record, _: unknown, { loaders }: RequestContext): Value | Promise<Value> =>
    entity.isBrief
      ? loaders.entities.load(entity.id).then((whole) => read((whole ?? entity) as Record))
      : read(entity);
