import { isUtf8 } from 'node:buffer';
import type { ImportProblem } from '../../importProblem.ts';
import type { ReadingProgress } from '../../importRecord.ts';
import { DamagedFile, readChunks } from './chunks.ts';
import type { SourceFile } from './sourceFiles.ts';

/** A line with its number from 1. */
export interface TextLine {
  line: number;
  text: string;
}

/** A line, or the reason why it cannot be read. */
type SourceLine = TextLine | { line: number; problem: ImportProblem };

/** The default of `maxLength`: the maximum length of a line, in bytes. */
const MAX_LINE_LENGTH = 16 * 1024 * 1024;

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const BYTE_ORDER_MARK = '\ufeff';

export interface LineOptions {
  /** The largest length of a line, in bytes. */
  maxLength?: number;
  /** If the file is damaged in the middle of a line: whether the beginning of that line is read. */
  keepsCutLine?: boolean;
  /** The encoding of lines that are not UTF-8; without it, they are skipped. */
  otherEncoding?: 'windows-1252';
}

/**
 * Yields the lines of a file (plain or gzip, UTF-8), without empty lines. In place of a line that is too long or not
 * UTF-8, it yields a problem. If the file is damaged, the last item is a problem, too.
 */
export async function* readLines(
  file: SourceFile,
  progress: ReadingProgress,
  { maxLength = MAX_LINE_LENGTH, keepsCutLine = false, otherEncoding }: LineOptions = {},
): AsyncGenerator<SourceLine> {
  const lines = lineCollector(maxLength, otherEncoding);
  try {
    let lineEnd: number | undefined;
    for await (const chunk of readChunks(file, progress)) {
      lineEnd ??= lineEndOf(chunk);
      let start = 0;
      for (let end = chunk.indexOf(lineEnd); end >= 0; end = chunk.indexOf(lineEnd, start)) {
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
    const line = lines.current();
    const cutLine = keepsCutLine ? lines.finish() : undefined;
    if (cutLine) yield cutLine;
    yield { line, problem: { kind: 'damagedFile', message: error.message } };
  }
}

/**
 * The byte that ends every line, found out from the beginning of the file. Some programs end lines with a carriage
 * return alone.
 */
const lineEndOf = (start: Buffer): number => {
  const carriageReturn = start.indexOf(CARRIAGE_RETURN);
  const isOnlyReturn = carriageReturn >= 0 && carriageReturn < start.length - 1 && !start.includes(LINE_FEED);
  return isOnlyReturn ? CARRIAGE_RETURN : LINE_FEED;
};

/** Joins the parts of lines that are split between chunks. */
const lineCollector = (maxLength: number, otherEncoding: LineOptions['otherEncoding']) => {
  let line = 1;
  let parts: Buffer[] = [];
  let length = 0;
  return {
    current: (): number => line,
    add(part: Buffer): void {
      length += part.length;
      if (length > maxLength) parts = [];
      else parts.push(part);
    },
    /** Ends the current line and returns it; undefined if it is empty. */
    finish(): SourceLine | undefined {
      line += 1;
      if (length === 0) return undefined;
      const result =
        length > maxLength
          ? unreadable(line - 1, `the line has ${length} bytes, the limit is ${maxLength}`)
          : decoded(line - 1, Buffer.concat(parts), otherEncoding);
      parts = [];
      length = 0;
      return result;
    },
  };
};

const unreadable = (line: number, message: string): SourceLine => ({
  line,
  problem: { kind: 'unreadableLine', message },
});

const decoded = (
  line: number,
  bytes: Buffer,
  otherEncoding: LineOptions['otherEncoding'],
): SourceLine | undefined => {
  const encoding = isUtf8(bytes) ? 'utf-8' : otherEncoding;
  if (encoding === undefined) return unreadable(line, 'the line is not UTF-8');
  const text = encoding === 'utf-8' ? bytes.toString('utf8') : new TextDecoder(encoding).decode(bytes);
  // removes a byte-order mark at the beginning of any line, because a file may consist of several files that were
  // joined
  const unmarked = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  return /\S/.test(unmarked) ? { line, text: unmarked } : undefined;
};
