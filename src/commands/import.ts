import { existsSync } from 'node:fs';
import { importFormats } from '../import/formats/importFormats.ts';
import { recognizeFormat } from '../import/formats/recognizeFormat.ts';
import type { ImportFormat } from '../import/importRecord.ts';
import { showProgress, type ImportProgress } from '../import/showProgress.ts';
import { renderReport } from '../import/importReport.ts';
import { runImport } from '../import/runImport.ts';
import { readSettings } from '../settings.ts';
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
}

/**
 * Imports files or folders into the store; the name of their format may stand before them. Progress is written to standard error, the report to standard output.
 *
 * @throws CommandError for an unknown format and for an import that a signal ended
 */
export const importPaths = async (
  args: readonly string[],
  { format: formatName, strict, json, problems }: ImportOptions,
): Promise<void> => {
  const { format, paths } = await formatOf(formatName, args);
  const store = await openStore(readSettings(process.env));
  const interrupt = abortOnInterrupt('import');
  const problemLog = problems === undefined ? undefined : new ProblemLog(problems);
  let progress: ImportProgress = { bytesRead: 0, bytesTotal: 0, recordCount: 0, seconds: 0 };
  const endProgress = once(showProgress(process.stderr, () => progress));
  try {
    const report = await runImport({
      store,
      format,
      paths,
      strict,
      signal: interrupt.signal,
      onProblem: (problem, origin) => problemLog?.add(problem, origin),
      onProgress: (latest) => (progress = latest),
      onStep: (step) => {
        endProgress();
        process.stderr.write(`${step} …\n`);
      },
    }).finally(endProgress);
    process.stdout.write(`${json ? JSON.stringify(report, null, 2) : renderReport(report)}\n`);
  } catch (error) {
    if (!interrupt.signal.aborted) throw error;
    throw new CommandError('The import was aborted.');
  } finally {
    interrupt.end();
    problemLog?.close();
    await store.close();
  }
};

/** The format that is named or recognized, and the paths: a first argument that names a format and no file is not one. */
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
