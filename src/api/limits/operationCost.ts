import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isListType,
  isNonNullType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { fieldArguments, type Arguments } from './fieldArguments.ts';
import { isIncluded } from '../loading/selection.ts';
import { fieldCost, type ListSizes } from './fieldCosts.ts';
import { introspectionSizes } from './introspectionSizes.ts';

/** A validated operation, with its fragments and with its variables as GraphQL has converted them. */
interface CostedOperation {
  operation: OperationDefinitionNode;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  variables: Readonly<Record<string, unknown>>;
}

/**
 * The cost of an operation: the maximum number of entities and slice edges in its result, each counted as often as it
 * appears, plus the cost of the calls to the store. The cost of the fields selected in a list is multiplied by the
 * list's maximum length. For an interface or a union, the most expensive of its types counts. In introspection, each
 * type, field and argument costs 0.25.
 */
export const operationCost = (schema: GraphQLSchema, costed: CostedOperation): number => {
  const { operation } = costed;
  const existing = constantCosts.get(operation);
  if (existing !== undefined) return existing;
  const root = schema.getRootType(operation.operation);
  if (!root) return 0;
  const calculator = new CostCalculator(schema, costed);
  const cost = Math.ceil(calculator.selectionCost(operation.selectionSet, root, noSizes));
  if (calculator.isConstant) constantCosts.set(operation, cost);
  return cost;
};

/** Caches the costs of operations whose cost does not depend on the values of their variables. */
const constantCosts = new WeakMap<OperationDefinitionNode, number>();

const noSizes: ListSizes = {};

class CostCalculator {
  readonly #schema: GraphQLSchema;
  readonly #costed: CostedOperation;
  /**
   * Costs that were already computed, by selection set, type and list lengths. So a fragment with many spreads is
   * computed once.
   */
  readonly #costs = new Map<SelectionSetNode, Map<string, number>>();
  /**
   * Becomes false at the first field with an argument that may depend on a variable. Then the cost is valid only for
   * these variables.
   */
  isConstant = true;

  constructor(schema: GraphQLSchema, costed: CostedOperation) {
    this.#schema = schema;
    this.#costed = costed;
  }

  /** The cost of a selection set for one object of the type. */
  selectionCost(set: SelectionSetNode, type: GraphQLObjectType, sizes: ListSizes): number {
    const costs = this.#costs.get(set) ?? new Map<string, number>();
    this.#costs.set(set, costs);
    const key = `${type.name} ${JSON.stringify(sizes)}`;
    let cost = costs.get(key);
    if (cost === undefined) {
      cost = this.#sumOfFields(set, type, sizes);
      costs.set(key, cost);
    }
    return cost;
  }

  #sumOfFields(set: SelectionSetNode, type: GraphQLObjectType, sizes: ListSizes): number {
    const { fragments, variables } = this.#costed;
    let sum = 0;
    for (const selection of set.selections) {
      if (selection.directives?.length) this.isConstant = false;
      if (!isIncluded(selection, variables)) continue;
      if (selection.kind === Kind.FIELD) {
        const { value } = selection.name;
        const field = type.getFields()[value] ?? metaFields.get(value);
        if (field) sum += this.#fieldCost(type, field, selection, sizes);
        continue;
      }
      const fragment =
        selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      if (fragment && this.#applies(fragment.typeCondition?.name.value, type)) {
        sum += this.selectionCost(fragment.selectionSet, type, sizes);
      }
    }
    return sum;
  }

  #fieldCost(
    parent: GraphQLObjectType,
    field: GraphQLField<unknown, unknown>,
    node: FieldNode,
    surroundingSizes: ListSizes,
  ): number {
    const type = getNamedType(field.type);
    const { call, sizes } = fieldCost(parent.name, field.name, type);
    const args = call || sizes ? this.#arguments(field, node) : {};
    const callCost = call?.(args) ?? 0;
    const { selectionSet } = node;
    if (!selectionSet || !isCompositeType(type)) return callCost;
    const listSizes = metaFields.has(field.name)
      ? introspectionSizes(this.#schema)
      : (sizes?.(args) ?? surroundingSizes);
    const types = isAbstractType(type) ? this.#schema.getPossibleTypes(type) : [type];
    const costs = types.map((objectType) => this.#objectCost(selectionSet, objectType, listSizes));
    return callCost + Math.max(...costs) * (isList(field.type) ? (listSizes[field.name] ?? 1) : 1);
  }

  #arguments(field: GraphQLField<unknown, unknown>, node: FieldNode): Arguments {
    if (node.arguments?.some(({ value }) => mayHaveVariables.has(value.kind))) this.isConstant = false;
    return fieldArguments(field, node, this.#costed.variables);
  }

  /**
   * The cost of an object and of the fields selected in it. `sizes` are the list lengths that outer fields state. They
   * do not apply inside an entity, because each list field of an entity states its own maximum length.
   */
  #objectCost(set: SelectionSetNode, type: GraphQLObjectType, sizes: ListSizes): number {
    if (isEntity(type)) return 1 + this.selectionCost(set, type, noSizes);
    return ownCost(type) + this.selectionCost(set, type, sizes);
  }

  #applies(condition: string | undefined, type: GraphQLObjectType): boolean {
    if (condition === undefined || condition === type.name) return true;
    const conditionType = this.#schema.getType(condition);
    return isAbstractType(conditionType) && this.#schema.isSubType(conditionType, type);
  }
}

const mayHaveVariables = new Set<Kind>([Kind.VARIABLE, Kind.LIST, Kind.OBJECT]);

const isList = (type: GraphQLOutputType): boolean => isListType(isNonNullType(type) ? type.ofType : type);

const isEntity = (type: GraphQLObjectType): boolean =>
  type.getInterfaces().some(({ name }) => name === 'Entity');

const metaFields = new Map([SchemaMetaFieldDef, TypeMetaFieldDef].map((field) => [field.name, field]));

/** The cost of an object that is not an entity, without its fields. */
const ownCost = ({ name }: GraphQLObjectType): number =>
  name === 'GraphEdge' ? 1 : name.startsWith('__') ? 0.25 : 0;
