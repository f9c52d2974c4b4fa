import type { TypedDocumentString } from '../__generated__/graphql.ts';
import { storedKey } from './apiKey.ts';
import { RequestError } from './requestError.ts';

export interface QueryResult<Data> {
  data: Data;
  /** Set if parts of the data are null because the server could not compute them. */
  error: RequestError | undefined;
}

interface Body<Data> {
  data?: Data | null;
  errors?: { message: string; extensions?: { code?: string; requestId?: string } }[];
}

/** How long an answer to a query that was sent in advance may be used, in milliseconds. */
const FRESH_TIME = 10_000;

/** Answers to queries that were sent in advance and not used yet, by the body of the request. */
const requestedAhead = new Map<string, Promise<Response>>();

/** Sends a query in advance. When `sendQuery` is called with the same query, it uses this answer, once. */
export const requestAhead = <Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
): void => {
  const body = bodyOf(document, variables);
  if (requestedAhead.has(body)) return;
  const response = post(body);
  requestedAhead.set(body, response);
  const forget = (): void => {
    if (requestedAhead.get(body) === response) requestedAhead.delete(body);
  };
  response.catch(forget);
  setTimeout(forget, FRESH_TIME);
};

/**
 * Sends a query to the server of this page.
 *
 * @throws {RequestError} if there is no data; the signal's reason if the signal was aborted
 */
export const sendQuery = async <Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<QueryResult<Data>> => {
  const request = bodyOf(document, variables);
  const ahead = requestedAhead.get(request);
  requestedAhead.delete(request);
  const response = await (ahead ?? post(request, signal));
  const { data, errors } = await parse<Data>(response);
  signal?.throwIfAborted();
  const first = errors?.[0];
  const error = first && new RequestError(first.extensions?.code, first.message, first.extensions?.requestId);
  if (data === undefined || data === null) throw error ?? new RequestError(undefined, response.statusText);
  return { data, error };
};

const bodyOf = (query: unknown, variables: unknown): string =>
  JSON.stringify({ query: String(query), variables });

const post = async (body: string, signal?: AbortSignal): Promise<Response> => {
  const key = storedKey();
  try {
    return await fetch('/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(key !== null && { authorization: `Bearer ${key}` }),
      },
      body,
      ...(signal && { signal }),
    });
  } catch (error) {
    signal?.throwIfAborted();
    throw new RequestError('UNREACHABLE', String(error));
  }
};

const parse = async <Data>(response: Response): Promise<Body<Data>> => {
  try {
    return (await response.json()) as Body<Data>;
  } catch (error) {
    throw new RequestError(undefined, `${response.status} ${String(error)}`);
  }
};
