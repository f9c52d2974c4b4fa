import type { FastifyInstance } from 'fastify';
import type { ExecuteGraphql, GraphqlAnswer } from './mcpServer.ts';

/** The client on whose behalf an operation is executed: it pays for it. */
interface Client {
  address?: string;
  authorization?: string;
}

/** Executes operations by the server's own route /graphql, without a connection: with all its limits, logs and metrics. */
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
