import { entityKinds, type EntityKind } from './model/entityKinds.ts';
import type { EntityId } from './model/ids.ts';
import { lists, type ListRow } from './model/lists.ts';
import { defaultOrder, relationNames, relationRow, relationKinds } from './model/relations.ts';
import { graphSlice } from './slice/graphSlice.ts';
import type { GraphStore } from './store.ts';

/** An id of this kind that no entity has. */
const nobody = (kind: EntityKind): EntityId => `${kind.toLowerCase()}:none:none`;

/**
 * Sends the most frequent reads once, for entities that do not exist, and prepares the store for changes. A database that
 * has just started needs up to a second to plan a statement; later the same statement takes milliseconds. The reads are
 * sent one after the other, so that requests of clients are answered in between.
 *
 * @throws GraphError STORE_UNAVAILABLE or TIMEOUT from the first statement that fails.
 */
export const warmUp = async (store: GraphStore): Promise<void> => {
  for (const kind of entityKinds) await store.entities([nobody(kind)]);
  for (const relation of relationNames) {
    const { from, orders } = relationRow(relation);
    const page = { first: 10, order: orders[defaultOrder(relation)] ?? [], count: false, brief: true };
    await store.neighbors([nobody(from)], [{ relation, page }]);
    await store.neighborhoods([nobody(from)], [{ relation, page }]);
  }
  for (const kind of entityKinds) {
    const centers = [nobody(kind)];
    await graphSlice(store, { centers, depth: 1, kinds: [], relations: [], perKind: 10, brief: true });
  }
  const rows: readonly ListRow[] = Object.values(lists);
  for (const { kind, orders } of rows) {
    for (const order of Object.values(orders)) {
      await store.list(kind, { first: 1, order, count: false, brief: true });
    }
  }
  await store.search({ words: ['none'], kinds: entityKinds, first: 1, count: false });
  await store.metrics([nobody('AUTHOR')]);
  await store.abstracts([nobody('PAPER')]);
  await store.latexTexts([nobody('PAPER')]);
  await store.suggestions([nobody('AUTHOR')], { scoring: 'ADAMIC_ADAR', first: 10, count: false });
  await store.links([nobody('AUTHOR')], relationKinds, [nobody('AUTHOR')]);
  await store.warmUpChanges();
};
