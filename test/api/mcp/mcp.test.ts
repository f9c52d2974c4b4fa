import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { openEmbeddedStore } from '../../../src/embedded/index.ts';
import { ADA, BO, collaborationCap, CY, GOTTINGEN, ONE, records, TWO } from '../../support/api/records.ts';
import { served } from '../../support/api/served.ts';
import { importRecords } from '../../support/stores.ts';

const toolNames = [
  'search',
  'profile',
  'collaborators',
  'suggestions',
  'paths',
  'reviewers',
  'related_papers',
  'slice',
];

const connected = async (transport: Transport): Promise<Client> => {
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(transport);
  return client;
};

interface ToolAnswer {
  isError?: boolean;
  text: string;
  data: unknown;
}

const call = async (client: Client, name: string, args: object): Promise<ToolAnswer> => {
  const result = await client.callTool({ name, arguments: { ...args } });
  const [content] = result.content as { type: string; text: string }[];
  return {
    ...(result.isError === true && { isError: true }),
    text: content?.text ?? '',
    data: result.structuredContent,
  };
};

describe('the MCP server over HTTP', () => {
  const api = served({ mcp: true });
  const transport = () => new StreamableHTTPClientTransport(new URL(`${api.url}/mcp`)) as Transport;
  let client: Client;
  beforeAll(async () => {
    client = await connected(transport());
  });
  afterAll(() => client.close());

  it('describes its tools and their arguments, and that they only read', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(toolNames);
    for (const { description, inputSchema, annotations } of tools) {
      expect(description?.length).toBeGreaterThan(40);
      expect(annotations).toMatchObject({ readOnlyHint: true });
      for (const argument of Object.values(inputSchema.properties ?? {})) {
        expect(argument).toHaveProperty('description');
      }
    }
  });

  it('finds entities with their ids', async () => {
    expect(await call(client, 'search', { text: 'love' })).toEqual({
      text: `1 found, the best first:\n- Ada Løvelace (author, 3 papers) [${ADA}]`,
      data: {
        search: { totalCount: 1, nodes: [{ id: ADA, label: 'Ada Løvelace', kind: 'AUTHOR', paperCount: 3 }] },
      },
    });
    expect(await call(client, 'search', { text: 'love', kinds: ['TOPIC'] })).toMatchObject({
      text: '0 found, the best first: none.',
    });
  });

  it.each([
    ['author', ADA, ['h-index 2, papers of 2019–2021', BO, ONE, GOTTINGEN]],
    ['paper', ONE, ['Abstract: Graphs are drawn.', ADA, TWO]],
    ['institution', GOTTINGEN, [ADA, ONE]],
    ['topic', 'topic:topic:graphs', [ADA, TWO]],
  ])('has a profile of an %s', async (_, id, parts) => {
    const { text, data } = await call(client, 'profile', { id });
    for (const part of parts) expect(text).toContain(part);
    expect(data).toMatchObject({ node: { id } });
  });

  it('lists collaborators, suggestions, paths, related papers and slices', async () => {
    const { text } = await call(client, 'collaborators', { id: ADA, first: 1 });
    expect(text).toBe(
      `2 collaborators of Ada Løvelace:\n- Bo Erdős (author, 2 papers) [${BO}]: 2 joint papers, 2020–2021`,
    );
    expect((await call(client, 'suggestions', { id: ADA })).text).toBe(
      '0 suggestions for Ada Løvelace: none.',
    );
    expect((await call(client, 'paths', { from: BO, to: CY, k: 1 })).text).toBe(
      `1 paths:\n- Bo Erdős [${BO}] –(1 joint papers)– Cy Noether [${CY}]`,
    );
    expect((await call(client, 'related_papers', { id: ONE })).text).toContain(TWO);
    const { text: graph, data } = await call(client, 'slice', { ids: [ADA], kinds: ['AUTHOR'] });
    expect(graph).toContain(`CO_AUTHORED ${ADA}, weight 2`);
    expect(data).toMatchObject({ graph: { missingIds: [] } });
  });

  it('suggests reviewers of a subject, and says how many have a conflict of interest', async () => {
    const { text, data } = await call(client, 'reviewers', {
      topicIds: ['topic:topic:graphs'],
      authorIds: [CY],
    });
    expect(text).toMatch(/^\d reviewers; \d others have a conflict of interest/);
    expect(data).toMatchObject({ reviewers: { excludedCount: expect.any(Number), status: 'COMPLETE' } });
    const byText = await call(client, 'reviewers', { text: 'graphs', first: 1 });
    expect(byText.text).toContain('for example “');
    expect(await call(client, 'reviewers', { text: 'graphs', paperId: ONE })).toMatchObject({
      isError: true,
      text: expect.stringContaining('exactly one'),
    });
  });

  it('says what is wrong', async () => {
    expect(await call(client, 'profile', { id: 'author:drawn-name:Nobody' })).toMatchObject({
      text: expect.stringContaining('No entity with this id'),
      data: { node: null },
    });
    expect(await call(client, 'profile', { id: 'nonsense' })).toMatchObject({
      isError: true,
      text: expect.stringContaining('nonsense'),
    });
    expect(await call(client, 'search', { text: 'a', first: 1000 })).toMatchObject({ isError: true });
  });

  it('refuses requests of pages of other origins, and has no stream', async () => {
    const headers = { 'content-type': 'application/json', origin: 'https://example.org' };
    const refused = await fetch(`${api.url}/mcp`, { method: 'POST', headers, body: '{}' });
    expect(refused.status).toBe(403);
    expect((await fetch(`${api.url}/mcp`)).status).toBe(405);
  });
});

describe('a server without the setting MCP', () => {
  const api = served();

  it('does not answer at /mcp', async () => {
    const headers = { 'content-type': 'application/json' };
    expect((await fetch(`${api.url}/mcp`, { method: 'POST', headers, body: '{}' })).status).toBe(404);
  });
});

describe('the command mcp', () => {
  it('answers on standard input and output', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'coauthor-graph-mcp-'));
    const store = await openEmbeddedStore({ directory, collaborationCap });
    await importRecords(store, records);
    await store.close();
    const client = await connected(
      new StdioClientTransport({
        command: process.execPath,
        args: ['dist/cli.js', 'mcp'],
        env: { DATA_DIR: directory, COLLABORATION_CAP: String(collaborationCap) },
      }),
    );
    expect((await client.listTools()).tools.map(({ name }) => name)).toEqual(toolNames);
    expect((await call(client, 'search', { text: 'erdos' })).text).toContain(BO);
    await client.close();
    rmSync(directory, { recursive: true });
  });

  it('answers every request before its input ended', () => {
    const directory = mkdtempSync(join(tmpdir(), 'coauthor-graph-mcp-'));
    const messages = [
      {
        id: 1,
        method: 'initialize',
        params: { protocolVersion: '2024-11-05', capabilities: {}, clientInfo: { name: 'x', version: '1' } },
      },
      { method: 'notifications/initialized' },
      { id: 2, method: 'tools/call', params: { name: 'search', arguments: { text: 'erdos' } } },
    ];
    const { stdout } = spawnSync(process.execPath, ['dist/cli.js', 'mcp'], {
      env: { ...process.env, DATA_DIR: directory },
      input: messages.map((message) => `${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`).join(''),
      encoding: 'utf8',
    });
    const ids = stdout
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { id: number }).id);
    expect(ids).toEqual([1, 2]);
    rmSync(directory, { recursive: true });
  });
});
