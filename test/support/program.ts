import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const built = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

const launchers = {
  npm: ['npm', 'start'],
  terminal: ['script', '--quiet', '--return', '--flush', '--command', 'exec npm start', '/dev/null'],
};

export interface ProgramOptions {
  /** The only settings it has. */
  settings?: Record<string, string>;
  /** The Node binary that runs the program; default: the one that runs the tests. */
  node?: string;
  /** Loaded by Node before the program. */
  preload?: string;
  /** The most kB a file may have that it writes: what is more fails as on a full disk. */
  largestFile?: number;
  /** Starts the program by `npm start`, by itself or in a pseudo-terminal, at the head of a process group. */
  launcher?: 'npm' | 'terminal' | undefined;
}

/** Starts the built program as a person does. */
export const startProgram = (
  args: string[],
  { settings = {}, node = process.execPath, preload, largestFile, launcher }: ProgramOptions = {},
) => {
  const { PATH = '', HOME = '' } = process.env;
  const command = [node, ...(preload === undefined ? [] : ['--import', preload]), built, ...args];
  const limited = ['bash', '-c', `ulimit -f ${largestFile ?? 0}; exec "$@"`, 'bash', ...command];
  const launched = launcher ? launchers[launcher] : largestFile === undefined ? command : limited;
  const [name = '', ...rest] = launched;
  const child = spawn(name, rest, {
    env: { PATH, HOME, LOG_LEVEL: 'info', ...settings },
    cwd: root,
    detached: launcher !== undefined,
  });
  const said = { out: '', err: '' };
  child.stdout.on('data', (text: Buffer) => (said.out += text.toString()));
  child.stderr.on('data', (text: Buffer) => (said.err += text.toString()));
  const ended = once(child, 'close').then(([code, signal]) => ({
    code: code as number | null,
    signal: signal as NodeJS.Signals | null,
    ...said,
  }));
  return { child, said, ended, listening: () => addressOf(child.stdout, said, ended) };
};

/** The address that a server says it listens at. @throws where it ends instead. */
const addressOf = async (
  stdout: NodeJS.ReadableStream,
  said: { out: string },
  ended: Promise<{ err: string }>,
): Promise<string> =>
  new Promise((resolve, reject) => {
    const look = () => {
      const found = /listening at (http:[^"]+)/.exec(said.out)?.[1];
      if (found !== undefined) resolve(found);
    };
    stdout.on('data', look);
    look();
    void ended.then(({ err }) => reject(new Error(`It ended: ${err}`)));
  });
