import { existsSync, readFileSync, statfsSync } from 'node:fs';

/** Linux shows this folder as files, but keeps them in memory. */
const IN_MEMORY = '/dev/shm';

const GIB = 2 ** 30;
/** The tests need less than this for files, in bytes. */
const LEAST_ROOM = 4 * GIB;
/** Beside the files, memory is needed for two Neo4j, two Jest workers and a browser, in bytes. */
const LEAST_MEMORY = 10 * GIB;

/**
 * Puts the temporary files of the tests into memory, if there is enough of it and TMPDIR is not set. On a disk, stores
 * spend most of the time waiting until the disk has written each commit. No test depends on that: tests kill programs,
 * not the machine.
 */
export const chooseTemporaryFolder = (): void => {
  if (process.env['TMPDIR'] === undefined && hasRoom() && memoryAvailable() >= LEAST_MEMORY)
    process.env['TMPDIR'] = IN_MEMORY;
};

const hasRoom = (): boolean => {
  if (!existsSync(IN_MEMORY)) return false;
  const { bavail, bsize } = statfsSync(IN_MEMORY);
  return bavail * bsize >= LEAST_ROOM;
};

/** The memory that programs can get, in bytes; 0 if the system does not say. */
const memoryAvailable = (): number => {
  const file = '/proc/meminfo';
  const kilobytes = existsSync(file) ? /^MemAvailable:\s*(\d+) kB/m.exec(readFileSync(file, 'utf8'))?.[1] : 0;
  return Number(kilobytes ?? 0) * 1024;
};
