import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failureOf, outputOf } from './commands.ts';
import type { Neo4jOptions, ServerRecipe } from './start.ts';

const IMAGE = 'neo4j:5.26-community';

/** How to run Neo4j with Docker, or why that is not possible. */
export async function dockerRecipe(options: Neo4jOptions): Promise<ServerRecipe | { unavailable: string }> {
  if (options.beforeStart) return { unavailable: 'neo4j-admin is not run in Docker' };
  const engine = await outputOf('docker', ['info', '--format', '{{.ServerVersion}}'], 3_000);
  if (!engine) return { unavailable: 'no Docker engine answers' };
  if ((await outputOf('docker', ['image', 'inspect', IMAGE], 10_000)) === undefined) {
    const failure = await failureOf('docker', ['pull', '-q', IMAGE], 600_000);
    if (failure !== undefined) return { unavailable: `Docker could not download ${IMAGE}: ${failure}` };
  }
  return {
    command: 'docker',
    args: (folder) => [
      ...['run', '--rm', '--cidfile', join(folder, 'container-id'), '--publish', '127.0.0.1::7687'],
      ...settings(options).flatMap((setting) => ['--env', setting]),
      IMAGE,
    ],
    address: async (folder) => {
      const container = await readFile(join(folder, 'container-id'), 'utf8').catch(() => '');
      if (container === '') return undefined;
      return (await outputOf('docker', ['port', container.trim(), '7687/tcp'], 5_000))?.split('\n')[0];
    },
  };
}

function settings(options: Neo4jOptions): string[] {
  return [
    // Without NEO4J_AUTH the initial password has to be changed, as with a server outside Docker.
    ...(options.password === undefined ? ['NEO4J_AUTH=none'] : []),
    `NEO4J_server_memory_heap_max__size=${options.heap ?? '1g'}`,
    `NEO4J_server_memory_pagecache_size=${options.pageCache ?? '64m'}`,
    'NEO4J_server_http_enabled=false',
    'NEO4J_db_memory_transaction_max=256m',
    'NEO4J_db_transaction_monitor_check_interval=200ms',
    'NEO4J_db_tx__log_preallocate=false',
    'NEO4J_dbms_usage__report_enabled=false',
    `NEO4J_initial_dbms_default__database=${options.database ?? 'neo4j'}`,
  ];
}
