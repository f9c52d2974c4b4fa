import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { FaultProxy } from '../../support/neo4j/faultProxy.ts';
import { startNeo4j } from '../../support/neo4j/start.ts';
import { startProgram } from '../../support/program.ts';
import { load } from '../load.ts';
import { printTable } from '../table.ts';
import { median, quantile } from '../timing.ts';

const query = '{"query":"{ statistics { paperCount } }"}';

/** Breaks the way to a real database while the built program serves from it, and prints what a client notices. */
export const breakDatabase = async (rounds: number): Promise<void> => {
  const server = await startNeo4j({ onMessage: console.log });
  if ('unavailable' in server) {
    console.log(`Without Neo4j: ${server.unavailable}.`);
    return;
  }
  const directory = mkdtempSync(join(tmpdir(), 'coauthor-graph-outages-'));
  const proxy = new FaultProxy(server.uri);
  await proxy.pass();
  const settings = { DATA_DIR: directory, PORT: '0', LOG_LEVEL: 'info', NEO4J_URI: proxy.uri };
  const program = startProgram(['serve'], { settings });
  const address = await program.listening();
  const ask = async (): Promise<void> => {
    const response = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: query,
    });
    const text = await response.text();
    if (text.includes('"errors"')) throw new Error(text);
  };
  const isReady = async () => (await fetch(`${address}/health/ready`)).status === 200;
  const untilReady = async (): Promise<void> => {
    while (!(await isReady())) await pause(25);
    await ask();
  };
  const untilAnswered = async (): Promise<void> => {
    while (
      !(await ask().then(
        () => true,
        () => false,
      ))
    );
  };
  const rows = [];
  try {
    const ways: [string, () => void | Promise<void>][] = [
      ['refused', () => proxy.refuse()],
      ['reset', () => proxy.resetAll()],
      ['silent', () => proxy.silence()],
    ];
    for (const [title, fail] of ways) {
      for (let round = 0; round < rounds; round += 1) {
        await untilReady();
        await Promise.all(Array.from({ length: 8 }, ask));
        await fail();
        const first = await failing(ask);
        const readiness = await timed(isReady);
        await pause(500);
        const later: number[] = [];
        while (later.length < 20) later.push(await failing(ask));
        const busy = await load(() => failing(ask), [undefined], { clients: 16, milliseconds: 500 });
        // half of the times nobody asks but for readiness, half of the times many ask all the time
        const isQuiet = round % 2 === 0;
        const clients = Array.from({ length: isQuiet ? 1 : 16 });
        await proxy.pass();
        const back = await timed(() =>
          Promise.all(clients.map(() => (isQuiet ? untilReady() : untilAnswered()))),
        );
        rows.push([
          `${title}${isQuiet ? '' : ', 16 clients go on asking'}`,
          first,
          median(later),
          Math.max(...later),
          quantile(busy.milliseconds, 0.99),
          readiness,
          back,
        ]);
      }
    }
  } finally {
    program.child.kill('SIGTERM');
    await program.ended;
    await proxy.refuse();
    await server.stop();
    rmSync(directory, { recursive: true });
  }
  printTable(
    'The database is away, in ms over HTTP',
    ['how', 'first answer', 'later, median', 'slowest of 20', '16 clients, p99', 'readiness', 'back after'],
    rows,
  );
};

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};

/** How long it takes to be told. @throws where it is answered. */
const failing = async (ask: () => Promise<void>): Promise<number> => {
  const began = performance.now();
  const answered = await ask().then(
    () => true,
    (error: unknown) => {
      if (!String(error).includes('STORE_UNAVAILABLE')) throw error;
      return false;
    },
  );
  if (answered) throw new Error('It was answered.');
  return performance.now() - began;
};
