import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const program = join(import.meta.dirname, '..', '..', 'dist', 'cli.js');

/**
 * From calling the compiled program to its first answer that it is ready.
 *
 * @param mayEnd what the program runs on for
 */
export const secondsToReady = async (directory: string, mayEnd = (): boolean => true): Promise<number> => {
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
