import { createHash } from 'node:crypto';
import { parseId, type EntityId } from '../../graph/model/ids.ts';

const MAX_LENGTH = 80;

/**
 * The citation key of a paper, for example `acl:P18-1001`. It is computed only from the id, so it is unique and the
 * same in every export. If the id is long or has characters that a key must not have, the key ends in a checksum.
 */
export const citationKey = (id: EntityId): string => {
  const parts = parseId(id);
  const exact = parts ? `${parts.scheme}:${parts.key}` : id;
  const readable = exact
    .replace(/[^A-Za-z0-9:./+_-]+/g, '-')
    .slice(0, MAX_LENGTH)
    .replace(/-$/, '');
  return readable === exact ? exact : `${readable}-${checksum(id)}`;
};

const checksum = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 10);
