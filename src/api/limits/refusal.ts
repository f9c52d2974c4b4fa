import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { ErrorCode } from '../../graph/errors.ts';

interface RefusalDetails {
  /** The HTTP status; by default 400. */
  status?: number;
  headers?: [string, string][];
  /** Further fields for the error's extensions. */
  [extension: string]: unknown;
}

/** The error of an operation that is refused before it is executed. */
export const refusal = (
  code: ErrorCode,
  message: string,
  { status = 400, headers = [], ...extensions }: RefusalDetails = {},
): GraphQLError =>
  new GraphQLError(message, {
    extensions: { code, ...extensions, http: { status, headers: new HeaderMap(headers) } },
  });
