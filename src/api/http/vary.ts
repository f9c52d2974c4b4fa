import type { FastifyReply } from 'fastify';

/** Adds the name of a request header on which the response depends. Plugins may have set others. */
export const addVary = (reply: FastifyReply, name: string): void => {
  const names = [reply.getHeader('vary') ?? []].flat().map(String);
  if (!names.join(',').toLowerCase().includes(name)) reply.header('vary', [...names, name].join(', '));
};
