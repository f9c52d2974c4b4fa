import { LRUCache } from 'lru-cache';
import { badInput } from '../errors.ts';
import type { EntityKind } from './entityKinds.ts';
import { identifierKey } from './identifiers.ts';
import {
  entityId,
  kindOf,
  LONGEST_ID,
  parseId,
  shortened,
  differentlyEncodedIdParts,
  type EntityId,
} from './ids.ts';

/**
 * Ids as clients sent them, with the spelling in which they are stored. Clients send the same ids again and again, and
 * to normalize an id takes longer than to find its entity in memory.
 */
const spellings = new LRUCache<string, EntityId>({ max: 10_000 });

/**
 * Returns an id that a client sent in the spelling in which it is stored. The client may write the identifier in any
 * way that `identifierKey` accepts, and need not percent-encode spaces and characters outside of ASCII.
 *
 * @throws GraphError BAD_USER_INPUT if the id is malformed or has a kind that is not in `kinds`
 */
export const checkedId = (id: string, argument: string, ...kinds: EntityKind[]): EntityId => {
  const stored = spellings.get(id) ?? storedSpelling(id);
  if (stored === undefined) {
    throw badInput(
      argument,
      `"${shortened(id)}" is not an id. Ids look like author:orcid:0000-0002-1825-0097 or paper:acl:P18-1001.`,
    );
  }
  spellings.set(id, stored);
  const kind = kindOf(stored);
  if (kinds.length > 0 && !kinds.includes(kind)) {
    throw badInput(
      argument,
      `"${shortened(id)}" is an id of the kind ${kind}; ${argument} must be an id of the kind ${kinds.join(' or ')}.`,
    );
  }
  return stored;
};

const storedSpelling = (id: string): EntityId | undefined => {
  const parts = parseId(id) ?? differentlyEncodedIdParts(id);
  if (!parts) return undefined;
  const { kind, scheme, key } = parts;
  const stored = identifierKey(kind, scheme, key) ?? entityId(kind, scheme, key);
  return stored.length > LONGEST_ID ? undefined : stored;
};
