import { importFormats } from '../import/formats/importFormats.ts';
import { showProgress, type ImportProgress } from '../import/showProgress.ts';
import { renderReport } from '../import/importReport.ts';
import { runImport } from '../import/runImport.ts';
import { readSettings } from '../settings.ts';
import { CommandError, exitCodes } from './failure.ts';
import { openStore } from './openStore.ts';

export interface ImportOptions {
  /** Stop at the first line that is no record, and change nothing. */
  strict: boolean;
  /** Print the report as JSON. */
  json: boolean;
}

/**
 * Imports files or folders into the store. Progress goes to standard error, the report to standard output; an
 * interrupt leaves the store as it was.
 *
 * @throws CommandError for an unknown format and for an import that was abandoned.
 */
export const importPaths = async (
  formatName: string,
  paths: readonly string[],
  { strict, json }: ImportOptions,
): Promise<void> => {
  const format = importFormats.get(formatName);
  if (!format) {
    const names = [...importFormats.keys()].join(', ');
    throw new CommandError(`There is no format ${formatName}. The formats are: ${names}.`, exitCodes.misused);
  }
  const store = await openStore(readSettings(process.env));
  const abandoning = abandonOnInterrupt();
  let progress: ImportProgress = { bytesRead: 0, bytesTotal: 0, recordCount: 0, seconds: 0 };
  const endProgress = once(showProgress(process.stderr, () => progress));
  try {
    const report = await runImport({
      store,
      format,
      paths,
      strict,
      signal: abandoning.signal,
      onProgress: (latest) => (progress = latest),
      onStep: (step) => {
        endProgress();
        process.stderr.write(`${step} …\n`);
      },
    }).finally(endProgress);
    process.stdout.write(`${json ? JSON.stringify(report, null, 2) : renderReport(report)}\n`);
  } catch (error) {
    if (!abandoning.signal.aborted) throw error;
    throw new CommandError('The import was abandoned.');
  } finally {
    abandoning.end();
    await store.close();
  }
};

/** Does it the first time it is called. */
const once = (end: () => void): (() => void) => {
  let ended = false;
  return () => {
    if (!ended) end();
    ended = true;
  };
};

/** The first interrupt abandons the import; a second one ends the program at once, as interrupts do. */
const abandonOnInterrupt = () => {
  const controller = new AbortController();
  const signals = ['SIGINT', 'SIGTERM'] as const;
  const end = () => {
    for (const signal of signals) process.off(signal, interrupted);
  };
  const interrupted = () => {
    end();
    process.stderr.write('\nAbandoning the import. Interrupt again to end at once.\n');
    controller.abort();
  };
  for (const signal of signals) process.on(signal, interrupted);
  return { signal: controller.signal, end };
};
