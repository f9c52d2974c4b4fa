import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeUnless } from '../describeUnless.ts';

/** A graph as networkx has it. */
export interface NetworkxGraph {
  directed: boolean;
  nodes: Record<string, unknown>[];
  edges: Record<string, unknown>[];
  graph: Record<string, string>;
}
export type ReadWithNetworkx = (format: string, text: string) => NetworkxGraph;

/** A Python that has networkx: the one on PATH, else the system's own. */
const findPython = (): string | undefined =>
  ['python3', '/usr/bin/python3'].find(
    (python) => spawnSync(python, ['-c', 'import networkx'], { stdio: 'ignore' }).status === 0,
  );

/** Why nothing can be asked of networkx; undefined when it can. */
export const networkxMissing = (): string | undefined =>
  findPython() === undefined ? 'no networkx: neither python3 nor /usr/bin/python3 can import it' : undefined;

/** What a script of this folder prints, which is JSON. */
export const askNetworkx = (script: string, ...args: string[]): unknown => {
  const file = fileURLToPath(new URL(script, import.meta.url));
  const printed = execFileSync(findPython() ?? '', [file, ...args], { encoding: 'utf8', maxBuffer: 2 ** 26 });
  return JSON.parse(printed) as unknown;
};

/** A `describe` that runs only where there is networkx, which reads graph files in it. */
export const describeWithNetworkx = (name: string, body: (read: ReadWithNetworkx) => void): void => {
  describeUnless(networkxMissing(), name, () => {
    const directory = mkdtempSync(join(tmpdir(), 'coauthor-graph-networkx-'));
    afterAll(() => {
      rmSync(directory, { recursive: true });
    });
    body((format, text) => {
      const file = join(directory, `graph.${format}`);
      writeFileSync(file, text);
      return askNetworkx('read.py', format, file) as NetworkxGraph;
    });
  });
};
