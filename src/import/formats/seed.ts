import { fileURLToPath } from 'node:url';
import type { ImportFormat } from '../importRecord.ts';
import { readRecords } from './jsonl.ts';

/** The same relative place from src/ and from dist/. */
const packagedFolder = fileURLToPath(new URL('../../../seed', import.meta.url));

/** The small real graph that comes with the project: its topics, then its papers. Without paths, the packaged one. */
export const seed: ImportFormat = {
  name: 'seed',
  source: 'seed',
  read: (paths, progress) => readRecords(paths.length > 0 ? paths : [packagedFolder], progress),
};
