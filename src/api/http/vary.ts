import type { FastifyReply } from 'fastify';

/**
 * Adds the name of a request header to the response header Vary, because the response depends on it. Names that plugins
 * have added stay.
 */
export const addVary = (reply: FastifyReply, name: string): void => {
  const names = [reply.getHeader('vary') ?? []].flat().map(String);
  if (!names.join(',').toLowerCase().includes(name)) reply.header('vary', [...names, name].join(', '));
};
