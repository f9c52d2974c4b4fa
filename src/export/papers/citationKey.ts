import { createHash } from 'node:crypto';
import { parseId, type EntityId } from '../../graph/model/ids.ts';

const LONGEST = 80;

/**
 * What a paper is cited by: made of its id alone, which never changes, so it is the same in every export and no
 * other paper's. `acl:P18-1001`; where an id holds what a key cannot or is long, its readable part and a checksum.
 */
export const citationKey = (id: EntityId): string => {
  const parts = parseId(id);
  const written = parts ? `${parts.scheme}:${parts.key}` : id;
  const readable = written
    .replace(/[^A-Za-z0-9:./+_-]+/g, '-')
    .slice(0, LONGEST)
    .replace(/-$/, '');
  return readable === written ? written : `${readable}-${checksum(id)}`;
};

const checksum = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 10);
