import { stopMethods, stopUnderLoad } from '../../support/stops.ts';
import { printTable } from '../table.ts';
import { median } from '../timing.ts';

/** Stops servers under load in every way and prints how many requests failed, as their clients count. */
export const stop = async (stops: number): Promise<void> => {
  const rows = [];
  for (const method of Object.keys(stopMethods) as (keyof typeof stopMethods)[]) {
    for (const pauseMilliseconds of [0, 500]) {
      const { answered, refused, failed, exitCodes, milliseconds } = await stopUnderLoad(stops, method, {
        pauseMilliseconds,
      });
      const failures = Object.entries(failed).map(([reason, count]) => `${count} ${reason}`);
      const codes = [...exitCodes].join(', ');
      const times = [median(milliseconds), Math.max(...milliseconds)];
      const counts = [answered, refused, failures.join(', ') || 0];
      rows.push([method, pauseMilliseconds, stops, ...counts, codes, ...times]);
    }
  }
  printTable(
    'Stops under the load of 16 clients, counted by the clients',
    ['method', 'pause ms', 'stops', 'answered', 'refused', 'failed', 'exit codes', 'median ms', 'longest ms'],
    rows,
  );
};
