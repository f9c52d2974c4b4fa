import { injectedGraphql } from '../api/mcp/injectedGraphql.ts';
import { createMcpServer } from '../api/mcp/mcpServer.ts';
import { createServer } from '../server.ts';
import { readSettings } from '../settings.ts';
import { AnsweringTransport } from './answeringTransport.ts';
import { openStore } from './openStore.ts';

/**
 * Serves the Model Context Protocol on standard input and output until the input ends. Nothing else may be printed to
 * standard output.
 */
export const serveMcp = async (): Promise<void> => {
  const settings = readSettings(process.env);
  const store = await openStore(settings);
  try {
    // this server does not listen on a port: MCP tools call its routes directly
    const { fastify } = await createServer(store, { rateLimit: 0 });
    const mcpServer = createMcpServer(injectedGraphql(fastify));
    const transport = new AnsweringTransport();
    const end = new Promise<void>((resolve) => {
      process.stdin.once('end', resolve).once('close', resolve);
    });
    await mcpServer.connect(transport);
    await end;
    await transport.allAnswered();
    await mcpServer.close();
    await fastify.close();
  } finally {
    await store.close();
  }
};
