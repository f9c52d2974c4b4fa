import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, 'competitors');
const lock = join(folder, 'package-lock.json');
const installedLock = join(folder, 'node_modules', '.installed-package-lock.json');

/**
 * Sees to it that what the competitors need is in their folder: they are no dependencies of the project. Gives the
 * reason where that is not possible.
 */
export const installedCompetitors = async (): Promise<{ unavailable: string } | undefined> => {
  if (existsSync(installedLock) && readFileSync(installedLock).equals(readFileSync(lock))) return undefined;
  console.log('Installing @neo4j/graphql and Apollo Server for the competitors, once …');
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = spawn('npm', args, { cwd: folder, stdio: ['ignore', 'inherit', 'inherit'] });
  const ended = once(npm, 'exit').catch((error: unknown) => [String(error)]);
  const [outcome] = (await ended) as [unknown];
  if (outcome !== 0) return { unavailable: `npm could not install them (${String(outcome)})` };
  copyFileSync(lock, installedLock);
  return undefined;
};
