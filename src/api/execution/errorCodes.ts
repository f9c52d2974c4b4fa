import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { GraphError, type ErrorCode } from '../../graph/errors.ts';
import type { Log, RequestContext } from '../requestContext.ts';

const INTERNAL = 'INTERNAL_SERVER_ERROR';

/**
 * The maximum length of a message that is sent, in characters. A message may quote the request, which may be very long.
 */
const MAX_MESSAGE_LENGTH = 500;

/**
 * Gives every error the request id and a code: the code of a GraphError, or the code that Apollo gave it, or else
 * INTERNAL_SERVER_ERROR. Logs the errors that the client did not cause, each once per request.
 */
export const errorCodes: ApolloServerPlugin<RequestContext> = {
  requestDidStart: async () => ({
    didEncounterErrors: async ({ errors, contextValue: { log, requestId, onError } }) => {
      const logged = new Set<unknown>();
      for (const error of errors) {
        Object.assign(error.extensions, extensionsOf(error), { requestId });
        onError(String(error.extensions['code']));
        const cause = error.originalError ?? error;
        if (logged.has(cause)) continue;
        logged.add(cause);
        logServerError(log, error, requestId);
      }
    },
  }),
};

/**
 * The error as it is sent to the client: an internal error without its message, and no message longer than the maximum.
 */
export const formatError = (formatted: GraphQLFormattedError): GraphQLFormattedError => {
  if (formatted.extensions?.['code'] === INTERNAL) {
    const message =
      'The server failed to answer this field. The server log describes the error under the request id.';
    return { ...formatted, message };
  }
  const { message } = formatted;
  if (message.length <= MAX_MESSAGE_LENGTH) return formatted;
  return { ...formatted, message: `${message.slice(0, MAX_MESSAGE_LENGTH)}…` };
};

const extensionsOf = (error: GraphQLError): Record<string, unknown> => {
  const original = error.originalError ?? error;
  if (original instanceof GraphError) {
    return { code: original.code, ...(original.argument && { argument: original.argument }) };
  }
  const code = error.extensions['code'];
  if (typeof code === 'string' && code !== INTERNAL) return {};
  // at this point, graphql-js itself throws only if the value of a variable does not fit the type of an argument
  if (original instanceof GraphQLError && !original.originalError) return { code: 'BAD_USER_INPUT' };
  return { code: INTERNAL };
};

/** The codes of errors that the client caused. */
const clientErrors = new Set<ErrorCode>(['BAD_USER_INPUT', 'FORBIDDEN', 'UNAUTHENTICATED']);

/**
 * Logs an internal error with its stack. An error of a store that is unreachable or too slow is logged in one line.
 * Errors that the client caused are not logged.
 */
const logServerError = (log: Log, error: GraphQLError, requestId: string): void => {
  const { extensions, path, originalError } = error;
  const where = { path: path?.join('.'), requestId };
  if (extensions['code'] === INTERNAL) log.error({ err: originalError ?? error, ...where }, 'a field failed');
  if (!(originalError instanceof GraphError) || clientErrors.has(originalError.code)) return;
  const { code, message, cause } = originalError;
  const reason = cause instanceof Error ? cause.message : undefined;
  log.warn({ code, reason, ...where }, message);
};
