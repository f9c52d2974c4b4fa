import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('read.mjs', import.meta.url));

/** What Citation.js finds in each of some BibTeX or RIS files, as CSL-JSON. */
export const readCitations = (texts: readonly string[]): Record<string, unknown>[][] => {
  const options = { input: JSON.stringify(texts), encoding: 'utf8', maxBuffer: 1e8 } as const;
  const printed = execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', script], options);
  return JSON.parse(printed) as Record<string, unknown>[][];
};
