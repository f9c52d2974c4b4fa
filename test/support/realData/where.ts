import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Real metadata beside the project. It is not part of it, so tests on it are skipped where it is absent. */
export const sharedData = (...parts: string[]): string =>
  join(process.cwd(), '..', 'shared', 'data', ...parts);

/** Why tests on some of the data cannot run; undefined where they can. */
export const missingData = (...folders: string[]): string | undefined => {
  const missing = folders.filter((folder) => !existsSync(sharedData(folder)));
  return missing.length === 0 ? undefined : `no ${missing.join(' and ')} in ../shared/data`;
};

/** Computes once, on first need: a file's suites share what is slow. */
export const once = <Value>(compute: () => Value): (() => Value) => {
  let held: { value: Value } | undefined;
  return () => (held ??= { value: compute() }).value;
};
