import type { EntityChange } from '../importSession.ts';
import { kindOf, type EntityId } from '../model/ids.ts';
import { kinds } from '../model/kinds.ts';
import type { StoredFacts } from '../storeSession.ts';
import type { BaseEntity } from './baseEntity.ts';
import type { Overlay } from './overlay.ts';

interface Keyed {
  id: EntityId;
  keys: readonly EntityId[];
}

/**
 * The keys of an entity after corrections: the ids and keys of all entities merged into it, and the ids by which
 * corrections name them.
 */
export const visibleKeys = (
  id: EntityId,
  members: readonly Keyed[],
  overlay: Overlay,
): readonly EntityId[] => {
  const { formerIds } = overlay.group(id);
  if (members.length === 1 && formerIds.length === 0) return members[0]?.keys ?? [];
  const ids = members.flatMap((member) => (isKeyOfOther(member) ? member.keys : [member.id, ...member.keys]));
  return [...new Set([...ids, ...formerIds])].sort();
};

/** Whether a paper got its id from an identifier that another paper of the same catalogue has now. */
const isKeyOfOther = ({ id, keys }: Keyed): boolean => kindOf(id) === 'PAPER' && !keys.includes(id);

/**
 * Returns, as a change, the author, institution or topic that readers see in place of one or several entities of the
 * base graph.
 */
export const visibleEntity = (
  id: EntityId,
  members: readonly BaseEntity[],
  overlay: Overlay,
): EntityChange<StoredFacts> => {
  const change = { id, keys: visibleKeys(id, members, overlay) };
  const kind = kindOf(id);
  if (kind === 'AUTHOR' || kind === 'PAPER') return change;
  const fields = ['name', ...Object.keys(kinds[kind].fields), ...(kind === 'TOPIC' ? topicFacts : [])];
  const facts = Object.fromEntries(
    fields.map((field) => [field, members.map(({ facts: own }) => own?.[field]).find(isStated) ?? null]),
  );
  const { name } = overlay.group(id);
  return { ...change, facts: name === undefined ? facts : { ...facts, name }, isWhole: true };
};

/** The facts of topics that are stored in addition to the fields of topics in kinds.ts. */
const topicFacts = ['isTaxonomy', 'fingerprint'];

const isStated = (value: unknown): boolean => value !== undefined && value !== null && value !== false;
