import { existsSync } from 'node:fs';
import { importFormats } from '../import/formats/importFormats.ts';
import { recognizeFormat } from '../import/formats/recognizeFormat.ts';
import type { ImportFormat } from '../import/importRecord.ts';
import { showProgress, type ImportProgress } from '../import/showProgress.ts';
import { renderReport } from '../import/importReport.ts';
import { runImport } from '../import/runImport.ts';
import { readSettings, type Settings } from '../settings.ts';
import { CommandError, exitCodes } from './failure.ts';
import { abortOnInterrupt } from './interrupt.ts';
import { once } from './once.ts';
import { openStore } from './openStore.ts';
import { ProblemLog } from './problemLog.ts';

export interface ImportOptions {
  /** The name of a format, or `auto`. */
  format: string;
  /** Stop at the first line that is not a record and leave the store unchanged. */
  strict: boolean;
  /** Print the report as JSON. */
  json: boolean;
  /** A file for all problems, one JSON object on each line. */
  problems?: string;
  /** A folder for files that Neo4j imports offline, instead of an import into the store. */
  bulkFiles?: string;
}

/**
 * Imports files or folders into the store, or into files for Neo4j's offline import. The first argument may be the name
 * of their format. Progress is written to standard error, the report to standard output.
 *
 * @throws CommandError for an unknown format and for an import that a signal ended
 */
export const importPaths = async (
  args: readonly string[],
  { format: formatName, strict, json, problems, bulkFiles }: ImportOptions,
): Promise<void> => {
  const { format, paths } = await formatOf(formatName, args);
  const settings = readSettings(process.env);
  const interrupt = abortOnInterrupt('import'); // before the folder is created, because an interrupt must clear it
  const bulkFolder = bulkFiles === undefined ? undefined : await createBulkFolder(bulkFiles, settings);
  const store = bulkFolder?.store ?? (await openStore(settings));
  const problemLog = problems === undefined ? undefined : new ProblemLog(problems);
  let progress: ImportProgress = { bytesRead: 0, bytesTotal: 0, recordCount: 0, seconds: 0 };
  const endProgress = once(showProgress(process.stderr, () => progress));
  const onStep = (step: string): void => {
    endProgress();
    process.stderr.write(`${step} …\n`);
  };
  try {
    const report = await runImport({
      store,
      format,
      paths,
      strict,
      signal: interrupt.signal,
      onProblem: (problem, origin) => problemLog?.add(problem, origin),
      onProgress: (latest) => (progress = latest),
      onStep,
    }).finally(endProgress);
    if (bulkFolder) onStep('bulk files');
    const advice = await bulkFolder?.write(interrupt.signal);
    process.stdout.write(`${json ? JSON.stringify(report, null, 2) : renderReport(report)}\n`);
    if (advice !== undefined) process.stderr.write(`${advice}\n`);
  } catch (error) {
    if (!interrupt.signal.aborted) throw error;
    throw new CommandError('The import was aborted.');
  } finally {
    interrupt.end();
    problemLog?.close();
    await (bulkFolder ?? store).close();
  }
};

/** Imported here, because only this option needs the modules of both stores. */
const createBulkFolder = async (directory: string, settings: Settings) => {
  const { BulkFolder } = await import('./bulkFolder.ts');
  return BulkFolder.create(directory, settings);
};

/**
 * The format that is named or recognized, and the paths. The first argument names the format if no file has this name.
 */
const formatOf = async (
  name: string,
  args: readonly string[],
): Promise<{ format: ImportFormat; paths: readonly string[] }> => {
  if (name === 'auto') {
    const named = args[0] !== undefined && !existsSync(args[0]) ? importFormats.get(args[0]) : undefined;
    if (named) return { format: named, paths: args.slice(1) };
    return { format: await recognizeFormat(args, [...importFormats.values()]), paths: args };
  }
  const format = importFormats.get(name);
  if (format) return { format, paths: args };
  const names = ['auto', ...importFormats.keys()].join(', ');
  throw new CommandError(`The format ${name} does not exist. The formats are: ${names}.`, exitCodes.misuse);
};
