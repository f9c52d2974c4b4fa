import { fileURLToPath } from 'node:url';
import type { ImportFormat } from '../importRecord.ts';
import { readImportRecords } from './jsonl.ts';

/** The path is the same from src/ and from dist/. */
const packagedFolder = fileURLToPath(new URL('../../../seed', import.meta.url));

/** The small real graph that comes with the project. Without paths, the packaged files are read. */
export const seed: ImportFormat = {
  name: 'seed',
  source: 'seed',
  read: (paths, progress) => readImportRecords(paths.length > 0 ? paths : [packagedFolder], progress),
};
