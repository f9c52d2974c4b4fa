import type { FastifyInstance } from 'fastify';

/** How often connections that have nothing to answer are looked for. */
const SWEEP = 25;

/**
 * Ends a server: new connections are refused, accepted requests are answered, and connections kept alive for
 * later are closed as soon as they have nothing to answer, for they would hold the end up until they time out.
 *
 * @param milliseconds how long to wait for what is being answered before it is cut off
 */
export const drainServer = async (server: FastifyInstance, milliseconds: number): Promise<void> => {
  const sweeping = setInterval(() => server.server.closeIdleConnections(), SWEEP);
  const bound = setTimeout(() => server.server.closeAllConnections(), milliseconds);
  try {
    await server.close();
  } finally {
    clearInterval(sweeping);
    clearTimeout(bound);
  }
};
