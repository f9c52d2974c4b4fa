import { badInput } from '../errors.ts';
import type { EntityKind } from './entities.ts';
import { identifierKey } from './identifiers.ts';
import { entityId, LONGEST_ID, parseId, shortened, unencodedIdParts, type EntityId } from './ids.ts';

/**
 * Returns an id that a client sent in the spelling in which it is stored. The client may write the identifier in any
 * way that `identifierKey` accepts, and need not percent-encode spaces and characters outside of ASCII.
 *
 * @throws GraphError BAD_USER_INPUT if the id is malformed or has a kind that is not in `kinds`
 */
export const checkedId = (id: string, argument: string, ...kinds: EntityKind[]): EntityId => {
  const parts = parseId(id) ?? unencodedIdParts(id);
  const stored =
    parts &&
    (identifierKey(parts.kind, parts.scheme, parts.key) ?? entityId(parts.kind, parts.scheme, parts.key));
  if (!parts || stored === undefined || stored.length > LONGEST_ID) {
    throw badInput(
      argument,
      `"${shortened(id)}" is not an id. Ids look like author:orcid:0000-0002-1825-0097 or paper:acl:P18-1001.`,
    );
  }
  if (kinds.length > 0 && !kinds.includes(parts.kind)) {
    throw badInput(
      argument,
      `"${shortened(id)}" is an id of the kind ${parts.kind}; ${argument} must be an id of the kind ${kinds.join(' or ')}.`,
    );
  }
  return stored;
};
