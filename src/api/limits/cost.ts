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
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { listSizes, type Arguments, type Sizes } from './listSizes.ts';

/** An operation that passed validation, and what it is asked with. */
export interface AskedOperation {
  operation: OperationDefinitionNode;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Coerced. */
  variables: Readonly<Record<string, unknown>>;
}

/**
 * What an operation costs: the entities it may return at most, each as often as it appears, and one more for each
 * question the store is asked about one of them (a page, metrics, paths). Lists multiply what is inside them, as
 * long as they may be; where a selection may meet several kinds, the dearest counts.
 */
export const operationCost = (schema: GraphQLSchema, asked: AskedOperation): number => {
  const query = schema.getQueryType();
  if (!query || asked.operation.operation !== OperationTypeNode.QUERY) return 0;
  return new Costing(schema, asked).of(asked.operation.selectionSet, query, none);
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
        const field = type.getFields()[selection.name.value];
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
    if (!selectionSet || !isCompositeType(type)) return questions.has(name) ? 1 : 0;
    const sizes = listSizes(name, type.name, () => this.#arguments(field, node)) ?? around;
    const possible = isAbstractType(type) ? this.#schema.getPossibleTypes(type) : [type];
    const each = Math.max(
      ...possible.map((one) =>
        isEntity(one) ? 1 + this.of(selectionSet, one, none) : this.of(selectionSet, one, sizes),
      ),
    );
    const asked = isQuestion(name, type.name) ? 1 : 0;
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

/** Fields beside connections for which the store is asked. */
const questions = new Set([
  'Author.metrics',
  'Paper.abstract',
  'Query.collaboration',
  'Query.collaborationPaths',
  'Query.graph',
  'Query.statistics',
  'Query.topicPaths',
  'SuggestedCollaboratorEdge.introduction',
]);

const isQuestion = (field: string, returns: string): boolean =>
  returns.endsWith('Connection') || questions.has(field);
