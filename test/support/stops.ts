import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startProgram, type ProgramOptions } from './program.ts';

/** The outcome of stopping servers under load, counted by their clients. */
export interface StopOutcome {
  stops: number;
  /** Requests that were answered with 200 and a complete body. */
  answered: number;
  /** Requests whose new connection was refused because the server had already stopped. */
  refused: number;
  /** All other requests, by error code or status: requests that the server lost. */
  failed: Record<string, number>;
  exitCodes: Set<number | null>;
  /** Time from the signal to the end of the process, for each stop, in ms. */
  milliseconds: number[];
}

/** How the server is started and how it is told to stop. */
export const stopMethods = {
  'SIGTERM to the process': { stop: ({ pid }) => process.kill(pid, 'SIGTERM') },
  'SIGINT to the process': { stop: ({ pid }) => process.kill(pid, 'SIGINT') },
  'SIGTERM to npm start': { launcher: 'npm', stop: ({ pid }) => process.kill(pid, 'SIGTERM') },
  'SIGTERM to the group of npm start': { launcher: 'npm', stop: ({ pid }) => process.kill(-pid, 'SIGTERM') },
  'SIGINT to the group of npm start': { launcher: 'npm', stop: ({ pid }) => process.kill(-pid, 'SIGINT') },
  'Ctrl-C in a terminal with npm start': { launcher: 'terminal', stop: ({ type }) => type('\x03') },
} as const satisfies Record<string, StopMethod>;

interface StopMethod {
  launcher?: ProgramOptions['launcher'];
  stop: (program: { pid: number; type: (keys: string) => void }) => void;
}

export interface StopOptions {
  /** Default 16. */
  clients?: number;
  /** The longest pause of a client between an answer and its next request. Default 0: a closed loop. */
  pauseMilliseconds?: number;
}

/** From a point query to lists of lists: some are answered at once, some after a while. */
const queries = [
  '{ statistics { paperCount } }',
  '{ search(text: "learning") { totalCount nodes { id label } } }',
  '{ authors(first: 20) { nodes { name papers(first: 5) { nodes { title authors(first: 5) { nodes { name } } } } } } }',
  '{ topics(first: 10) { nodes { name authors(first: 10) { totalCount nodes { name collaborators(first: 5) { nodes { name } } } } } } }',
  '{ collaborationPaths(from: "author:seed-name:Michael%20W.%20Mahoney", to: "author:seed-name:Terence%20Tao") { status distance } }',
];

/** Starts a server on the seed graph, lets clients send requests without a break, stops the server, and repeats. */
export const stopUnderLoad = async (
  stops: number,
  method: keyof typeof stopMethods,
  { clients = 16, pauseMilliseconds = 0 }: StopOptions = {},
): Promise<StopOutcome> => {
  const directory = mkdtempSync(join(tmpdir(), 'coauthor-graph-stops-'));
  const settings = { DATA_DIR: join(directory, 'data'), PORT: '0' };
  const { launcher, stop }: StopMethod = stopMethods[method];
  const outcome: StopOutcome = {
    stops: 0,
    answered: 0,
    refused: 0,
    failed: {},
    exitCodes: new Set(),
    milliseconds: [],
  };
  try {
    for (; outcome.stops < stops; outcome.stops += 1) {
      const { child, ended, listening } = startProgram(['serve'], { settings, launcher });
      const load = sendWithoutBreak(await listening(), outcome, { clients, pauseMilliseconds });
      await pause(200 + 400 * Math.random());
      const signalTime = performance.now();
      stop({ pid: child.pid!, type: (keys) => child.stdin.write(keys) });
      const { code } = await ended;
      outcome.milliseconds.push(performance.now() - signalTime);
      outcome.exitCodes.add(code);
      await load;
    }
    return outcome;
  } finally {
    rmSync(directory, { recursive: true });
  }
};

/** Lets each client send requests over a kept-alive connection until the server refuses a new connection. */
const sendWithoutBreak = async (
  address: string,
  outcome: StopOutcome,
  { clients, pauseMilliseconds }: Required<StopOptions>,
): Promise<void> => {
  const agent = new Agent({ keepAlive: true });
  const client = async (place: number): Promise<void> => {
    for (let turn = 0; ; turn += 1) {
      const result = await send(address, agent, queries[(place + turn) % queries.length]!);
      if (result === 'answered') outcome.answered += 1;
      else if (result !== 'ECONNREFUSED') outcome.failed[result] = (outcome.failed[result] ?? 0) + 1;
      else break;
      if (pauseMilliseconds > 0) await pause(pauseMilliseconds * Math.random());
    }
    outcome.refused += 1;
  };
  await Promise.all(Array.from({ length: clients }, (_, place) => client(place)));
  agent.destroy();
};

/** Sends one query. Gives 'answered', or the error code or status of the failure. */
const send = (address: string, agent: Agent, query: string): Promise<string> =>
  new Promise((resolve) => {
    const headers = { 'content-type': 'application/json' };
    const sent = request(`${address}/graphql`, { method: 'POST', agent, headers }, (response) => {
      const { statusCode } = response;
      response.resume();
      response.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
      response.on('close', () => {
        if (!response.complete) resolve('incomplete answer');
        else resolve(statusCode === 200 ? 'answered' : `status ${statusCode}`);
      });
    });
    sent.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    sent.end(JSON.stringify({ query }));
  });
