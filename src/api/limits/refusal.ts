import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { ErrorCode } from '../../graph/errors.ts';

/** An operation that is not begun: what it answers, and under which HTTP status. */
export const refusal = (
  code: ErrorCode,
  message: string,
  { status = 400, headers = [], ...extensions }: RefusalDetails = {},
): GraphQLError =>
  new GraphQLError(message, {
    extensions: { code, ...extensions, http: { status, headers: new HeaderMap(headers) } },
  });

interface RefusalDetails {
  /** Default 400. */
  status?: number;
  headers?: [string, string][];
  /** What else a program may want to know. */
  [extension: string]: unknown;
}
