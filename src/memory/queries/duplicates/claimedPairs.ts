import type { ComparedKind } from '../../../graph/identity/duplicates.ts';
import { kindOf, type EntityId } from '../../../graph/model/ids.ts';
import type { Claim } from '../../entityRecords.ts';

/**
 * If records give one identifier to more entities than this, it is probably a placeholder, and no pairs are made from
 * it.
 */
const MOST_CLAIMING = 200;

/**
 * Pairs of entities to which records give the same identifier, each with the smaller id first. The key of a pair in the
 * map is both ids with a space between them.
 */
export type ClaimedPairs = ReadonlyMap<string, readonly [EntityId, EntityId]>;

/**
 * Makes pairs of all entities of a kind to which records give the same identifier, including the entity that has it.
 */
export const claimedPairs = (claims: readonly Claim[], kind: ComparedKind): ClaimedPairs => {
  const groups = new Map<EntityId, Set<EntityId>>();
  for (const { id, key, owner } of claims) {
    if (kindOf(id) !== kind) continue;
    const group = groups.get(key) ?? new Set();
    groups.set(key, group.add(id));
    if (owner !== null) group.add(owner);
  }
  const pairs = new Map<string, readonly [EntityId, EntityId]>();
  for (const group of groups.values()) {
    if (group.size > MOST_CLAIMING) continue;
    const ids = [...group].sort();
    for (const [index, left] of ids.entries())
      for (const right of ids.slice(index + 1)) pairs.set(`${left} ${right}`, [left, right]);
  }
  return pairs;
};

/** The entities of all pairs that are in only one of the two maps. */
export const idsOfDifference = (one: ClaimedPairs, other: ClaimedPairs): Set<EntityId> =>
  new Set([
    ...[...one].flatMap(([key, pair]) => (other.has(key) ? [] : pair)),
    ...[...other].flatMap(([key, pair]) => (one.has(key) ? [] : pair)),
  ]);
