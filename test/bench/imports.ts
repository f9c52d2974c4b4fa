import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openEmbeddedStore } from '../../src/embedded/index.ts';
import { importFormats } from '../../src/import/formats/importFormats.ts';
import { runImport } from '../../src/import/runImport.ts';
import { withJsonLines } from '../support/jsonLines.ts';
import { hasRealData, importAnthology } from './datasets.ts';
import { scratchFolder } from './prepared.ts';
import { printTable, type Cell } from './table.ts';
import { secondsOf } from './timing.ts';

const program = join(import.meta.dirname, '..', '..', 'dist', 'cli.js');

/** What takes seconds and is therefore run once. @param directory of an embedded store with the data */
export const measureImports = async (directory: string): Promise<void> => {
  const rows: Cell[][] = [];
  if (hasRealData()) rows.push(...(await anthologyImports()));
  else console.log('Imports: left out, they are of the ACL Anthology, which is not in ../shared/data.');
  console.log('Start of the server …');
  const savedGraph = join(directory, 'graph.memory');
  rmSync(savedGraph, { force: true });
  rows.push([
    'start of the server on all data, until it is ready: the graph is computed',
    await secondsToReady(directory, () => existsSync(savedGraph) || !hasRealData()),
  ]);
  rows.push(['… the saved graph is read', await secondsToReady(directory)]);
  printTable('Embedded store, single runs', ['what', 'seconds'], rows);
};

const anthologyImports = async (): Promise<Cell[][]> => {
  console.log('Imports of the ACL Anthology into an embedded store …');
  const directory = scratchFolder('imports');
  const store = await openEmbeddedStore({ directory });
  try {
    return [
      ['import of the ACL Anthology', await secondsOf(() => importAnthology(store))],
      ['the same once more, unchanged', await secondsOf(() => importAnthology(store))],
      [
        'one more paper, until it can be asked for',
        await withJsonLines([onePaper], (file) =>
          secondsOf(async () => {
            await runImport({ store, format: importFormats.get('jsonl')!, paths: [file] });
            await store.entities([`paper:doi:${onePaper.ids.doi}`]);
          }),
        ),
      ],
    ];
  } finally {
    await store.close();
    rmSync(directory, { recursive: true });
  }
};

const onePaper = {
  source: 'acl',
  ids: { doi: '10.5555/one-more-paper' },
  title: 'One more paper',
  year: 2023,
  authors: [{ name: 'Christopher D. Manning' }, { name: 'A Newcomer' }],
};

/**
 * From calling the compiled program to its first answer that it is ready.
 *
 * @param mayEnd what the program runs on for
 */
const secondsToReady = async (directory: string, mayEnd = (): boolean => true): Promise<number> => {
  const port = await freePort();
  const began = performance.now();
  const child = spawn(process.execPath, [program, 'serve'], {
    env: { ...process.env, ...noNeo4j, DATA_DIR: directory, PORT: String(port), LOG_LEVEL: 'silent' },
    stdio: 'ignore',
  });
  const ended = once(child, 'exit');
  while (child.exitCode === null && !(await isReady(port))) await pause(5);
  const seconds = (performance.now() - began) / 1_000;
  if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}.`);
  while (!mayEnd()) await pause(50);
  child.kill('SIGTERM');
  await ended;
  return seconds;
};

/** What is empty is not set. */
const noNeo4j = { NEO4J_URI: '', NEO4J_USERNAME: '', NEO4J_PASSWORD: '', NEO4J_DATABASE: '' };

const isReady = async (port: number): Promise<boolean> => {
  try {
    return (await fetch(`http://127.0.0.1:${port}/health/ready`)).ok;
  } catch {
    return false;
  }
};

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};
