import type { StoreBatch } from '../../graph/storeSession.ts';
import { entityKinds, type EntityKind } from '../../graph/model/entityKinds.ts';
import { kindOf, type EntityId } from '../../graph/model/ids.ts';
import { perKind } from '../../graph/model/kinds.ts';
import type { TransactionRun } from '../connection/database.ts';
import { storedKeys } from './writeStatements.ts';

/** A key and the entity that has it or, for a removed key, had it. */
interface OwnedKey {
  key: EntityId;
  owner: EntityId;
}

interface KeyedEntity {
  id: EntityId;
  keys: readonly EntityId[];
}

/** The difference between the keys of a batch and the stored keys, so that only changed keys are written. */
export interface KeyChanges {
  removed: readonly OwnedKey[];
  added: readonly OwnedKey[];
  /** The added keys that belong to papers and to which stored papers already refer. */
  newPaperKeys: readonly OwnedKey[];
  isStored(id: EntityId): boolean;
  /** Whether the entity is new or has other keys than before. */
  isChanged(entity: KeyedEntity): boolean;
}

interface StoredKeys {
  keysById: ReadonlyMap<EntityId, readonly EntityId[]>;
  /** Keys that stored papers refer to, but that belong to no stored paper. */
  missing: ReadonlySet<EntityId>;
}

/** Reads the stored keys of a batch's entities, and compares them with the keys in the batch. */
export const keyChanges = async (run: TransactionRun, batch: StoreBatch): Promise<KeyChanges> => {
  const papers = [...batch.paperKeys, ...batch.papers];
  const entities = perKind((kind): readonly KeyedEntity[] => [
    ...(kind === 'PAPER' ? papers : batch.named[kind]),
    ...batch.removals.filter((id) => kindOf(id) === kind).map((id) => ({ id, keys: [] })),
  ]);
  const paperKeys = papers.flatMap(({ id, keys }) => [...new Set([id, ...keys])].map(ownedBy(id)));
  const { keysById, missing } = await readStoredKeys(run, entities, paperKeys);
  const storedKeysOf = (id: EntityId): readonly EntityId[] => keysById.get(id) ?? [];
  const all = entityKinds.flatMap((kind) => entities[kind]);
  const removed = all.flatMap(({ id, keys }) => difference(storedKeysOf(id), keys).map(ownedBy(id)));
  const removedKeys = new Set(removed.map(({ key }) => key));
  return {
    removed,
    added: all.flatMap(({ id, keys }) => difference(keys, [...storedKeysOf(id), id]).map(ownedBy(id))),
    newPaperKeys: paperKeys.filter(({ key }) => missing.has(key) || removedKeys.has(key)),
    isStored: (id) => keysById.has(id),
    isChanged: ({ id, keys }) => !keysById.has(id) || !isSameList(storedKeysOf(id), keys),
  };
};

const readStoredKeys = async (
  run: TransactionRun,
  entities: Record<EntityKind, readonly KeyedEntity[]>,
  paperKeys: readonly OwnedKey[],
): Promise<StoredKeys> => {
  if (entityKinds.every((kind) => entities[kind].length === 0))
    return { keysById: new Map(), missing: new Set() };
  const { rows } = await run<{ id: EntityId; keys: EntityId[] | null }>(storedKeys, {
    ...Object.fromEntries(entityKinds.map((kind) => [kind, entities[kind].map(({ id }) => id)])),
    paperKeys: paperKeys.map(({ key }) => key),
  });
  return {
    keysById: new Map(rows.flatMap(({ id, keys }) => (keys ? [[id, keys] as const] : []))),
    missing: new Set(rows.flatMap(({ id, keys }) => (keys ? [] : id))),
  };
};

const ownedBy =
  (owner: EntityId) =>
  (key: EntityId): OwnedKey => ({ key, owner });

const difference = (keys: readonly EntityId[], others: readonly EntityId[]): EntityId[] => {
  const excluded = new Set(others);
  return keys.filter((key) => !excluded.has(key));
};

const isSameList = (left: readonly EntityId[], right: readonly EntityId[]): boolean =>
  left.length === right.length && left.every((key, index) => key === right[index]);
