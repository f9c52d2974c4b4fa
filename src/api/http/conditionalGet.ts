import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { addVary } from './vary.ts';

/** The headers that describe a body. They are removed from a 304 answer, because it has no body. */
const bodyHeaders = ['content-disposition', 'content-length', 'content-type'];

/**
 * An `onSend` hook of Fastify. It gives the answer to a GET an ETag, a hash of the body, and sends 304 without a body
 * if the client already has this body. The ETag is weak, because it is the same for the plain and the compressed body
 * (RFC 9110, 8.8.3.3).
 */
export const conditionalGet = async (
  { method, headers }: FastifyRequest,
  reply: FastifyReply,
  body: unknown,
): Promise<unknown> => {
  if (method === 'POST' || reply.statusCode !== 200 || typeof body !== 'string') return body;
  const contentType = String(reply.getHeader('content-type'));
  const hash = createHash('sha1').update(contentType).update(body).digest('base64url');
  const etag = `W/"${hash}"`;
  // no-cache makes browsers ask the server whether the answer has changed before they reuse it
  reply.header('etag', etag).header('cache-control', 'no-cache');
  addVary(reply, 'accept-encoding');
  if (!isListed(etag, headers['if-none-match'])) return body;
  for (const name of bodyHeaders) reply.removeHeader(name);
  reply.code(304);
  return null;
};

/** Whether an If-None-Match header has the ETag, by the weak comparison of RFC 9110, 8.8.3.2. */
const isListed = (etag: string, header = ''): boolean =>
  header.trim() === '*' || header.match(/"[^"]*"/g)?.includes(etag.slice('W/'.length)) === true;
