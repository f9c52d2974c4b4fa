import type { FastifyInstance } from 'fastify';
import type { ExecuteGraphql, GraphqlAnswer } from './mcpServer.ts';

/** The client for which an operation is executed and which is charged its cost. */
interface Client {
  address?: string;
  authorization?: string;
}

/**
 * Executes operations through the server's own route /graphql, but without a network connection. So all limits, logs
 * and metrics of the route apply to them.
 */
export const injectedGraphql =
  (server: FastifyInstance, { address, authorization }: Client = {}): ExecuteGraphql =>
  async (query, variables) => {
    const response = await server.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) },
      ...(address !== undefined && { remoteAddress: address }),
      payload: { query, variables },
    });
    return response.json<GraphqlAnswer>();
  };
