import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GraphStore } from '../../src/graph/store.ts';
import { jsonl } from '../../src/import/formats/jsonl.ts';
import type { ImportReport } from '../../src/import/importReport.ts';
import { runImport } from '../../src/import/runImport.ts';

/** Writes records as a file of JSON lines, which is there while something is done with it. */
export const withJsonLines = async <Result>(
  records: readonly object[],
  action: (file: string) => Promise<Result>,
): Promise<Result> => {
  const folder = mkdtempSync(join(tmpdir(), 'coauthor-graph-records-'));
  try {
    const file = join(folder, 'records.jsonl');
    writeFileSync(file, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
    return await action(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** Imports records as a file of JSON lines, through the real format. */
export const importJsonLines = (store: GraphStore, records: readonly object[]): Promise<ImportReport> =>
  withJsonLines(records, (file) => runImport({ store, format: jsonl, paths: [file] }));
