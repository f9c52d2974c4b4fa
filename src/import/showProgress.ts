import type { ReadingProgress } from './importRecord.ts';

export interface ImportProgress extends ReadingProgress {
  recordCount: number;
  /** The time since the start of the import. */
  seconds: number;
}

/** The stream to which progress is written, usually standard error. */
interface ProgressStream {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

const REDRAW_INTERVAL_MS = 200;
const LINE_INTERVAL_MS = 5_000;
const MAX_BAR_WIDTH = 40;

/**
 * The remaining time is shown only when this share of the work is done and this time has passed, because earlier
 * estimates would change too much.
 */
const ESTIMATE_FROM = { share: 0.02, seconds: 5 };

/**
 * Progress as one line, for example `[=====     ] 50 %  36,985 records  61.4 s  about 1 min left`.
 *
 * @param columns the width of the terminal in characters, which is the limit of the line. Undefined: the line has no
 *   bar
 */
export const progressLine = (progress: ImportProgress, columns?: number): string => {
  const { bytesRead, bytesTotal, recordCount, seconds } = progress;
  const share = bytesTotal > 0 ? Math.min(1, bytesRead / bytesTotal) : 0;
  const figures = `${Math.floor(share * 100)} %  ${recordCount.toLocaleString('en-US')} records  ${seconds.toFixed(1)} s${timeLeft(share, seconds)}`;
  if (columns === undefined) return figures;
  const width = Math.min(MAX_BAR_WIDTH, columns - figures.length - 4);
  if (width < 5) return figures.slice(0, Math.max(0, columns - 1));
  const filled = Math.floor(share * width);
  return `[${'='.repeat(filled)}${' '.repeat(width - filled)}] ${figures}`;
};

/** The remaining time, computed from the speed so far. Empty while it cannot be computed yet, and at the end. */
const timeLeft = (share: number, seconds: number): string => {
  if (share < ESTIMATE_FROM.share || share === 1 || seconds < ESTIMATE_FROM.seconds) return '';
  const left = (seconds * (1 - share)) / share;
  const text = left < 60 ? `${Math.ceil(left)} s` : `${Math.round(left / 60)} min`;
  return `  about ${text} left`;
};

/**
 * Shows progress during an import: a bar on a terminal, otherwise a line every five seconds.
 *
 * @param progress called each time progress is shown
 * @returns a function that writes the final progress and stops
 */
export const showProgress = (stream: ProgressStream, progress: () => ImportProgress): (() => void) => {
  const draw = stream.isTTY
    ? () => stream.write(`\r${progressLine(progress(), stream.columns ?? 80)}\u001b[K`)
    : () => stream.write(`${progressLine(progress())}\n`);
  const timer = setInterval(draw, stream.isTTY ? REDRAW_INTERVAL_MS : LINE_INTERVAL_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
    draw();
    if (stream.isTTY) stream.write('\n');
  };
};
