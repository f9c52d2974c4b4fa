import { readFileSync } from 'node:fs';

/** This relative path is right for the sources in src/ and for the compiled files in dist/. */
const packageFile = new URL('../../../package.json', import.meta.url);

/** The value of the header User-Agent, by which a service recognizes this program and its operator. */
export const userAgent = (contact: string | undefined): string => {
  const { name, version } = JSON.parse(readFileSync(packageFile, 'utf8')) as {
    name: string;
    version: string;
  };
  if (contact === undefined) return `${name}/${version}`;
  return `${name}/${version} (${contact.includes('@') ? `mailto:${contact}` : contact})`;
};
