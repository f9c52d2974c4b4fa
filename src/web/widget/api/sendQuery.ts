import type { TypedDocumentString } from '../__generated__/graphql.ts';

/** The time limit of a query in milliseconds. It is longer than the time limit of the server. */
const TIMEOUT = 30_000;

/** The server did not answer a query, or its answer is not complete. The message is shown to the reader of the page. */
export class QueryError extends Error {
  override name = 'QueryError';
}

/**
 * Sends a query and returns its data.
 *
 * @param endpoint address of the GraphQL API
 * @throws QueryError if there is no complete answer; the signal's reason if the signal was aborted
 */
export const sendQuery = async <Data, Variables>(
  endpoint: string,
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  signal: AbortSignal,
): Promise<Data> => {
  const signalWithTimeout = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT)]);
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query: document.toString(), variables }),
      signal: signalWithTimeout,
    });
    return parseAnswer(await response.text(), response.status) as Data;
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof QueryError) throw error;
    throw new QueryError(
      signalWithTimeout.aborted
        ? `The server did not answer within ${TIMEOUT / 1000} seconds.`
        : `The server cannot be reached.${corsHint(endpoint)}`,
      { cause: error },
    );
  }
};

/**
 * A hint for a failed query: a server of another origin must allow this page. The browser does not tell whether this is
 * the cause of the failure.
 */
const corsHint = (endpoint: string): string =>
  new URL(endpoint, location.href).origin === location.origin
    ? ''
    : ` If it runs, it must allow this page: start it with CORS_ORIGINS=${location.origin}`;

interface Body {
  data?: object | null;
  errors?: { message: string }[];
}

const parseAnswer = (text: string, status: number): object => {
  let body: Body | undefined;
  try {
    body = JSON.parse(text) as Body;
  } catch {
    throw new QueryError(`The server failed (HTTP ${status}).`);
  }
  const message = body.errors?.[0]?.message;
  if (message !== undefined) throw new QueryError(message);
  if (!body.data) throw new QueryError(`The server failed (HTTP ${status}).`);
  return body.data;
};
