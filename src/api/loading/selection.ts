import { Kind, type FieldNode, type GraphQLResolveInfo } from 'graphql';

/** What a field's resolver is told of what the query selects of it. */
export type Selection = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>;

/**
 * The fields selected of a field, those in fragments included. A valid document's fragments have no cycles.
 *
 * @param isOf whether a fragment on this type is wanted; by default all are
 */
export const selectedFields = (
  { fieldNodes, fragments }: Selection,
  isOf: (typeName: string) => boolean = () => true,
): FieldNode[] => {
  const fieldsIn = (set: FieldNode['selectionSet']): FieldNode[] =>
    (set?.selections ?? []).flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return [selection];
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value];
      const isWanted = !fragment?.typeCondition || isOf(fragment.typeCondition.name.value);
      return isWanted ? fieldsIn(fragment?.selectionSet) : [];
    });
  return fieldNodes.flatMap(({ selectionSet }) => fieldsIn(selectionSet));
};
