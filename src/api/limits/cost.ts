import {
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  isCompositeType,
  isListType,
  isNonNullType,
  Kind,
  OperationTypeNode,
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
import { introspectionSizes } from './introspectionSizes.ts';
import { listSizes, type Arguments, type Sizes } from './listSizes.ts';
import { questionCost } from './questionCost.ts';

/** An operation that passed validation, and what it is asked with. */
export interface AskedOperation {
  operation: OperationDefinitionNode;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Coerced. */
  variables: Readonly<Record<string, unknown>>;
}

/**
 * What an operation costs: the entities and edges of slices it may return at most, each as often as it appears, and
 * what the questions cost that the store is asked about them (a page or metrics 1, a search or paths more). Lists
 * multiply what is inside them, as long as they may be; where a selection may meet several kinds, the dearest counts.
 * Of the schema itself, each type, field and argument is a quarter of an entity.
 */
export const operationCost = (schema: GraphQLSchema, asked: AskedOperation): number => {
  const query = schema.getQueryType();
  if (!query || asked.operation.operation !== OperationTypeNode.QUERY) return 0;
  return Math.ceil(new Costing(schema, asked).of(asked.operation.selectionSet, query, none));
};

const none: Sizes = {};

class Costing {
  readonly #schema: GraphQLSchema;
  readonly #asked: AskedOperation;
  /** What a selection of a type costs with the lists around it. */
  readonly #known = new Map<SelectionSetNode, Map<string, number>>();

  constructor(schema: GraphQLSchema, asked: AskedOperation) {
    this.#schema = schema;
    this.#asked = asked;
  }

  /** Of one value of the type. */
  of(set: SelectionSetNode, type: GraphQLObjectType, sizes: Sizes): number {
    const known = this.#known.get(set) ?? new Map<string, number>();
    this.#known.set(set, known);
    const key = `${type.name} ${JSON.stringify(sizes)}`;
    let cost = known.get(key);
    if (cost === undefined) {
      cost = this.#sum(set, type, sizes);
      known.set(key, cost);
    }
    return cost;
  }

  #sum(set: SelectionSetNode, type: GraphQLObjectType, sizes: Sizes): number {
    let sum = 0;
    for (const selection of set.selections) {
      if (!this.#isIncluded(selection)) continue;
      if (selection.kind === Kind.FIELD) {
        const { value } = selection.name;
        const field = type.getFields()[value] ?? metaFields.get(value);
        if (field) sum += this.#ofField(type, field, selection, sizes);
        continue;
      }
      const fragment =
        selection.kind === Kind.FRAGMENT_SPREAD ? this.#asked.fragments.get(selection.name.value) : selection;
      if (fragment && this.#applies(fragment.typeCondition?.name.value, type)) {
        sum += this.of(fragment.selectionSet, type, sizes);
      }
    }
    return sum;
  }

  #ofField(
    parent: GraphQLObjectType,
    field: GraphQLField<unknown, unknown>,
    node: FieldNode,
    around: Sizes,
  ): number {
    const type = getNamedType(field.type);
    const name = `${parent.name}.${field.name}`;
    const { selectionSet } = node;
    const given = () => this.#arguments(field, node);
    const asked = questionCost(name, type.name, given);
    if (!selectionSet || !isCompositeType(type)) return asked;
    const sizes = metaFields.has(field.name)
      ? introspectionSizes(this.#schema)
      : (listSizes(name, type.name, given) ?? around);
    const possible = isAbstractType(type) ? this.#schema.getPossibleTypes(type) : [type];
    const each = Math.max(
      ...possible.map((one) =>
        isEntity(one)
          ? 1 + this.of(selectionSet, one, none)
          : ownCost(one) + this.of(selectionSet, one, sizes),
      ),
    );
    return asked + each * (isList(field.type) ? (sizes[field.name] ?? 1) : 1);
  }

  #arguments(field: GraphQLField<unknown, unknown>, node: FieldNode): Arguments {
    const given = getArgumentValues(field, node, this.#asked.variables);
    const defaults = Object.fromEntries(field.args.map(({ name, defaultValue }) => [name, defaultValue]));
    // null means the default, as it does to the resolvers
    return Object.fromEntries(field.args.map(({ name }) => [name, given[name] ?? defaults[name]]));
  }

  #isIncluded(node: FieldNode | SelectionSetNode['selections'][number]): boolean {
    if (!node.directives?.length) return true;
    const { variables } = this.#asked;
    const skip = getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'];
    const include = getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'];
    return skip !== true && include !== false;
  }

  #applies(condition: string | undefined, type: GraphQLObjectType): boolean {
    if (condition === undefined || condition === type.name) return true;
    const wider = this.#schema.getType(condition);
    return isAbstractType(wider) && this.#schema.isSubType(wider, type);
  }
}

const isList = (type: GraphQLOutputType): boolean => isListType(isNonNullType(type) ? type.ofType : type);

const isEntity = (type: GraphQLObjectType): boolean =>
  type.getInterfaces().some(({ name }) => name === 'Entity');

const metaFields = new Map([SchemaMetaFieldDef, TypeMetaFieldDef].map((field) => [field.name, field]));

/** Of what is no entity. */
const ownCost = ({ name }: GraphQLObjectType): number =>
  name === 'GraphEdge' ? 1 : name.startsWith('__') ? 0.25 : 0;
