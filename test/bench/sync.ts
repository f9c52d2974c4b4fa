import { rmSync } from 'node:fs';
import { adasWorks } from '../support/sources/drawnWorks.ts';
import { SimulatedOpenAlex } from '../support/sources/simulatedOpenAlex.ts';
import { measuredProgram } from './measuredProgram.ts';
import { scratchFolder } from './prepared.ts';
import { printTable } from './table.ts';

/**
 * Reads drawn works from a simulated OpenAlex into an embedded store, and then twice as many. Memory grows only until
 * SQLite's cache of 96 MB is full, which takes about 100,000 works. So the two largest runs should need nearly the same.
 */
export const measureSync = async (works: number): Promise<void> => {
  const rows = [];
  for (const count of [Math.round(works / 10), works, works * 2]) rows.push(await syncOf(count));
  printTable(
    'Sync from a simulated OpenAlex into the embedded store',
    ['works', 'seconds', 'works a second', 'requests', 'peak memory, MB'],
    rows,
  );
};

const syncOf = async (works: number) => {
  console.log(`Sync of ${works} works from a simulated OpenAlex …`);
  const api = await new SimulatedOpenAlex({ works: adasWorks(works / 2, 5_000), limitUsd: 100 }).start();
  const directory = scratchFolder('sync');
  try {
    const { seconds, peakMegabytes } = await measuredProgram(
      ['sync', 'openalex', '--filter', 'type:article', '--yes'],
      { DATA_DIR: directory, OPENALEX_URL: api.url, OPENALEX_BUDGET_USD: '100' },
    );
    return [works, seconds, Math.round(works / seconds), api.requests.length, peakMegabytes];
  } finally {
    await api.stop();
    rmSync(directory, { recursive: true });
  }
};
