import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Community Edition has one database, and every suite on Neo4j fills and empties it. So one suite at a time
 * holds this lock, a file naming the process that made it, while the other Jest worker runs suites that need
 * no Neo4j. That costs less than running everything on one worker, and needs no rule about file names.
 * Within a process suites run one after another, so a lock of our own is a lock left over.
 */
export async function acquireLock(file: string): Promise<void> {
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    if (isAbandoned(file)) rmSync(file, { force: true });
    else await pause(50);
  }
}

export function releaseLock(file: string): void {
  rmSync(file, { force: true });
}

function isAbandoned(file: string): boolean {
  let holder: number;
  try {
    holder = Number(readFileSync(file, 'utf8'));
  } catch {
    return false; // just released
  }
  if (holder === 0) return false; // just made, not yet written
  if (holder === process.pid) return true;
  try {
    process.kill(holder, 0); // asks whether it lives
    return false;
  } catch {
    return true;
  }
}
