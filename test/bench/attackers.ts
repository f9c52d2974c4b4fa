import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { load } from './load.ts';

const loader = fileURLToPath(new URL('../support/loadTypescript.js', import.meta.url));

interface Attack {
  url: string;
  bodies: readonly string[];
  clients: number;
}

/** Clients that send bodies from a process of their own until it is disconnected. */
export const startAttackers = async (attack: Attack): Promise<ChildProcess> => {
  const child = fork(fileURLToPath(import.meta.url), { execArgv: ['--import', loader] });
  await once(child, 'spawn');
  child.send(attack);
  return child;
};

const agent = new Agent({ keepAlive: true });

/** Posts a body, whatever the answer is. */
export const posted = (url: string, body: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const sending = request(`${url}/graphql`, {
      method: 'POST',
      agent,
      headers: { 'content-type': 'application/json' },
    });
    sending.on('error', reject);
    sending.on('response', (response) => {
      response.resume();
      response.on('end', resolve);
      response.on('error', reject);
    });
    sending.end(body);
  });

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.on('disconnect', () => process.exit());
  process.on('message', ({ url, bodies, clients }: Attack) => {
    void load((body: string) => posted(url, body), bodies, { clients, milliseconds: 600_000 });
  });
}
