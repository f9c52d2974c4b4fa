import { stopUnderLoad } from '../../support/stops.ts';
import { printTable } from '../table.ts';
import { median } from '../timing.ts';

/** Ends servers in the midst of load and prints how many accepted requests were lost. */
export const stop = async (stops: number): Promise<void> => {
  const rows = [];
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    const { accepted, lost, exitCodes, milliseconds } = await stopUnderLoad(stops, { signal });
    const codes = [...exitCodes].join(', ');
    rows.push([signal, stops, accepted, lost, codes, median(milliseconds), Math.max(...milliseconds)]);
  }
  printTable(
    'Stops while 16 clients ask without a break',
    ['by', 'stops', 'accepted requests', 'lost', 'exit codes', 'median ms', 'longest ms'],
    rows,
  );
};
