import type { FastifyReply } from 'fastify';

/**
 * Adds the name of a request header on which the response depends to the header Vary, and keeps the names of plugins.
 */
export const addVary = (reply: FastifyReply, name: string): void => {
  const names = [reply.getHeader('vary') ?? []].flat().map(String);
  if (!names.join(',').toLowerCase().includes(name)) reply.header('vary', [...names, name].join(', '));
};
