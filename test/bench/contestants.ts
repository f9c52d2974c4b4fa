import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { RunningNeo4j } from '../support/neo4j/start.ts';

/** What a process has spent since it began. */
export interface Spent {
  cpuMilliseconds: number;
  /** Sent to the database. */
  statements: number;
}

/** A GraphQL server in a process of its own. */
export interface Contestant {
  url: string;
  /** @throws where the answer is no success or has errors. */
  ask(query: string, variables: object): Promise<unknown>;
  /** The same, without reading more of the answer than whether it is good: for measuring. */
  probePort(body: string): Promise<void>;
  spent(): Promise<Spent>;
  stop(): void;
}

/** A server and how it is told of its store. */
export type ContestantStore = { embedded: string } | { neo4j: RunningNeo4j };

const loader = fileURLToPath(new URL('../support/loadTypescript.js', import.meta.url));

/** Starts a server's script, which is one of those in servers or competitors. */
export const startContestant = async (script: string, store: ContestantStore): Promise<Contestant> => {
  const child = fork(new URL(script, import.meta.url), {
    env: { ...process.env, NODE_ENV: 'production', ...variablesOf(store) },
    execArgv: script.endsWith('.ts') ? ['--import', loader] : [],
  });
  const { url } = (await answerOf(child)) as { url: string };
  const agent = new Agent({ keepAlive: true });
  const target = new URL(script.startsWith('./servers') ? '/graphql' : '/', url);
  const post = (body: string): Promise<{ status: number; text: string }> => posted(target, agent, body);
  return {
    url,
    ask: async (query, variables) => {
      const { status, text } = await post(JSON.stringify({ query, variables }));
      const answer = (status < 500 ? JSON.parse(text) : {}) as { data?: unknown; errors?: unknown };
      if (status !== 200 || answer.errors) throw new Error(`${script}: ${status} ${text.slice(0, 500)}`);
      return answer.data;
    },
    probePort: async (body) => {
      const { status, text } = await post(body);
      // Apollo puts errors first
      if (status !== 200 || !text.startsWith('{"data"')) throw new Error(`${status} ${text.slice(0, 200)}`);
    },
    spent: async () => {
      child.send('spent');
      return (await answerOf(child)) as Spent;
    },
    stop: () => {
      agent.destroy();
      child.disconnect();
    },
  };
};

/** As the program's settings; what is empty is not set. */
const variablesOf = (store: ContestantStore): Record<string, string> => {
  const { uri, username, password, database } =
    'neo4j' in store ? store.neo4j : { uri: '', username: '', password: '', database: '' };
  return {
    DATA_DIR: 'embedded' in store ? store.embedded : '',
    NEO4J_URI: uri,
    NEO4J_USERNAME: username,
    NEO4J_PASSWORD: password,
    NEO4J_DATABASE: database,
  };
};

/** The next thing the process says. @throws where it ends instead. */
const answerOf = async (child: ChildProcess): Promise<unknown> => {
  const waiting = new AbortController();
  const { signal } = waiting;
  const ended = once(child, 'exit', { signal }).then(([code]) => {
    throw new Error(`${child.spawnargs.at(-1)} ended with ${String(code)}`);
  });
  ended.catch(() => undefined); // nobody waits for it any more
  try {
    const [message] = (await Promise.race([once(child, 'message', { signal }), ended])) as [unknown];
    return message;
  } finally {
    waiting.abort();
  }
};

/** Node's own client: of all at hand it takes least of the processor from those who are measured. */
export const posted = (target: URL, agent: Agent, body: string): Promise<{ status: number; text: string }> =>
  new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sent = request(target, { method: 'POST', agent, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8') }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
