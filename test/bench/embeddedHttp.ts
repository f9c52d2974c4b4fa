import { startContestant } from './contestants.ts';
import type { HttpBounds } from './http.ts';
import { load } from './load.ts';
import type { Starts } from './starts.ts';
import { printTable } from './table.ts';
import { median, quantile } from './timing.ts';

const query = `query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Author { name papers(first: 5) { nodes { id title year
  authors(first: 5) { nodes { id name } } } } } } }`;

/** The project over HTTP with the store that needs nothing installed. */
export const measureEmbeddedHttp = async (
  directory: string,
  { groups }: Starts,
  { milliseconds, rounds, warmUpMilliseconds }: HttpBounds,
): Promise<void> => {
  console.log('Over HTTP: the embedded store …');
  const contestant = await startContestant('./servers/ours.ts', { embedded: directory });
  try {
    const bodies = groups.map((ids) => JSON.stringify({ query, variables: { ids: ids.slice(0, 20) } }));
    const ask = (body: string): Promise<void> => contestant.probePort(body);
    await load(ask, bodies, { clients: 16, milliseconds: warmUpMilliseconds });
    const rows = [];
    for (const clients of [1, 16]) {
      const before = await contestant.spent();
      const loaded = await load(ask, bodies, { clients, milliseconds: milliseconds * rounds });
      const cpu = (await contestant.spent()).cpuMilliseconds - before.cpuMilliseconds;
      const { milliseconds: samples, perSecond, answers } = loaded;
      const aim = clients === 1 ? '8 ms' : undefined;
      rows.push([String(clients), median(samples), quantile(samples, 0.99), aim, perSecond, cpu / answers]);
    }
    printTable(
      'Over HTTP from the embedded store: 20 authors × 5 papers × 5 authors',
      ['clients', 'median ms', 'p99 ms', 'meant, median', 'requests a second', 'processor ms a request'],
      rows,
    );
  } finally {
    contestant.stop();
  }
};
