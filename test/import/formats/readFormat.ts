import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { importFormats } from '../../../src/import/formats/importFormats.ts';
import { problemKinds } from '../../../src/import/importProblem.ts';
import type { ImportRecord, PaperRecord } from '../../../src/import/importRecord.ts';
import { readRecords, type RecordItem } from '../../../src/import/readRecords.ts';

const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

/** Writes files into a new folder, which is removed after the tests of the file. Returns the folder. */
export const folderOf = async (files: Record<string, string | Uint8Array>): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'formats-'));
  folders.push(folder);
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
};

export const read = async (format: string, ...paths: string[]): Promise<RecordItem[]> => {
  const items: RecordItem[] = [];
  const progress = { bytesRead: 0, bytesTotal: 0 };
  for await (const item of readRecords(importFormats.get(format)!, paths, progress)) items.push(item);
  return items;
};

export const recordsIn = (items: readonly RecordItem[]): ImportRecord[] =>
  items.flatMap((item) => ('record' in item ? [item.record] : []));

export const papersIn = (items: readonly RecordItem[]): PaperRecord[] =>
  recordsIn(items).filter((record): record is PaperRecord => (record.record ?? 'paper') === 'paper');

const problemsIn = (items: readonly RecordItem[], effect: 'skipped' | 'dropped') =>
  items.flatMap((item) =>
    'problem' in item && problemKinds[item.problem.kind].effect === effect
      ? [{ line: item.origin.line, message: item.problem.message }]
      : [],
  );

/** Skipped lines as `line: reason`. */
export const skippedIn = (items: readonly RecordItem[]): string[] =>
  problemsIn(items, 'skipped').map(({ line, message }) => `${line}: ${message}`);

export const droppedIn = (items: readonly RecordItem[]): string[] =>
  problemsIn(items, 'dropped').map(({ message }) => message);
