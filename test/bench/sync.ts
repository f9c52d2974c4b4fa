import { rmSync } from 'node:fs';
import { openEmbeddedStore } from '../../src/embedded/index.ts';
import { adasWorks } from '../support/sources/drawnWorks.ts';
import { runSync } from '../support/sources/runSync.ts';
import { SimulatedOpenAlex } from '../support/sources/simulatedOpenAlex.ts';
import { scratchFolder } from './prepared.ts';
import { printTable } from './table.ts';
import { secondsOf } from './timing.ts';

const MEGABYTE = 1024 * 1024;

/** Reads drawn works from a simulated OpenAlex in this process, which takes a part of the time and of the memory. */
export const measureSync = async (works: number): Promise<void> => {
  console.log(`Sync of ${works} works from a simulated OpenAlex …`);
  const api = await new SimulatedOpenAlex({ works: adasWorks(works / 2, 5_000), limitUsd: 100 }).start();
  const directory = scratchFolder('sync');
  const store = await openEmbeddedStore({ directory });
  const before = process.memoryUsage().rss;
  let peak = before;
  const timer = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 50);
  try {
    const seconds = await secondsOf(async () => {
      const { error } = await runSync(store, api.url, { scope: { filter: 'type:article' } });
      if (error) throw error;
    });
    printTable(
      'Sync into the embedded store',
      ['works', 'works a second', 'requests', 'more memory at most, MB'],
      [[works, Math.round(works / seconds), api.requests.length, Math.round((peak - before) / MEGABYTE)]],
    );
  } finally {
    clearInterval(timer);
    await store.close();
    await api.stop();
    rmSync(directory, { recursive: true });
  }
};
