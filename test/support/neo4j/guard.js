/**
 * Runs a server and cleans up after it: `node guard.js '{"command":…,"folder":…}'`.
 *
 * The guard runs as long as its standard input is open. When the process that started it ends, for whatever reason, the
 * operating system closes that pipe; the guard then stops the server and removes its folder. It is JavaScript, because
 * it runs as a process of its own, without a loader for TypeScript.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** How long a Java process may take to write its archive of classes when it stops, in milliseconds. */
const STOP_DEADLINE = 60_000;

const { command, args, folder, archive } = JSON.parse(process.argv[2] ?? '{}');
const output = openSync(join(folder, 'output.log'), 'a');
const server = spawn(command, args, { stdio: ['ignore', output, output] });
const ended = new Promise((resolve) => {
  server.once('exit', resolve);
  server.once('error', resolve);
});
void ended.then(() => process.stdout.write('ended\n'));
process.stdout.on('error', () => undefined); // the reading process has ended

process.stdin.resume();
process.stdin.once('close', stop);
// A signal to the process group must not end the guard before it has cleaned up.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);

let stopping = false;
async function stop() {
  if (stopping) return;
  stopping = true;
  // The data is deleted, so SIGKILL loses nothing; a regular stop takes Neo4j ten seconds.
  server.kill(archive ? 'SIGTERM' : 'SIGKILL');
  const timer = setTimeout(() => server.kill('SIGKILL'), STOP_DEADLINE);
  await ended;
  clearTimeout(timer);
  if (archive && existsSync(archive.written)) renameSync(archive.written, archive.kept);
  const container = join(folder, 'container-id');
  if (existsSync(container)) spawnSync('docker', ['rm', '-f', '-v', readFileSync(container, 'utf8').trim()]);
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
}
