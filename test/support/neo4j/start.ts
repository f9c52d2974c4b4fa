import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import neo4j from 'neo4j-driver';
import { lastWords } from './commands.ts';
import { dockerRecipe } from './docker.ts';
import { javaRecipe } from './java.ts';

export interface Neo4jOptions {
  /** Given: the server asks for user `neo4j` and this password (8 characters or more). Else it asks nothing. */
  password?: string;
  /** The name of its one database; default neo4j. Given with a password. */
  database?: string;
  /** As Java writes sizes. Default 512m: the tests' data is small. */
  heap?: string;
  /** Default 64m. */
  pageCache?: string;
  /** Told what takes long. */
  say?: (message: string) => void;
}

export interface RunningNeo4j {
  uri: string;
  username: string;
  password: string;
  database: string;
  /** A server of ours has a temporary folder, which goes when it stops; the environment's has none. */
  folder?: string;
  stop(): Promise<void>;
}

/** One way to run a server; `folder` is a temporary folder that is removed when it has stopped. */
export interface ServerRecipe {
  command: string;
  args: (folder: string) => string[];
  prepare?: (folder: string) => Promise<void>;
  /** host:port of Bolt as soon as it is known. */
  address: (folder: string) => Promise<string | undefined>;
  /** A class archive that Java writes when it stops, for quicker starts later, and the name to keep it by. */
  archive?: { written: string; kept: string };
}

const START_LIMIT_MS = 120_000;
const guard = fileURLToPath(new URL('guard.js', import.meta.url));

/**
 * A real Neo4j: the one that NEO4J_URI names, else one run by Docker, else one run from its published Java
 * artifacts; or the reason why none of these is possible. With a `password` NEO4J_URI is passed over.
 * A server of ours also ends when the calling process does, however that happens.
 */
export async function startNeo4j(
  options: Neo4jOptions = {},
): Promise<RunningNeo4j | { unavailable: string }> {
  const { env } = process;
  if (env['NEO4J_URI'] && options.password === undefined) {
    return connectTo({
      uri: env['NEO4J_URI'],
      username: env['NEO4J_USERNAME'] ?? 'neo4j',
      password: env['NEO4J_PASSWORD'] ?? '',
      database: env['NEO4J_DATABASE'] ?? 'neo4j',
    });
  }
  const reasons: string[] = [];
  for (const recipeFor of [dockerRecipe, javaRecipe]) {
    const recipe = await recipeFor(options);
    const server = 'unavailable' in recipe ? recipe : await run(recipe, options);
    if (!('unavailable' in server)) return server;
    reasons.push(server.unavailable);
  }
  return { unavailable: `${reasons.join('; ')}; NEO4J_URI is not set` };
}

async function connectTo(
  address: Omit<RunningNeo4j, 'folder' | 'stop'>,
): Promise<RunningNeo4j | { unavailable: string }> {
  try {
    await ask(address.uri, address, address.database, 'RETURN 1');
  } catch (error) {
    return { unavailable: `NEO4J_URI is set, but no query succeeds there: ${String(error)}` };
  }
  return { ...address, stop: () => Promise.resolve() };
}

async function run(
  recipe: ServerRecipe,
  options: Neo4jOptions,
): Promise<RunningNeo4j | { unavailable: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'neo4j-for-tests-'));
  await recipe.prepare?.(folder);
  const { command, archive } = recipe;
  const order = JSON.stringify({ command, args: recipe.args(folder), folder, archive });
  // In a group of its own, so that Ctrl-C in a terminal reaches the guard only through its closed input.
  const child = spawn(process.execPath, [guard, order], {
    detached: true,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const server = { ended: false };
  child.stdout.once('data', () => (server.ended = true));
  child.unref();
  const stop = () => stopGuard(child, archive === undefined);

  const { database = 'neo4j' } = options;
  let problem = 'it did not answer in time';
  const deadline = Date.now() + START_LIMIT_MS;
  while (!server.ended && Date.now() < deadline) {
    const address = await recipe.address(folder);
    if (address !== undefined) {
      const uri = `bolt://${address}`;
      try {
        const password = await firstAnswer(uri, options.password);
        return { uri, username: 'neo4j', password, database, folder, stop };
      } catch (error) {
        problem = String(error);
      }
    }
    await pause(50);
  }
  const log = await readFile(join(folder, 'output.log'), 'utf8').catch(() => '');
  await stop();
  return { unavailable: `Neo4j did not start (${command}): ${server.ended ? lastWords(log) : problem}` };
}

/** Waits for a first answer and, where a password is wanted, sets it in place of the initial one. */
async function firstAnswer(uri: string, password: string | undefined): Promise<string> {
  if (password === undefined) {
    await ask(uri, undefined, 'neo4j', 'RETURN 1');
    return 'not-asked-for';
  }
  const initial = { username: 'neo4j', password: 'neo4j' };
  await ask(uri, initial, 'system', `ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password`, {
    password,
  });
  return password;
}

async function ask(
  uri: string,
  user: { username: string; password: string } | undefined,
  database: string,
  statement: string,
  parameters: Record<string, unknown> = {},
): Promise<void> {
  const token = user && neo4j.auth.basic(user.username, user.password);
  const driver = neo4j.driver(uri, token, { connectionTimeout: 5_000, maxTransactionRetryTime: 1_000 });
  const session = driver.session({ database });
  try {
    await session.run(statement, parameters);
  } finally {
    await session.close();
    await driver.close();
  }
}

/** Closes the guard's input. A server that writes its class archive goes on alone for some seconds. */
async function stopGuard(child: ChildProcess, wait: boolean): Promise<void> {
  if (child.exitCode !== null) return;
  const exited = once(child, 'exit');
  child.ref();
  child.stdin?.end();
  child.stdout?.destroy();
  if (wait) await exited;
  else child.unref();
}
