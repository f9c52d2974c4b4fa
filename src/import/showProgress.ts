import type { ReadingProgress } from './importRecord.ts';

/** How far an import is. */
export interface ImportProgress extends ReadingProgress {
  recordCount: number;
  /** Since it began. */
  seconds: number;
}

/** What progress is written to: standard error, as a rule. */
export interface ProgressStream {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

const REDRAWN_EVERY_MS = 200;
const WRITTEN_EVERY_MS = 5_000;
const WIDEST_BAR = 40;

/**
 * One line that says how far the import is, for instance `[=====     ] 50 %  36,985 records  1.4 s`.
 *
 * @param columns the width of the terminal; the line is narrower. Without it there is no bar.
 */
export const progressLine = (progress: ImportProgress, columns?: number): string => {
  const { bytesRead, bytesTotal, recordCount, seconds } = progress;
  const share = bytesTotal > 0 ? Math.min(1, bytesRead / bytesTotal) : 0;
  const facts = `${Math.floor(share * 100)} %  ${recordCount.toLocaleString('en-US')} records  ${seconds.toFixed(1)} s`;
  if (columns === undefined) return facts;
  const width = Math.min(WIDEST_BAR, columns - facts.length - 4);
  if (width < 5) return facts.slice(0, Math.max(0, columns - 1));
  const filled = Math.floor(share * width);
  return `[${'='.repeat(filled)}${' '.repeat(width - filled)}] ${facts}`;
};

/**
 * Shows progress while an import runs: a bar that is redrawn on a terminal, else a line every five seconds. Does
 * not keep the process alive.
 *
 * @param progress asked each time it is shown.
 * @returns what ends it, with a last line.
 */
export const showProgress = (stream: ProgressStream, progress: () => ImportProgress): (() => void) => {
  const draw = stream.isTTY
    ? () => stream.write(`\r${progressLine(progress(), stream.columns ?? 80)}\u001b[K`)
    : () => stream.write(`${progressLine(progress())}\n`);
  const timer = setInterval(draw, stream.isTTY ? REDRAWN_EVERY_MS : WRITTEN_EVERY_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
    draw();
    if (stream.isTTY) stream.write('\n');
  };
};
