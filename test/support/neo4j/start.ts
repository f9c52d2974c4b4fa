import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import neo4j from 'neo4j-driver';
import { lastLines } from './commands.ts';
import { dockerRecipe } from './docker.ts';
import { javaRecipe } from './java.ts';

export interface Neo4jOptions {
  /** The password of the user `neo4j`, at least 8 characters. Without it the server asks for no password. */
  password?: string;
  /** The name of its one database, by default neo4j. Needs a password. */
  database?: string;
  /** The heap size as Java writes it, by default 1g. */
  heap?: string;
  /** By default 64m. */
  pageCache?: string;
  /**
   * Whether the server runs only for minutes, on few data. Then Java compiles its code only once, and Neo4j keeps its
   * plans although the amount of data changes, which together halves the work of the tests. Has no effect with Docker.
   */
  isShortLived?: boolean;
  /** Is called before the server starts, with the path of neo4j-admin for its data. Not possible with Docker. */
  beforeStart?: (admin: string) => Promise<void>;
  /** Receives messages about steps that take long. */
  onMessage?: (message: string) => void;
}

export interface RunningNeo4j {
  uri: string;
  username: string;
  password: string;
  database: string;
  /** The temporary folder of a server that was started here; it is removed when the server stops. */
  folder?: string;
  stop(): Promise<void>;
}

/** A way to run a server. `folder` is a temporary folder that is removed when the server has stopped. */
export interface ServerRecipe {
  command: string;
  args: (folder: string) => string[];
  prepare?: (folder: string) => Promise<void>;
  /** The host and port of Bolt; undefined until they are known. */
  address: (folder: string) => Promise<string | undefined>;
  /** An archive of classes that Java writes when it stops, and the name to keep it under, for faster starts. */
  archive?: { written: string; kept: string };
}

const START_LIMIT_MS = 120_000;
const guard = fileURLToPath(new URL('guard.js', import.meta.url));

/**
 * Finds or starts a real Neo4j: the one at NEO4J_URI, else one in Docker, else one from the Java artifacts on Maven
 * Central. With a `password` or `beforeStart`, NEO4J_URI is ignored. A started server ends with the calling process.
 *
 * @returns the server, or why there is none
 */
export async function startNeo4j(
  options: Neo4jOptions = {},
): Promise<RunningNeo4j | { unavailable: string }> {
  const { env } = process;
  if (env['NEO4J_URI'] && options.password === undefined && !options.beforeStart) {
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
  // In a process group of its own, because Ctrl-C in a terminal must reach the guard only through its closed input.
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
  return { unavailable: `Neo4j did not start (${command}): ${server.ended ? lastLines(log) : problem}` };
}

/** Waits for the first answer, and replaces the initial password if a password is given. */
async function firstAnswer(uri: string, password: string | undefined): Promise<string> {
  if (password === undefined) {
    await ask(uri, undefined, 'neo4j', 'RETURN 1');
    return 'no-password-needed';
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

/** Closes the input of the guard process, which stops the server. Does not wait for a server that writes an archive. */
async function stopGuard(child: ChildProcess, wait: boolean): Promise<void> {
  if (child.exitCode !== null) return;
  const exited = once(child, 'exit');
  child.ref();
  child.stdin?.end();
  child.stdout?.destroy();
  if (wait) await exited;
  else child.unref();
}
