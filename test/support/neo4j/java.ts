import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { failureOf, outputOf } from './commands.ts';
import type { Neo4jOptions, ServerRecipe } from './start.ts';

const pom = fileURLToPath(new URL('pom.xml', import.meta.url));
const project = fileURLToPath(new URL('../../..', import.meta.url));

/** How to run Neo4j from its Java artifacts, or why that is not possible. */
export async function javaRecipe(options: Neo4jOptions): Promise<ServerRecipe | { unavailable: string }> {
  const java = await javaVersion();
  if (java === undefined) return { unavailable: 'no Java is installed' };
  if (Number.parseInt(java) < 17) return { unavailable: `Neo4j needs Java 17 or newer, and here is ${java}` };
  const cache = await cacheFolder();
  const failure = await fetchJars(join(cache, 'jars'), options.onMessage);
  if (failure !== undefined) return { unavailable: failure };
  const port = await freePort();
  const kept = join(cache, `classes-${java}.jsa`);
  // In CI every checkout is new, and writing an archive takes longer than it saves in one start.
  const archive =
    existsSync(kept) || process.env['CI'] === 'true'
      ? undefined
      : { written: join(cache, `classes-${port}.jsa`), kept };
  const sharing = existsSync(kept)
    ? [`-XX:SharedArchiveFile=${kept}`]
    : archive && [`-XX:ArchiveClassesAtExit=${archive.written}`];
  return {
    command: 'java',
    args: (folder) => [
      ...(sharing ?? []),
      ...jvmFlags(options),
      ...['-cp', join(cache, 'jars', '*'), 'org.neo4j.server.CommunityEntryPoint'],
      ...[`--home-dir=${folder}`, `--config-dir=${join(folder, 'conf')}`],
    ],
    prepare: async (folder) => {
      await prepareHome(folder, port, options);
      await options.beforeStart?.(await writeAdminScript(folder, cache));
    },
    address: async (folder) => {
      const log = await readFile(join(folder, 'logs', 'neo4j.log'), 'utf8').catch(() => '');
      return log.includes('Bolt enabled on') ? `127.0.0.1:${port}` : undefined;
    },
    ...(archive && { archive }),
  };
}

/** For example "17.0.15"; undefined without Java. */
async function javaVersion(): Promise<string | undefined> {
  const printed = await outputOf('java', ['-version'], 20_000);
  return printed && /version "([^"]+)"/.exec(printed)?.[1];
}

async function cacheFolder(): Promise<string> {
  const version = /<neo4j\.version>(.+?)</.exec(await readFile(pom, 'utf8'))?.[1] ?? 'unknown';
  return join(project, '.cache', `neo4j-${version}`);
}

/**
 * Downloads the jars once (114 MB). They are renamed when they are complete, so that a folder with the final name is
 * always complete, even if two processes download at the same time.
 */
async function fetchJars(jars: string, onMessage?: (message: string) => void): Promise<string | undefined> {
  if (existsSync(jars)) return undefined;
  const unfinished = `${jars}-${process.pid}`;
  await mkdir(unfinished, { recursive: true });
  if ((await outputOf('mvn', ['-v'], 30_000)) === undefined) {
    return 'Java is installed, but Maven (mvn), which downloads Neo4j, is not';
  }
  onMessage?.('Downloading Neo4j from Maven Central, once …');
  const plugin = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';
  const failure = await failureOf(
    'mvn',
    ['-q', '-B', '-f', pom, plugin, '-DincludeScope=runtime', `-DoutputDirectory=${unfinished}`],
    600_000,
  );
  if (failure === undefined) await rename(unfinished, jars).catch(() => undefined);
  await rm(unfinished, { recursive: true, force: true });
  if (failure !== undefined) return `Maven could not download Neo4j: ${failure}`;
  return existsSync(jars) ? undefined : 'the downloaded jars of Neo4j could not be moved to their folder';
}

function jvmFlags(options: Neo4jOptions): string[] {
  const opened = ['java.nio', 'java.io', 'sun.nio.ch', 'java.util.concurrent'];
  return [
    // Without its launcher script the server ignores the heap size in its settings.
    `-Xmx${options.heap ?? '1g'}`,
    ...(options.isShortLived ? ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'] : []),
    ...opened.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`),
  ];
}

/** Writes a script that runs neo4j-admin on the data of a server. Returns its path. */
async function writeAdminScript(folder: string, cache: string): Promise<string> {
  const path = join(folder, 'neo4j-admin');
  const script = `#!/bin/sh
export NEO4J_HOME='${folder}' NEO4J_CONF='${join(folder, 'conf')}'
exec java ${jvmFlags({}).join(' ')} -cp '${join(cache, 'jars', '*')}' org.neo4j.cli.AdminTool "$@"
`;
  await writeFile(path, script, { mode: 0o755 });
  return path;
}

/** Why no server can be started from the Java artifacts; undefined if one can. */
export function javaMissing(): string | undefined {
  const runs = (command: string): boolean => spawnSync(command, ['-version']).status === 0;
  if (!runs('java')) return 'no Java is installed';
  return runs('mvn') ? undefined : 'Maven, which downloads Neo4j, is not installed';
}

/** Neo4j does not report the port that it gets for port 0. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function prepareHome(folder: string, port: number, options: Neo4jOptions): Promise<void> {
  for (const name of ['conf', 'data', 'import', 'logs', 'plugins', 'run']) await mkdir(join(folder, name));
  const settings = {
    'server.bolt.listen_address': `127.0.0.1:${port}`,
    'server.http.enabled': 'false',
    'dbms.security.auth_enabled': String(options.password !== undefined),
    'server.memory.pagecache.size': options.pageCache ?? '64m',
    'db.memory.transaction.max': '256m',
    'db.transaction.monitor.check.interval': '200ms', // by default time limits are checked every 2 s
    'db.tx_log.preallocate': 'false', // the default takes 512 MB of disk for an empty database
    'dbms.usage_report.enabled': 'false',
    ...(options.isShortLived && { 'dbms.cypher.min_replan_interval': '1h' }),
    'initial.dbms.default_database': options.database ?? 'neo4j',
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}\n`);
  await writeFile(join(folder, 'conf', 'neo4j.conf'), lines.join(''));
}
