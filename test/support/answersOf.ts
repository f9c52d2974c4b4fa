import { entityKinds, type EntityKind } from '../../src/graph/model/entityKinds.ts';
import { lists, type ListRow } from '../../src/graph/model/lists.ts';
import { relationRow, relationsFrom } from '../../src/graph/model/relations.ts';
import type { GraphStore } from '../../src/graph/store.ts';

/** Every list in every order, everything that relations lead to, metrics and statistics: equal for equal graphs. */
export const answersOf = async (store: GraphStore): Promise<unknown> => {
  const answers: unknown[] = [await store.statistics()];
  for (const kind of entityKinds) answers.push(await answersOfKind(store, kind));
  return answers;
};

const answersOfKind = async (store: GraphStore, kind: EntityKind): Promise<unknown> => {
  const row: ListRow | undefined = Object.values(lists).find((each) => each.kind === kind);
  const orders = Object.values(row?.orders ?? {});
  const pages = await Promise.all(
    orders.map((order) => store.list(kind, { first: 100, order, count: true })),
  );
  const ids = (pages[0]?.entries ?? []).map(({ node }) => node.id);
  const requests = relationsFrom(kind).flatMap((relation) =>
    Object.values(relationRow(relation).orders).map((order) => ({
      relation,
      page: { first: 100, order, count: true },
    })),
  );
  const neighborhoods = [...(await store.neighborhoods(ids, requests))];
  return { pages, neighborhoods, metrics: kind === 'AUTHOR' ? [...(await store.metrics(ids))] : [] };
};
