import { startAttackers } from './attackers.ts';
import { startContestant } from './contestants.ts';
import { load } from './load.ts';
import type { Starts } from './starts.ts';

const CLIENTS = 8;
const MILLISECONDS = 15_000;

const cheap = 'query ($id: ID!) { author(id: $id) { name } }';
const paths = `query ($from: ID!, $to: ID!) {
  collaborationPaths(from: $from, to: $to, cost: STRENGTH, k: 3) { status } }`;
const suggestions =
  'query ($id: ID!) { author(id: $id) { suggestedCollaborators(first: 10) { nodes { id } } } }';

/** The times of one client's cheap query over HTTP, in ms, while 8 clients ask for strongest paths and suggestions of hubs. */
export const measureCheapQuery = async (
  directory: string,
  { authors, hubs, pairs }: Starts,
): Promise<number[]> => {
  const contestant = await startContestant('./servers/ours.ts', { embedded: directory });
  const bodies = pairs.flatMap((pair, index) => [
    JSON.stringify({ query: paths, variables: pair }),
    JSON.stringify({ query: suggestions, variables: { id: hubs[index % hubs.length] } }),
  ]);
  const attackers = await startAttackers({ url: contestant.url, bodies, clients: CLIENTS });
  try {
    const questions = authors.map((id) => JSON.stringify({ query: cheap, variables: { id } }));
    const ask = (body: string): Promise<void> => contestant.probePort(body);
    await load(ask, questions, { clients: 1, milliseconds: 3_000 }); // until the code is compiled
    const { milliseconds } = await load(ask, questions, { clients: 1, milliseconds: MILLISECONDS });
    return milliseconds;
  } finally {
    attackers.disconnect();
    contestant.stop();
  }
};
