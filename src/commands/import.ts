import { existsSync } from 'node:fs';
import { importFormats } from '../import/formats/importFormats.ts';
import { mixedFormats } from '../import/formats/mixedFormats.ts';
import { recognizeFormats } from '../import/formats/recognizeFormats.ts';
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
import { refuseInputAsOutput } from './refuseInputAsOutput.ts';
import { withStandardInput } from './standardInput.ts';

export interface ImportOptions {
  /** The name of an import format or, to recognize the format from the files, `auto`. */
  format: string;
  /** Whether the import stops at the first line that is not a record and leaves the store unchanged. */
  strict: boolean;
  /** Whether the report is printed as JSON. */
  json: boolean;
  /** The path of a file to which all problems are written, one JSON object on each line. */
  problems?: string;
  /**
   * The path of a folder. If given, the records are not imported into the store but written there, as files for Neo4j's
   * offline import.
   */
  bulkFiles?: string;
}

/**
 * Imports files or folders into the store, or into files for Neo4j's offline import. The first argument may be the name
 * of a format. Progress is written to standard error, the report to standard output.
 *
 * @throws CommandError for an unknown format, for a file of problems that is an input, if everything was skipped, and if a
 *   signal ended the import
 */
export const importPaths = async (args: readonly string[], options: ImportOptions): Promise<void> => {
  // must come before everything that creates files, so that an interrupt removes them
  const interrupt = abortOnInterrupt('import');
  try {
    const input = await withStandardInput(args, interrupt.signal);
    await importInput(input.args, options, interrupt.signal).finally(input.remove);
  } catch (error) {
    if (!interrupt.signal.aborted) throw error;
    throw new CommandError('The import was aborted.');
  } finally {
    interrupt.end();
  }
};

const importInput = async (
  args: readonly string[],
  { format: formatName, strict, json, problems, bulkFiles }: ImportOptions,
  signal: AbortSignal,
): Promise<void> => {
  const { format, paths } = await formatOf(formatName, args);
  if (problems !== undefined) await refuseInputAsOutput('--problems', problems, paths);
  const settings = readSettings(process.env);
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
      signal,
      onProblem: (problem, origin) => problemLog?.add(problem, origin),
      onProgress: (latest) => (progress = latest),
      onStep,
    }).finally(endProgress);
    if (bulkFolder) onStep('bulk files');
    const advice = await bulkFolder?.write(signal);
    process.stdout.write(`${json ? JSON.stringify(report, null, 2) : renderReport(report)}\n`);
    if (advice !== undefined) process.stderr.write(`${advice}\n`);
    if (report.read === 0 && report.skipped.total > 0) {
      throw new CommandError('Nothing was imported, because everything was skipped.');
    }
  } finally {
    problemLog?.close();
    await (bulkFolder ?? store).close();
  }
};

/**
 * Creates the folder for the option --bulk-files. Loads `bulkFolder.ts` only here, because it loads the modules of both
 * stores, which takes time.
 */
const createBulkFolder = async (directory: string, settings: Settings) => {
  const { BulkFolder } = await import('./bulkFolder.ts');
  return BulkFolder.create(directory, settings);
};

/**
 * Finds the format and the paths. With the format `auto`, the first argument may be the name of a format, unless a file
 * has this name. If it is not, the format of each file is recognized from the file.
 */
const formatOf = async (
  name: string,
  args: readonly string[],
): Promise<{ format: ImportFormat; paths: readonly string[] }> => {
  if (name === 'auto') {
    const named = args[0] !== undefined && !existsSync(args[0]) ? importFormats.get(args[0]) : undefined;
    if (named) return { format: named, paths: args.slice(1) };
    const recognized = await recognizeFormats(args, [...importFormats.values()]);
    return { format: mixedFormats(recognized), paths: args };
  }
  const format = importFormats.get(name);
  if (format) return { format, paths: args };
  const names = ['auto', ...importFormats.keys()].join(', ');
  throw new CommandError(`The format ${name} does not exist. The formats are: ${names}.`, exitCodes.misuse);
};
