import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { injectedGraphql } from '../mcp/injectedGraphql.ts';
import { createMcpServer } from '../mcp/mcpServer.ts';
import { errorAnswer } from './errorAnswer.ts';

/**
 * Answers the Model Context Protocol at POST /mcp. Each request is answered on its own, without a session or a stream.
 *
 * @param corsOrigins the origins whose pages may send requests, or '*' for all
 */
export const mcpRoute = (server: FastifyInstance, corsOrigins: readonly string[]): void => {
  server.post('/mcp', async (request, reply) => {
    if (!isAllowed(request, corsOrigins)) {
      const message = `Pages of ${request.headers.origin ?? ''} may not send requests. Add the origin to CORS_ORIGINS.`;
      return reply.code(403).send(errorAnswer(request.id, 'BAD_REQUEST', message));
    }
    const { authorization } = request.headers;
    const execute = injectedGraphql(server, {
      address: request.ip,
      ...(authorization !== undefined && { authorization }),
    });
    const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
    const mcpServer = createMcpServer(execute);
    await mcpServer.connect(transport);
    try {
      const response = await transport.handleRequest(webRequest(request), { parsedBody: request.body });
      reply.code(response.status);
      const type = response.headers.get('content-type');
      if (type !== null) reply.type(type);
      return await reply.send(await response.text());
    } finally {
      await mcpServer.close();
    }
  });
  // a GET would open a stream, which this server does not offer
  server.get('/mcp', (_, reply) => reply.code(405).header('allow', 'POST').send());
};

/** Whether the origin of the page that sends the request is allowed. The protocol requires this check. */
const isAllowed = ({ headers: { origin }, host }: FastifyRequest, corsOrigins: readonly string[]): boolean =>
  origin === undefined ||
  corsOrigins.includes('*') ||
  corsOrigins.includes(origin) ||
  (URL.canParse(origin) && new URL(origin).host === host);

const webRequest = ({ headers, protocol, host, url }: FastifyRequest): Request =>
  new Request(`${protocol}://${host}${url}`, {
    method: 'POST',
    headers: Object.entries(headers).flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  });
