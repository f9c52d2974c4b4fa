import {
  services,
  sourcesOf,
  type ServiceName,
  type SourceScope,
  type SourceState,
} from '../graph/sources/sourceState.ts';
import type { GraphStore } from '../graph/store.ts';
import { renderReport } from '../import/importReport.ts';
import { showProgress, type ImportProgress } from '../import/showProgress.ts';
import { readSettings, type Settings } from '../settings.ts';
import { openAlexScope, scopeName, type ScopeOptions } from '../sources/openAlex/openAlexScope.ts';
import { checkSourceName } from '../sources/checkSourceName.ts';
import { removeSource } from '../sources/removeSource.ts';
import { syncSource, type SyncOutcome } from '../sources/syncSource.ts';
import { confirmation } from './confirmation.ts';
import { CommandError, exitCodes } from './failure.ts';
import { abortOnInterrupt } from './interrupt.ts';
import { once } from './once.ts';
import { openStore } from './openStore.ts';
import { ProblemLog } from './problemLog.ts';
import { sourceLines } from './sourceLines.ts';

export interface SyncCommandOptions extends ScopeOptions {
  name?: string;
  dryRun: boolean;
  yes: boolean;
  list: boolean;
  remove?: string;
  problems?: string;
}

interface NamedScope {
  name: string;
  service: ServiceName;
  scope?: SourceScope;
}

/**
 * Reads live sources into the store: one source that the arguments describe, which is stored under a name for later
 * runs, or else all stored sources.
 *
 * @throws CommandError for wrong arguments, and if a source could not be read completely
 */
export const sync = async (serviceName: string | undefined, options: SyncCommandOptions): Promise<void> => {
  if (options.name !== undefined) checkSourceName(options.name);
  const named = namedScope(serviceName, options);
  const settings = readSettings(process.env);
  const store = await openStore(settings);
  try {
    if (options.remove !== undefined) {
      await remove(store, options.remove);
      return;
    }
    const stored = sourcesOf(await store.documents());
    if (options.list) {
      process.stdout.write(
        `${stored.length > 0 ? sourceLines(stored, settings.syncMilliseconds).join('\n') : noSources}\n`,
      );
      return;
    }
    await syncAll(store, settings, named ? [named] : chosen(stored, options.name), options);
  } finally {
    await store.close();
  }
};

const noSources =
  'No live source is stored. Begin with a person, for example: sync openalex --orcid 0000-0002-1825-0097 --hops 1';

const remove = async (store: GraphStore, name: string): Promise<void> => {
  await removeSource(store, name);
  process.stdout.write(`${name} is removed. Its records stay in the graph.\n`);
};

/** The source that the arguments describe; undefined if they name no service. */
const namedScope = (serviceName: string | undefined, options: SyncCommandOptions): NamedScope | undefined => {
  const { orcid, hops, ror, topic, filter, from, most } = options;
  const scopeOptions = { orcid, hops, ror, topic, filter, from, most };
  const given = Object.entries(scopeOptions).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  if (serviceName === undefined) {
    if (given.length === 0) return undefined;
    throw new CommandError(
      `--${given[0]} needs the name of a service before it: sync openalex --${given[0]} …`,
      exitCodes.misuse,
    );
  }
  if (!Object.hasOwn(services, serviceName)) {
    const names = Object.keys(services).join(', ');
    throw new CommandError(
      `The service ${serviceName} does not exist. The services are: ${names}.`,
      exitCodes.misuse,
    );
  }
  const service = serviceName as ServiceName;
  if (service === 'semantic-scholar') {
    if (given.length === 0) return { service, scope: {}, name: options.name ?? service };
    throw new CommandError(
      `--${given[0]} is not allowed for semantic-scholar, which always completes all stored papers.`,
      exitCodes.misuse,
    );
  }
  const scope = openAlexScope(
    Object.fromEntries(Object.entries(scopeOptions).filter(([, value]) => value !== undefined)),
  );
  return { service, scope, name: options.name ?? scopeName(scope) };
};

const chosen = (stored: readonly SourceState[], name: string | undefined): NamedScope[] => {
  const sources = stored.filter((state) => name === undefined || state.name === name);
  if (sources.length > 0) return sources.map((state) => ({ name: state.name, service: state.service }));
  throw new CommandError(
    name === undefined
      ? noSources
      : `No source with the name ${name} is stored. sync --list shows their names.`,
    exitCodes.misuse,
  );
};

/** Reads all sources, even if one of them fails. */
const syncAll = async (
  store: GraphStore,
  settings: Settings,
  sources: readonly NamedScope[],
  options: SyncCommandOptions,
): Promise<void> => {
  const interrupt = abortOnInterrupt('sync');
  const problemLog = options.problems === undefined ? undefined : new ProblemLog(options.problems);
  const failures: { text: string; code: string }[] = [];
  try {
    for (const source of sources) {
      const outcome = await syncOne(store, settings, source, {
        ...options,
        signal: interrupt.signal,
        problemLog,
      });
      const { code, message } = outcome.error ?? {};
      if (code !== undefined) failures.push({ code, text: `${source.name}: ${message} (${code})` });
    }
  } catch (error) {
    if (!interrupt.signal.aborted) throw error;
    throw new CommandError(
      'The sync was aborted. Every page that was read is stored, and the same command continues after it.',
    );
  } finally {
    interrupt.end();
    problemLog?.close();
  }
  if (failures.length === 0) return;
  const isMisuse = failures.every(({ code }) => code === 'BAD_USER_INPUT');
  throw new CommandError(
    failures.map(({ text }) => text).join('\n'),
    isMisuse ? exitCodes.misuse : exitCodes.failure,
  );
};

const syncOne = async (
  store: GraphStore,
  { sources, collaborationCap }: Settings,
  source: NamedScope,
  {
    dryRun,
    yes,
    signal,
    problemLog,
  }: SyncCommandOptions & { signal: AbortSignal; problemLog: ProblemLog | undefined },
): Promise<SyncOutcome> => {
  let progress: ImportProgress = { bytesRead: 0, bytesTotal: 0, recordCount: 0, seconds: 0 };
  let endProgress = (): void => undefined;
  const confirm = confirmation({
    dryRun,
    yes,
    onConfirmed: () => {
      endProgress = once(showProgress(process.stderr, () => progress));
    },
  });
  const outcome = await syncSource({
    store,
    settings: sources,
    ...source,
    collaborationCap,
    signal,
    isDryRun: dryRun,
    confirm,
    onProgress: (latest) => (progress = latest),
    onStep: () => endProgress(),
    onProblem: (problem, origin) => problemLog?.add(problem, origin),
  }).finally(() => endProgress());
  if (!dryRun) process.stdout.write(`${outcomeText(source.name, outcome)}\n`);
  return outcome;
};

const outcomeText = (name: string, { report, costText }: SyncOutcome): string =>
  [`${name}: ${renderReport(report)}`, ...(costText === undefined ? [] : [costText])].join('\n');
