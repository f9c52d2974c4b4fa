import { entityKinds, type EntityKind } from '../../graph/model/entities.ts';
import type { GraphChanges } from '../../graph/importSession.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import type { TransactionRun } from '../connection/database.ts';
import { storedKeys } from './writeStatements.ts';

/** A key and the entity that has it, or had it. */
export interface OwnedKey {
  key: EntityId;
  owner: EntityId;
}

interface Keyed {
  id: EntityId;
  keys: readonly EntityId[];
}

/**
 * What a batch does to keys. Reading once what is stored spares every other statement the look-ups that a first
 * import would make in vain.
 */
export interface KeyChanges {
  taken: readonly OwnedKey[];
  given: readonly OwnedKey[];
  /** Keys of papers, theirs from now on, that something stored refers to. */
  arriving: readonly OwnedKey[];
  isStored(id: EntityId): boolean;
  /** Whether the entity is new, or has other keys than before. */
  isChanged(entity: Keyed): boolean;
}

interface StoredKeys {
  keysOf: ReadonlyMap<EntityId, readonly EntityId[]>;
  /** Keys of papers that are not stored but referred to. */
  awaited: ReadonlySet<EntityId>;
}

/** Compares a batch's keys with what is stored. */
export const keyChanges = async (run: TransactionRun, changes: GraphChanges): Promise<KeyChanges> => {
  const papers = [...changes.paperKeys, ...changes.papers];
  const entities: Record<EntityKind, readonly Keyed[]> = {
    AUTHOR: changes.authors,
    INSTITUTION: changes.institutions,
    TOPIC: changes.topics,
    PAPER: papers,
  };
  const papersKeys = papers.flatMap(({ id, keys }) => [...new Set([id, ...keys])].map(ownedBy(id)));
  const { keysOf, awaited } = await readStored(run, entities, papersKeys);
  const all = entityKinds.flatMap((kind) => entities[kind]);
  const before = (id: EntityId): readonly EntityId[] => keysOf.get(id) ?? [];
  const taken = all.flatMap(({ id, keys }) => without(before(id), keys).map(ownedBy(id)));
  const loosened = new Set(taken.map(({ key }) => key));
  return {
    taken,
    given: all.flatMap(({ id, keys }) => without(keys, [...before(id), id]).map(ownedBy(id))),
    arriving: papersKeys.filter(({ key }) => awaited.has(key) || loosened.has(key)),
    isStored: (id) => keysOf.has(id),
    isChanged: ({ id, keys }) => !keysOf.has(id) || !sameList(before(id), keys),
  };
};

const readStored = async (
  run: TransactionRun,
  entities: Record<EntityKind, readonly Keyed[]>,
  papersKeys: readonly OwnedKey[],
): Promise<StoredKeys> => {
  const { rows } = await run<{ id: EntityId; keys: EntityId[] | null }>(storedKeys, {
    ...Object.fromEntries(entityKinds.map((kind) => [kind, entities[kind].map(({ id }) => id)])),
    arriving: papersKeys.map(({ key }) => key),
  });
  return {
    keysOf: new Map(rows.flatMap(({ id, keys }) => (keys ? [[id, keys] as const] : []))),
    awaited: new Set(rows.flatMap(({ id, keys }) => (keys ? [] : id))),
  };
};

const ownedBy =
  (owner: EntityId) =>
  (key: EntityId): OwnedKey => ({ key, owner });

const without = (some: readonly EntityId[], others: readonly EntityId[]): EntityId[] => {
  const left = new Set(others);
  return some.filter((each) => !left.has(each));
};

const sameList = (left: readonly EntityId[], right: readonly EntityId[]): boolean =>
  left.length === right.length && left.every((each, index) => each === right[index]);
