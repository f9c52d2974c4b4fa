import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type SelectionNode,
} from 'graphql';

/** The part of a resolver's `info` from which the selected fields can be read. */
export type Selection = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments' | 'variableValues'>;

/**
 * The fields that a query selects inside a field, including those in fragments. Fragments of a valid document have no
 * cycles.
 *
 * @param type if given, fragments that do not apply to this type are left out
 */
export const selectedFields = (
  { fieldNodes, fragments, variableValues }: Selection,
  type?: GraphQLObjectType,
): FieldNode[] => {
  const fieldsIn = (set: FieldNode['selectionSet']): FieldNode[] =>
    (set?.selections ?? []).flatMap((selection) => {
      if (!isIncluded(selection, variableValues)) return [];
      if (selection.kind === Kind.FIELD) return [selection];
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value];
      const condition = fragment?.typeCondition?.name.value;
      return appliesTo(condition, type) ? fieldsIn(fragment?.selectionSet) : [];
    });
  return fieldNodes.flatMap(({ selectionSet }) => fieldsIn(selectionSet));
};

/** Whether the directives @skip and @include allow the selection. */
export const isIncluded = (node: SelectionNode, variables: Readonly<Record<string, unknown>>): boolean => {
  if (!node.directives?.length) return true;
  const skip = getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'];
  const include = getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'];
  return skip !== true && include !== false;
};

const appliesTo = (condition: string | undefined, type: GraphQLObjectType | undefined): boolean =>
  condition === undefined ||
  type === undefined ||
  condition === type.name ||
  type.getInterfaces().some(({ name }) => name === condition);
