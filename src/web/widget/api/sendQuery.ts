import type { TypedDocumentString } from '../__generated__/graphql.ts';

/** How long an answer is waited for, in milliseconds. The server itself gives up long before. */
const LONGEST_WAIT = 30_000;

/** Why there is no answer, in words for the person who looks at the page. */
export class QueryFault extends Error {
  override name = 'QueryFault';
}

/**
 * The answer to a query.
 *
 * @param endpoint address of the GraphQL API
 * @param signal ends the request
 * @throws QueryFault where there is no answer, and the signal's own reason after it
 */
export const answered = async <Answer, Variables>(
  endpoint: string,
  document: TypedDocumentString<Answer, Variables>,
  variables: Variables,
  signal: AbortSignal,
): Promise<Answer> => {
  const bound = AbortSignal.any([signal, AbortSignal.timeout(LONGEST_WAIT)]);
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query: document.toString(), variables }),
      signal: bound,
    });
    return answerIn(await response.text(), response.status) as Answer;
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof QueryFault) throw error;
    throw new QueryFault(
      bound.aborted ? 'The server takes too long to answer.' : 'The server cannot be reached.',
      { cause: error },
    );
  }
};

interface Body {
  data?: object | null;
  errors?: { message: string }[];
}

const answerIn = (text: string, status: number): object => {
  let body: Body | undefined;
  try {
    body = JSON.parse(text) as Body;
  } catch {
    throw new QueryFault(`The server failed (HTTP ${status}).`);
  }
  const message = body.errors?.[0]?.message;
  if (message !== undefined) throw new QueryFault(message);
  if (!body.data) throw new QueryFault(`The server failed (HTTP ${status}).`);
  return body.data;
};
