import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describeUnless } from '../describeUnless.ts';

/** The path of an installed Chromium: CHROMIUM_PATH, or the first of the usual names on PATH. */
export function findChromium(): string | undefined {
  const { env } = process;
  if (env['CHROMIUM_PATH']) return isExecutable(env['CHROMIUM_PATH']) ? env['CHROMIUM_PATH'] : undefined;
  const folders = (env['PATH'] ?? '').split(delimiter);
  return ['chromium', 'chromium-browser', 'google-chrome']
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find(isExecutable);
}

/** Why tests in a browser cannot run; undefined when they can. */
export function browserMissing(): string | undefined {
  if (findChromium() !== undefined) return undefined;
  return process.env['CHROMIUM_PATH']
    ? 'CHROMIUM_PATH names no program'
    : 'no browser: neither chromium, chromium-browser nor google-chrome is on PATH';
}

/** A `describe` that runs only where there is a browser. */
export function describeWithBrowser(name: string, body: (chromium: string) => void): void {
  const chromium = findChromium();
  describeUnless(browserMissing(), name, () => {
    body(chromium ?? '');
  });
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
