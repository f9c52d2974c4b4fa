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
import type { RequestContext } from '../execution/requestContext.ts';
import { operationCost } from './cost.ts';
import { refusal } from './refusal.ts';

/** What an operation may cost at most. */
export const MOST_COST = 5000;

/** What costs more is not begun in the round of the event loop it arrived in, where much else may have arrived. */
const QUICK = 250;

/**
 * Says what each operation costs, in the answer's `extensions.cost`, and refuses those that cost too much before
 * anything is read for them.
 */
export const costLimit: ApolloServerPlugin<RequestContext> = {
  requestDidStart: async ({ schema }) => ({
    didResolveOperation: async ({ operation, document, request, contextValue }) => {
      contextValue.operation.name = operation?.name?.value ?? null;
      const cost = costOf(schema, document, operation, request.variables ?? {});
      if (cost === undefined) return;
      contextValue.operation.cost = cost;
      if (cost > MOST_COST) {
        const message = `The operation may return ${cost} entities; at most ${MOST_COST} are allowed. Ask for shorter lists within lists.`;
        throw refusal('COST_LIMIT_EXCEEDED', message, { cost, most: MOST_COST });
      }
      await contextValue.charge(Math.max(1, cost));
      if (cost > QUICK) await cooperativeScheduler.nextSlice();
    },
    willSendResponse: async ({
      response: { body },
      contextValue: {
        operation: { cost },
      },
    }) => {
      if (cost === undefined || body.kind !== 'single') return;
      body.singleResult.extensions = { ...body.singleResult.extensions, cost };
    },
  }),
};

/**
 * Undefined where there is no operation to execute: whoever tries says why.
 *
 * @throws GraphQLError BAD_USER_INPUT about the first variable whose value is wrong, and no other: each error quotes
 *   the whole value, and a large one that is wrong throughout would keep the process busy for a second.
 */
const costOf = (
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode | null | undefined,
  given: Readonly<Record<string, unknown>>,
): number | undefined => {
  if (!operation) return undefined;
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], given, {
    maxErrors: 1,
  });
  if (!coerced) throw wrongVariable(errors[0] as GraphQLError); // errors are never none
  return operationCost(schema, { operation, fragments: fragmentsOf(document), variables: coerced });
};

const wrongVariable = (error: GraphQLError): GraphQLError => {
  const http = { status: 400, headers: new HeaderMap() };
  Object.assign(error.extensions, { code: 'BAD_USER_INPUT', http });
  return error;
};

const fragments = new WeakMap<DocumentNode, ReadonlyMap<string, FragmentDefinitionNode>>();

const fragmentsOf = (document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> => {
  let known = fragments.get(document);
  if (!known) {
    const found = document.definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION);
    known = new Map(found.map((each) => [each.name.value, each]));
    fragments.set(document, known);
  }
  return known;
};
