import { HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import {
  getVariableValues,
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { cooperativeScheduler } from '../../graph/cooperativeScheduler.ts';
import type { RequestContext } from '../requestContext.ts';
import { operationCost } from './operationCost.ts';
import { refusal } from './refusal.ts';

/** The maximum cost of an operation; operations that cost more are refused. */
const MAX_COST = 5000;

/** An operation that costs more waits for a new time slice, because many such operations may arrive in one slice. */
const MAX_COST_WITHOUT_WAITING = 250;

/**
 * Computes the cost of each operation before it is executed, refuses an operation that costs too much, and sends the
 * cost in `extensions.cost` of the response.
 */
export const costLimit: ApolloServerPlugin<RequestContext> = {
  requestDidStart: async ({ schema }) => ({
    didResolveOperation: async ({ operation, document, request, contextValue }) => {
      contextValue.operation.name = operation?.name?.value ?? null;
      if (!operation) return; // Apollo then reports that the document has no such operation
      const cost = costOf(schema, document, operation, request.variables ?? {});
      contextValue.operation.cost = cost;
      if (cost > MAX_COST) {
        const message = `The operation costs ${cost} (entities it may return, and reads of the store); the maximum is ${MAX_COST}. Request shorter lists inside lists.`;
        throw refusal('COST_LIMIT_EXCEEDED', message, { cost, most: MAX_COST });
      }
      await contextValue.charge(Math.max(1, cost));
      if (cost > MAX_COST_WITHOUT_WAITING) await cooperativeScheduler.nextSlice();
    },
    willSendResponse: async ({ response: { body }, contextValue }) => {
      const { cost } = contextValue.operation;
      if (cost === undefined || body.kind !== 'single') return;
      body.singleResult.extensions = { ...body.singleResult.extensions, cost };
    },
  }),
};

/**
 * @throws GraphQLError BAD_USER_INPUT for the first variable with a wrong value. Other wrong variables are not
 *   reported, because each error message quotes the whole value, and formatting a large value takes up to a second.
 */
const costOf = (
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variableInputs: Readonly<Record<string, unknown>>,
): number => {
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variableInputs, {
    maxErrors: 1,
  });
  // getVariableValues returns either the coerced values or at least one error
  if (!coerced) throw wrongVariable(errors[0] as GraphQLError);
  return operationCost(schema, { operation, fragments: fragmentsOf(document), variables: coerced });
};

const wrongVariable = (error: GraphQLError): GraphQLError => {
  const http = { status: 400, headers: new HeaderMap() };
  Object.assign(error.extensions, { code: 'BAD_USER_INPUT', http });
  return error;
};

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

const fragmentsOfDocuments = new WeakMap<DocumentNode, Fragments>();

const fragmentsOf = (document: DocumentNode): Fragments => {
  const existing = fragmentsOfDocuments.get(document);
  if (existing) return existing;
  const definitions = document.definitions.filter(
    (definition) => definition.kind === Kind.FRAGMENT_DEFINITION,
  );
  const fragments = new Map(definitions.map((fragment) => [fragment.name.value, fragment]));
  fragmentsOfDocuments.set(document, fragments);
  return fragments;
};
