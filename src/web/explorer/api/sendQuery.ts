import type { TypedDocumentString } from '../__generated__/graphql.ts';
import { Failure } from './requestError.ts';

/** What came of a question: its answer, and whether parts of it (null in the answer) failed. */
export interface Answer<Data> {
  data: Data;
  /** What went wrong in parts of the answer. */
  failure: Failure | undefined;
}

interface Body<Data> {
  data?: Data | null;
  errors?: { message: string; extensions?: { code?: string; requestId?: string } }[];
}

/**
 * Asks the server this page came from.
 *
 * @throws {Failure} where there is no answer; the signal's reason where it was aborted
 */
export const ask = async <Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Answer<Data>> => {
  const response = await reached(document, variables, signal);
  const { data, errors } = await read<Data>(response);
  signal?.throwIfAborted();
  const first = errors?.[0];
  const failure = first && new Failure(first.extensions?.code, first.message, first.extensions?.requestId);
  if (data === undefined || data === null) throw failure ?? new Failure(undefined, response.statusText);
  return { data, failure };
};

const reached = async (query: unknown, variables: unknown, signal?: AbortSignal): Promise<Response> => {
  try {
    return await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query: String(query), variables }),
      ...(signal && { signal }),
    });
  } catch (error) {
    signal?.throwIfAborted();
    throw new Failure('UNREACHABLE', String(error));
  }
};

const read = async <Data>(response: Response): Promise<Body<Data>> => {
  try {
    return (await response.json()) as Body<Data>;
  } catch (error) {
    throw new Failure(undefined, `${response.status} ${String(error)}`);
  }
};
