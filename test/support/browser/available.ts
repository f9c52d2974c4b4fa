import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describeUnless } from '../describeUnless.ts';

/** A browser that tests use: the setting with its path, and the usual names of the program. */
interface BrowserProgram {
  setting: string;
  names: readonly string[];
}

const chromium: BrowserProgram = {
  setting: 'CHROMIUM_PATH',
  names: ['chromium', 'chromium-browser', 'google-chrome'],
};
const firefox: BrowserProgram = { setting: 'FIREFOX_PATH', names: ['firefox-esr', 'firefox'] };

/** The path of an installed browser: that of its setting, or the first of its usual names on PATH. */
function find({ setting, names }: BrowserProgram): string | undefined {
  const chosen = process.env[setting];
  if (chosen) return isExecutable(chosen) ? chosen : undefined;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

/** Why tests in a browser cannot run; undefined when they can. */
function missing(program: BrowserProgram): string | undefined {
  if (find(program) !== undefined) return undefined;
  return process.env[program.setting]
    ? `${program.setting} names no program`
    : `no browser: none of ${program.names.join(', ')} is on PATH`;
}

function describeWith(program: BrowserProgram, name: string, body: (path: string) => void): void {
  describeUnless(missing(program), name, () => {
    body(find(program) ?? '');
  });
}

export const findChromium = (): string | undefined => find(chromium);

/** Why tests in Chromium cannot run; undefined when they can. */
export const browserMissing = (): string | undefined => missing(chromium);

/** A `describe` that runs only where there is Chromium. */
export const describeWithBrowser = (name: string, body: (chromium: string) => void): void =>
  describeWith(chromium, name, body);

/** A `describe` that runs only where there is Firefox. */
export const describeWithFirefox = (name: string, body: (firefox: string) => void): void =>
  describeWith(firefox, name, body);

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
