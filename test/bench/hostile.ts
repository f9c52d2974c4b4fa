import type { ChildProcess } from 'node:child_process';
import { posted, startAttackers } from './attackers.ts';
import { startContestant } from './contestants.ts';
import { refused, worstAccepted } from './hostileQueries.ts';
import { load } from './load.ts';
import type { Starts } from './starts.ts';
import { printTable } from './table.ts';
import { median, quantile } from './timing.ts';

const CLIENTS = 16;
const cheap = `query ($id: ID!) { author(id: $id) { name papers(first: 5) { nodes { title year } } } }`;

/**
 * A cheap query while 16 clients send the worst that is accepted and 16 send what is refused; and how long each
 * refusal takes on a server that does nothing else.
 */
export const measureHostile = async (
  directory: string,
  starts: Starts,
  milliseconds: number,
): Promise<void> => {
  const contestant = await startContestant('./servers/ours.ts', { embedded: directory });
  const { url } = contestant;
  const attackers: ChildProcess[] = [];
  try {
    const cheaply = starts.authors.map((id) => JSON.stringify({ query: cheap, variables: { id } }));
    const ask = (body: string): Promise<void> => contestant.probePort(body);
    await load(ask, cheaply, { clients: 1, milliseconds: 1_000 });
    const quiet = await load(ask, cheaply, { clients: 1, milliseconds });

    const refusals = [];
    for (const [title, body] of Object.entries(refused())) {
      const { milliseconds: samples } = await load((each) => posted(url, each), [body], {
        clients: 1,
        milliseconds: 300,
      });
      refusals.push([title, median(samples), quantile(samples, 0.99), '50 ms']);
    }

    const accepted = Object.values(worstAccepted(starts)).map((query) => JSON.stringify({ query }));
    for (const bodies of [accepted, Object.values(refused())]) {
      attackers.push(await startAttackers({ url, bodies, clients: CLIENTS }));
    }
    await new Promise((resume) => setTimeout(resume, 2_000));
    const besieged = await load(ask, cheaply, { clients: 1, milliseconds: milliseconds * 3 });
    const row = (title: string, { milliseconds: samples, failures }: typeof quiet, aim?: string) => [
      title,
      median(samples),
      quantile(samples, 0.99),
      aim,
      samples.length,
      failures.length,
    ];
    printTable(
      'A cheap query over HTTP from the embedded store, one client',
      ['meanwhile', 'median ms', 'p99 ms', 'meant, p99', 'answers', 'failures'],
      [
        row('nothing', quiet),
        row('16 clients send the worst accepted, 16 what is refused', besieged, '100 ms'),
      ],
    );
    printTable('What is refused, one client', ['because of', 'median ms', 'p99 ms', 'meant'], refusals);
  } finally {
    for (const each of attackers) each.disconnect();
    contestant.stop();
  }
};
