import type { IncomingHttpHeaders } from 'node:http';
import { HeaderMap, type HTTPGraphQLRequest } from '@apollo/server';
import type { FastifyRequest } from 'fastify';

/** Converts a Fastify request to the form that Apollo reads. */
export const graphqlRequest = ({ method, url, headers, body }: FastifyRequest): HTTPGraphQLRequest => {
  const [, query = ''] = /\?(.*)$/.exec(url) ?? [];
  return {
    method,
    headers: headerMap(method, headers),
    search: method === 'GET' ? withoutEmptyParameters(query) : '',
    body: withoutEmptyFields(body),
  };
};

/** The GraphQL document of a request, or an empty text if there is none. */
export const documentOf = ({ method, search, body }: HTTPGraphQLRequest): string => {
  const query =
    method === 'GET' ? new URLSearchParams(search).get('query') : (body as { query?: unknown } | null)?.query;
  return typeof query === 'string' ? query : '';
};

const headerMap = (method: string, headers: IncomingHttpHeaders): HeaderMap => {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  if (method !== 'GET') return map;
  // some clients send the content type of forms although a GET has no body; Apollo would refuse the request because of
  // it
  if (map.get('content-type')?.startsWith('application/x-www-form-urlencoded')) map.delete('content-type');
  // Apollo's CSRF prevention accepts a GET request that has the header apollo-require-preflight
  if (!mayComeFromOtherSite(headers)) map.set('apollo-require-preflight', 'true');
  return map;
};

/**
 * Whether a page of another site may have caused a browser to send this GET request. Browsers send the header
 * Sec-Fetch-Site, but not over plain HTTP to other machines. Without this header, the header User-Agent shows whether
 * the client is a browser: it begins with Mozilla in all browsers, and a page cannot change it.
 */
const mayComeFromOtherSite = (headers: IncomingHttpHeaders): boolean => {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  return headers.origin !== undefined || (headers['user-agent'] ?? '').startsWith('Mozilla/');
};

/** Parameters that some clients send with an empty value instead of leaving them out. */
const optionalParameters = ['operationName', 'variables', 'extensions'];

const withoutEmptyParameters = (query: string): string => {
  const parameters = new URLSearchParams(query);
  for (const name of optionalParameters) parameters.delete(name, '');
  return `?${parameters.toString()}`;
};

const withoutEmptyFields = (body: unknown): unknown => {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  const isKept = ([name, value]: [string, unknown]) => value !== '' || !optionalParameters.includes(name);
  return Object.fromEntries(Object.entries(body).filter(isKept));
};
