import type { ImportProblem } from '../../importProblem.ts';
import type { ReadingProgress, RecordOrigin } from '../../importRecord.ts';
import { readLines } from '../reading/lines.ts';
import type { SourceFile } from '../reading/sourceFiles.ts';
import { EntryScanner, type BibtexEntry } from './entryScanner.ts';

export interface EntryItem {
  origin: RecordOrigin;
  entry: BibtexEntry;
}

/** The first line of an entry. It also ends the previous entry, so that a missing brace damages only one entry. */
const firstLine =
  /^\s{0,8}@\s{0,8}(?:(?:string|comment|preamble)\b|[a-z]+\s{0,8}[{(]\s{0,8}[^\s,{}()"=]{0,500}\s{0,8}(?:[,=]|$|(?<=\s)[^\s,{}()"=]{1,100}\s{0,8}=))/i;

/** The maximum length of an entry in characters. It limits the memory. */
const MAX_ENTRY_LENGTH = 4_000_000;

/** The lines of an entry, and all lines after it up to the next entry. */
interface Part {
  lines: { line: number; text: string }[];
  length: number;
}

/** Reads the entries of a file one after the other. Abbreviations of `@string` are replaced by their texts. */
export async function* readEntries(
  file: SourceFile,
  progress: ReadingProgress,
): AsyncGenerator<EntryItem | { origin: RecordOrigin; problem: ImportProblem }> {
  const abbreviations = new Map<string, string>();
  let part: Part = { lines: [], length: 0 };
  for await (const line of readLines(file, progress, { otherEncoding: 'windows-1252' })) {
    if ('problem' in line) {
      yield { origin: { file: file.path, line: line.line }, problem: line.problem };
      continue;
    }
    if (firstLine.test(line.text)) {
      yield* entriesIn(part, file.path, abbreviations);
      part = { lines: [], length: 0 };
    }
    part.length += line.text.length;
    if (part.length <= MAX_ENTRY_LENGTH) part.lines.push(line);
  }
  yield* entriesIn(part, file.path, abbreviations);
}

function* entriesIn(
  { lines, length }: Part,
  file: string,
  abbreviations: Map<string, string>,
): Generator<EntryItem | { origin: RecordOrigin; problem: ImportProblem }> {
  const originAt = (index: number): RecordOrigin => ({ file, line: lines[index]?.line ?? 1 });
  if (length > MAX_ENTRY_LENGTH) {
    const message = `the entry has ${length} characters, the limit is ${MAX_ENTRY_LENGTH}`;
    yield { origin: originAt(0), problem: { kind: 'unreadableLine', message } };
    return;
  }
  const scanner = new EntryScanner(lines.map(({ text }) => text).join('\n'), abbreviations);
  for (let entry = scanner.next(); entry; entry = scanner.next()) {
    const origin = originAt(entry.line);
    for (const message of entry.problems) yield { origin, problem: { kind: 'invalidField', message } };
    if (!isDirective(entry.type)) yield { origin, entry };
  }
}

const isDirective = (type: string): boolean => ['string', 'comment', 'preamble'].includes(type);
