import { isUtf8 } from 'node:buffer';
import type { ReadingProgress } from '../../importRecord.ts';
import { DamagedFile, readChunks } from './chunks.ts';
import type { SourceFile } from './sourceFiles.ts';

/** A line with its number from 1, or why it was skipped. */
export type SourceLine = { line: number; text: string } | { line: number; skipped: string };

/** The longest line that is read, in bytes. */
export const LONGEST_LINE = 16 * 1024 * 1024;

const LINE_FEED = 10;
const BYTE_ORDER_MARK = '\ufeff';

/**
 * The lines of a file, plain or gzip, in UTF-8; empty ones are passed over, though they count. A line that is
 * too long or not UTF-8 is skipped with a reason and the rest goes on; damage to the file ends it with a reason.
 *
 * @param longest in bytes.
 */
export async function* readLines(
  file: SourceFile,
  progress: ReadingProgress,
  longest: number = LONGEST_LINE,
): AsyncGenerator<SourceLine> {
  const lines = lineCollector(longest);
  try {
    for await (const chunk of readChunks(file, progress)) {
      let start = 0;
      for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
        if (end > start) lines.add(chunk.subarray(start, end));
        start = end + 1;
        const line = lines.finish();
        if (line) yield line;
      }
      lines.add(chunk.subarray(start));
    }
    const last = lines.finish();
    if (last) yield last;
  } catch (error) {
    if (!(error instanceof DamagedFile)) throw error;
    yield { line: lines.current(), skipped: error.message };
  }
}

/** Puts lines together from parts of chunks, holding at most one line of allowed length. */
const lineCollector = (longest: number) => {
  let line = 1;
  let parts: Buffer[] = [];
  let length = 0;
  return {
    current: (): number => line,
    add(part: Buffer): void {
      length += part.length;
      if (length > longest) parts = [];
      else parts.push(part);
    },
    /** The line that ends here; undefined where it is empty. */
    finish(): SourceLine | undefined {
      line += 1;
      if (length === 0) return undefined;
      const finished =
        length > longest
          ? { line: line - 1, skipped: `the line has ${length} bytes, at most ${longest} are read` }
          : decoded(line - 1, Buffer.concat(parts));
      parts = [];
      length = 0;
      return finished;
    },
  };
};

const decoded = (line: number, bytes: Buffer): SourceLine | undefined => {
  if (!isUtf8(bytes)) return { line, skipped: 'the line is not UTF-8' };
  const text = bytes.toString('utf8');
  const unmarked = line === 1 && text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  return /\S/.test(unmarked) ? { line, text: unmarked } : undefined;
};
