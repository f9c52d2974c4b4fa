/**
 * Keeps one server process and cleans up after it: `node guard.js '{"command":…,"folder":…}'`.
 *
 * The guard lives as long as its standard input stays open. However the process that started it ends (by
 * itself, by Ctrl-C, by SIGKILL), the operating system closes that pipe, and the guard then stops the server
 * and removes its folder. It is plain JavaScript because it runs as a process of its own.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Long enough for a Java process to write its class archive while it stops. */
const GRACE_MS = 60_000;

const { command, args, folder, archive } = JSON.parse(process.argv[2] ?? '{}');
const output = openSync(join(folder, 'output.log'), 'a');
const server = spawn(command, args, { stdio: ['ignore', output, output] });
const ended = new Promise((resolve) => {
  server.once('exit', resolve);
  server.once('error', resolve);
});
void ended.then(() => process.stdout.write('ended\n'));
process.stdout.on('error', () => undefined); // whoever listened is gone

process.stdin.resume();
process.stdin.once('close', stop);
// A terminal that closes or a group-wide signal must not end the guard before its work is done.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);

let stopping = false;
async function stop() {
  if (stopping) return;
  stopping = true;
  // The data is thrown away, so nothing is lost by SIGKILL, and a polite stop takes Neo4j ten seconds.
  server.kill(archive ? 'SIGTERM' : 'SIGKILL');
  const impatience = setTimeout(() => server.kill('SIGKILL'), GRACE_MS);
  await ended;
  clearTimeout(impatience);
  if (archive && existsSync(archive.written)) renameSync(archive.written, archive.kept);
  const container = join(folder, 'container-id');
  if (existsSync(container)) spawnSync('docker', ['rm', '-f', '-v', readFileSync(container, 'utf8').trim()]);
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
}
