import { pino, type Logger } from 'pino';
import { ImportUnderWay } from '../graph/errors.ts';
import type { GraphStore } from '../graph/store.ts';
import { warmUp } from '../graph/warmUp.ts';
import { seed } from '../import/formats/seed.ts';
import { runImport } from '../import/runImport.ts';
import { createServer, type GraphServer } from '../server.ts';
import { readSettings, type Settings } from '../settings.ts';
import { CommandError } from './failure.ts';
import { openStore } from './openStore.ts';
import { startTracing } from './tracing.ts';

/**
 * Serves the API until a signal ends it. An empty embedded store is given the seed first, so that a fresh clone
 * has something to show.
 */
export const serve = async (): Promise<void> => {
  const settings = readSettings(process.env);
  const log = pino(
    { level: settings.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ sync: false }), // a line a request is not waited for; the rest is written at the end
  );
  const endTracing = await startTracing(process.env['OTEL_EXPORTER_OTLP_ENDPOINT']);
  const store = await openStore(settings, storeLog(log));
  try {
    await fillWhereEmpty(store, settings, log);
    const server = await createServer(store, { ...settings, log });
    const signalled = firstSignal();
    await listening(server, settings);
    log.info({ store: settings.neo4j ? 'neo4j' : 'embedded' }, 'serving');
    void warmUp(store).catch(() => undefined); // what keeps it from that is told to whoever asks
    const signal = await signalled;
    log.info({ signal }, 'stopping');
    await server.stop();
  } finally {
    await store.close();
    await endTracing().catch((err: unknown) => log.warn({ err }, 'the last traces could not be sent'));
  }
  log.info({}, 'stopped');
  // connections to a database that fell silent would keep the process
  setTimeout(() => process.exit(), LEFTOVERS).unref();
};

/** How long what nobody waits for any more may still take to end, in ms. */
const LEFTOVERS = 500;

/** What a store says with a cause is trouble, without one it is news. */
const storeLog =
  (log: Logger) =>
  (message: string, err?: unknown): void =>
    err === undefined ? log.info({}, message) : log.warn({ err }, message);

const fillWhereEmpty = async (store: GraphStore, settings: Settings, log: Logger): Promise<void> => {
  if (settings.neo4j) {
    void sayWhereEmpty(store, log); // the server answers as soon as the database does, and need not wait for it
    return;
  }
  if (!(await isEmpty(store))) return;
  log.info({}, 'the store is empty: importing the seed graph that comes with this program');
  try {
    const report = await runImport({ store, format: seed, paths: [], strict: true });
    log.info({ records: report.read }, 'the seed graph is imported');
  } catch (error) {
    // another import into the same folder: what it brings is served as soon as it has ended
    if (!(error instanceof ImportUnderWay)) throw error;
    log.info({}, error.message);
  }
};

const sayWhereEmpty = async (store: GraphStore, log: Logger): Promise<void> => {
  try {
    if (!(await isEmpty(store))) return;
    log.warn({}, 'the database is empty: fill it with "coauthor-graph import <format> <path...>"');
  } catch (err) {
    log.warn({ err }, 'the database does not answer yet');
  }
};

const isEmpty = async (store: GraphStore): Promise<boolean> => {
  const { paperCount, authorCount, topicCount } = await store.statistics();
  return paperCount + authorCount + topicCount === 0;
};

const listening = async (server: GraphServer, { host, port }: Settings): Promise<void> => {
  try {
    await server.listen();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const said = code === undefined ? undefined : listenFaults[code];
    if (said === undefined) throw error;
    throw new CommandError(said(host, port));
  }
};

const listenFaults: Readonly<Record<string, (host: string, port: number) => string>> = {
  EADDRINUSE: (host, port) =>
    `Port ${port} of ${host} is in use by another program. End that one, or set PORT to another port.`,
  EACCES: (_, port) => `Port ${port} may not be used by this user. Set PORT to one above 1023.`,
  EADDRNOTAVAIL: (host) => `This machine has no address ${host}. Set HOST to one it has, such as 127.0.0.1.`,
  ENOTFOUND: (host) => `No machine is called ${host}. Set HOST to an address of this one, such as 127.0.0.1.`,
};

/**
 * Resolves at the first SIGINT or SIGTERM. Signals that follow shortly are ignored: at Ctrl-C the terminal signals the
 * whole process group, and npm passes on the signal it got. Any later signal ends the process at once.
 */
const firstSignal = (): Promise<NodeJS.Signals> =>
  new Promise((resolve) => {
    const restoreDefaults = () => {
      for (const signal of stopSignals) process.off(signal, handle);
    };
    const handle = (signal: NodeJS.Signals) => {
      resolve(signal);
      restoreTimer ??= setTimeout(restoreDefaults, REPEATED_SIGNAL_LIMIT).unref();
    };
    let restoreTimer: NodeJS.Timeout | undefined;
    for (const signal of stopSignals) process.on(signal, handle);
  });

const stopSignals = ['SIGINT', 'SIGTERM'] as const;

/** A signal that follows the first one within this time is taken for the same, in ms. */
const REPEATED_SIGNAL_LIMIT = 1_000;
