import { pino, type Logger } from 'pino';
import { executableSchema } from '../api/execution/executableSchema.ts';
import { warmUpValidation } from '../api/execution/warmUpValidation.ts';
import { ImportUnderWay } from '../graph/errors.ts';
import type { GraphStore } from '../graph/store.ts';
import { warmUp } from '../graph/warmUp.ts';
import { seed } from '../import/formats/seed.ts';
import { runImport } from '../import/runImport.ts';
import { createServer, type GraphServer } from '../server.ts';
import { readSettings, type Settings } from '../settings.ts';
import { startSyncSchedule } from '../sources/syncSchedule.ts';
import { CommandError } from './failure.ts';
import { openStore } from './openStore.ts';
import { startTracing } from './tracing.ts';

/** Serves the API until SIGINT or SIGTERM. Imports the seed graph first if the embedded store is empty. */
export const serve = async (): Promise<void> => {
  const settings = readSettings(process.env);
  const log = pino(
    { level: settings.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ sync: false }), // asynchronous, so that requests do not wait until their log lines are written
  );
  const endTracing = await startTracing(process.env['OTEL_EXPORTER_OTLP_ENDPOINT']);
  const store = await openStore(settings, storeLog(log));
  try {
    await fillIfEmpty(store, settings, log);
    const server = await createServer(store, { ...settings, log });
    const stopSignal = firstSignal();
    await listen(server, settings);
    log.info({ store: settings.neo4j ? 'neo4j' : 'embedded' }, 'serving');
    // an error of the warm-up is ignored: if the store has a problem, the first query fails, too, and reports it
    void warmUp(store).catch(() => undefined);
    void warmUpValidation(executableSchema());
    const stopSchedule = scheduled(store, settings, log);
    const signal = await stopSignal;
    log.info({ signal }, 'stopping');
    await Promise.all([stopSchedule(), server.stop()]);
  } finally {
    await store.close();
    await endTracing().catch((err: unknown) => log.warn({ err }, 'the last trace spans could not be sent'));
  }
  log.info({}, 'stopped');
  // ends the process even if a connection to a database that does not answer is still open
  setTimeout(() => process.exit(), EXIT_DELAY).unref();
};

const scheduled = (store: GraphStore, settings: Settings, log: Logger): (() => Promise<void>) => {
  const { syncMilliseconds, sources, collaborationCap } = settings;
  if (syncMilliseconds === undefined) return async () => undefined;
  return startSyncSchedule({
    store,
    settings: sources,
    collaborationCap,
    everyMilliseconds: syncMilliseconds,
    log,
  });
};

/**
 * How long the process may still run after the server has stopped, in ms. Then it exits, even with open connections.
 */
const EXIT_DELAY = 500;

/** A message about an error is logged as a warning, any other message as information. */
const storeLog =
  (log: Logger) =>
  (message: string, err?: unknown): void =>
    err === undefined ? log.info({}, message) : log.warn({ err }, message);

const fillIfEmpty = async (store: GraphStore, settings: Settings, log: Logger): Promise<void> => {
  if (settings.neo4j) {
    void warnIfEmpty(store, log); // not awaited, so that the server starts even if the database does not answer
    return;
  }
  if (!(await isEmpty(store))) return;
  log.info({}, 'the store is empty; importing the seed graph of this package');
  try {
    const report = await runImport({ store, format: seed, paths: [], strict: true });
    log.info({ records: report.read }, 'the seed graph is imported');
  } catch (error) {
    // another process is importing into the same folder; the server sees its records when that import has finished
    if (!(error instanceof ImportUnderWay)) throw error;
    log.info({}, error.message);
  }
};

const warnIfEmpty = async (store: GraphStore, log: Logger): Promise<void> => {
  try {
    if (!(await isEmpty(store))) return;
    log.warn(
      {},
      'the database is empty; import records with "coauthor-graph import <path...>", or read them from OpenAlex with "coauthor-graph sync openalex --orcid <orcid>"',
    );
  } catch (err) {
    log.warn({ err }, 'the database does not answer');
  }
};

const isEmpty = async (store: GraphStore): Promise<boolean> => {
  const { paperCount, authorCount, topicCount } = await store.statistics();
  return paperCount + authorCount + topicCount === 0;
};

const listen = async (server: GraphServer, { host, port }: Settings): Promise<void> => {
  try {
    await server.listen();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const messageOf = code === undefined ? undefined : listenErrors[code];
    if (messageOf === undefined) throw error;
    throw new CommandError(messageOf(host, port));
  }
};

const listenErrors: Readonly<Record<string, (host: string, port: number) => string>> = {
  EADDRINUSE: (host, port) =>
    `Port ${port} of ${host} is in use by another program. End that program, or set PORT to another port.`,
  EACCES: (_, port) => `This user may not listen on port ${port}. Set PORT to a number above 1023.`,
  EADDRNOTAVAIL: (host) =>
    `This machine does not have the address ${host}. Set HOST to an address of this machine, for example 127.0.0.1.`,
  ENOTFOUND: (host) =>
    `The host name ${host} is unknown. Set HOST to an address of this machine, for example 127.0.0.1.`,
};

/**
 * Resolves at the first SIGINT or SIGTERM. Further signals within a second are ignored: after Ctrl-C, the terminal
 * sends a signal to all processes of the group, and npm, if it started the server, sends its signal on to the server. A
 * later signal ends the process at once.
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

/** In ms. A signal within this time after the first one counts as a repetition of it and is ignored. */
const REPEATED_SIGNAL_LIMIT = 1_000;
