import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { setImmediate } from 'node:timers/promises';
import { injectedGraphql } from '../api/mcp/injectedGraphql.ts';
import { createMcpServer, type ExecuteGraphql } from '../api/mcp/mcpServer.ts';
import { createServer } from '../server.ts';
import { readSettings } from '../settings.ts';
import { openStore } from './openStore.ts';

/**
 * Serves the Model Context Protocol on standard input and output until the input ends. Nothing else may be printed to
 * standard output.
 */
export const serveMcp = async (): Promise<void> => {
  const settings = readSettings(process.env);
  const store = await openStore(settings);
  try {
    const { fastify } = await createServer(store, { rateLimit: 0 }); // never listens
    const { execute, allAnswered } = counted(injectedGraphql(fastify));
    const mcpServer = createMcpServer(execute);
    const end = new Promise<void>((resolve) => {
      process.stdin.once('end', resolve).once('close', resolve);
    });
    await mcpServer.connect(new StdioServerTransport());
    await end;
    await allAnswered();
    await mcpServer.close();
    await fastify.close();
  } finally {
    await store.close();
  }
};

/** Executes operations, and waits for those that are under way, because the input may end before they are answered. */
const counted = (execute: ExecuteGraphql): { execute: ExecuteGraphql; allAnswered: () => Promise<void> } => {
  const running = new Set<Promise<unknown>>();
  return {
    execute: (...args) => {
      const answer = execute(...args);
      running.add(answer);
      const end = () => running.delete(answer);
      answer.then(end, end);
      return answer;
    },
    // messages begin and answers are sent in the next rounds of the event loop
    allAnswered: async () => {
      do {
        await Promise.allSettled(running);
        for (let round = 0; round < 10; round += 1) await setImmediate();
      } while (running.size > 0);
    },
  };
};
