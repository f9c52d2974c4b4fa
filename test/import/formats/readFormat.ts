import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { importFormats } from '../../../src/import/formats/importFormats.ts';
import type { FormatItem, ImportRecord, PaperRecord } from '../../../src/import/importRecord.ts';

/** Writes files into a folder of their own, by their paths in it, and gives the folder. */
export const folderOf = async (files: Record<string, string | Uint8Array>): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'formats-'));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
};

export const read = async (format: string, ...paths: string[]): Promise<FormatItem[]> => {
  const items: FormatItem[] = [];
  const progress = { bytesRead: 0, bytesTotal: 0 };
  for await (const item of importFormats.get(format)!.read(paths, progress)) items.push(item);
  return items;
};

export const recordsIn = (items: readonly FormatItem[]): ImportRecord[] =>
  items.flatMap((item) => ('record' in item ? [item.record] : []));

export const papersIn = (items: readonly FormatItem[]): PaperRecord[] =>
  recordsIn(items).filter((record): record is PaperRecord => (record.record ?? 'paper') === 'paper');

/** Skipped lines as `line: reason`. */
export const skippedIn = (items: readonly FormatItem[]): string[] =>
  items.flatMap((item) => ('skipped' in item ? [`${item.origin.line}: ${item.skipped}`] : []));

export const droppedIn = (items: readonly FormatItem[]): string[] =>
  items.flatMap((item) => ('dropped' in item ? [item.dropped] : []));
