import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startProgram } from './program.ts';

/** What was found when servers were stopped while many asked. */
export interface Stops {
  stops: number;
  /** Requests that the servers accepted, by their own count. */
  accepted: number;
  /** Of these, the ones whose clients got no whole answer. */
  lost: number;
  /** What they ended with. */
  exitCodes: Set<number | null>;
  /** From the signal to the end of the process, each, in ms. */
  milliseconds: number[];
}

const preload = fileURLToPath(new URL('acceptedRequests.js', import.meta.url));

/** From a point to a page with all its nodes: some answered at once, some after a while. */
const queries = [
  '{ statistics { paperCount } }',
  '{ search(text: "learning") { totalCount nodes { id label } } }',
  '{ authors(first: 20) { nodes { name papers(first: 5) { nodes { title authors(first: 5) { nodes { name } } } } } } }',
  '{ topics(first: 10) { nodes { name authors(first: 10) { totalCount nodes { name collaborators(first: 5) { nodes { name } } } } } } }',
  '{ collaborationPaths(from: "author:seed-name:Michael%20W.%20Mahoney", to: "author:seed-name:Terence%20Tao") { status distance } }',
];

/** Starts servers on the seed, has clients ask without a break, and ends each server in the midst of it. */
export const stopUnderLoad = async (
  rounds: number,
  { clients = 16, signal = 'SIGTERM' }: { clients?: number; signal?: NodeJS.Signals } = {},
): Promise<Stops> => {
  const directory = mkdtempSync(join(tmpdir(), 'coauthor-graph-stops-'));
  const accepted = join(directory, 'accepted');
  const settings = { DATA_DIR: join(directory, 'data'), PORT: '0', LOG_LEVEL: 'info', ACCEPTED: accepted };
  const found: Stops = { stops: 0, accepted: 0, lost: 0, exitCodes: new Set(), milliseconds: [] };
  try {
    for (; found.stops < rounds; found.stops += 1) {
      const { child, ended, listening } = startProgram(['serve'], { settings, preload });
      const asking = askWithoutBreak(await listening(), clients);
      await pause(200 + 400 * Math.random());
      const began = performance.now();
      child.kill(signal);
      const { code } = await ended;
      found.milliseconds.push(performance.now() - began);
      found.exitCodes.add(code);
      const answered = await asking;
      const ids = readFileSync(accepted, 'utf8').split('\n');
      rmSync(accepted); // what is read next is of the next server
      found.accepted += ids.length;
      found.lost += ids.filter((id) => !answered.has(id)).length;
    }
    return found;
  } finally {
    rmSync(directory, { recursive: true });
  }
};

/** Asks until the server is gone. Gives the ids of the requests that were answered whole. */
const askWithoutBreak = async (address: string, clients: number): Promise<Set<string>> => {
  const agent = new Agent({ keepAlive: true });
  const answered = new Set<string>();
  let isGone = false;
  const client = async (place: number): Promise<void> => {
    for (let turn = 0; !isGone; turn += 1) {
      const id = `${place}-${turn}`;
      const outcome = await ask(address, agent, id, queries[(place + turn) % queries.length]!);
      if (outcome === 'answered') answered.add(id);
      if (outcome === 'refused') isGone = true;
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, place) => client(place)));
  agent.destroy();
  return answered;
};

const ask = (address: string, agent: Agent, id: string, query: string) =>
  new Promise<'answered' | 'broken' | 'refused'>((resolve) => {
    const headers = { 'content-type': 'application/json', 'x-request-id': id };
    const asked = request(`${address}/graphql`, { method: 'POST', agent, headers }, (response) => {
      response.resume();
      response.on('error', () => resolve('broken'));
      response.on('close', () =>
        resolve(response.complete && response.statusCode === 200 ? 'answered' : 'broken'),
      );
    });
    asked.on('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code === 'ECONNREFUSED' ? 'refused' : 'broken'),
    );
    asked.end(JSON.stringify({ query }));
  });
