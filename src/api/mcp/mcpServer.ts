import { readFileSync } from 'node:fs';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { entityTools } from './entityTools.ts';
import { graphTools } from './graphTools.ts';
import { peopleTools } from './peopleTools.ts';
import type { Tool } from './tool.ts';

/** The answer to a GraphQL request. */
export interface GraphqlAnswer {
  data?: Record<string, unknown> | null;
  errors?: readonly { message: string }[];
}

export type ExecuteGraphql = (
  document: string,
  variables: Readonly<Record<string, unknown>>,
) => Promise<GraphqlAnswer>;

const tools: Readonly<Record<string, Tool>> = { ...entityTools, ...peopleTools, ...graphTools };

const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const instructions =
  'A graph of scientific papers, their authors, institutions and topics. Entities have ids such as author:orcid:0000-0002-1825-0097; search finds them. All tools only read.';

/**
 * Creates a server for the Model Context Protocol. Each of its tools executes one GraphQL operation, to which the usual
 * limits and costs apply.
 */
export const createMcpServer = (execute: ExecuteGraphql): McpServer => {
  const server = new McpServer({ name: 'coauthor-graph', version }, { instructions });
  for (const [name, { title, description, input, document, text }] of Object.entries(tools)) {
    const annotations = { readOnlyHint: true, openWorldHint: false };
    const config = { title, description, inputSchema: input, annotations };
    server.registerTool(name, config, async (args: Record<string, unknown>) =>
      toolResult(await execute(document, args), text),
    );
  }
  return server;
};

/** The answer both as a text and as structured content. If there are errors, the text has their messages. */
const toolResult = ({ data, errors }: GraphqlAnswer, text: Tool['text']): CallToolResult => {
  if (!data || errors) {
    const messages = (errors ?? []).map(({ message }) => message);
    return {
      isError: true,
      content: [{ type: 'text', text: messages.join('\n') || 'The server did not answer.' }],
    };
  }
  return { structuredContent: data, content: [{ type: 'text', text: text(data as never) }] };
};
