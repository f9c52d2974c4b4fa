import { createHash } from 'node:crypto';
import { basename } from 'node:path';

const MAX_LENGTH = 31;

/**
 * The source of the records of a file, made of the format and the name of the file, for example `bibtex-thesis`. It is
 * part of the ids of people who have only names: equal names are one person within a file, not across files.
 */
export const sourceOfFile = (formatName: string, path: string): string => {
  const name = basename(path)
    .replace(/\.gz$/i, '')
    .replace(/\.[^.]*$/, '')
    .toLowerCase();
  const exact = `${formatName}-${name}`;
  const slug = exact.replace(/[^a-z0-9]+/g, '-').replace(/-$/, '');
  if (slug === exact && slug.length <= MAX_LENGTH) return slug;
  const checksum = createHash('sha256').update(exact).digest('hex').slice(0, 8);
  return `${slug.slice(0, MAX_LENGTH - checksum.length - 1)}-${checksum}`.replace('--', '-');
};
