import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Community Edition has one database, which every suite on Neo4j fills and empties. So only one suite at a time has this
 * lock, a file with the id of its process. Where the tests started one server for each Jest worker, no suite waits for
 * it. Suites of one process run one after the other, so a lock of this process is left over from a suite that ended early.
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
  let owner: number;
  try {
    owner = Number(readFileSync(file, 'utf8'));
  } catch {
    return false; // was released just now
  }
  if (owner === 0) return false; // was created just now, and not yet written
  if (owner === process.pid) return true;
  try {
    process.kill(owner, 0); // sends no signal, but throws if the process does not exist
    return false;
  } catch {
    return true;
  }
}
