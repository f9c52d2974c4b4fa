import type { EntityKind } from './entityKinds.ts';
import { paperOrders } from './relations.ts';
import type { OrderKey } from './orders.ts';

export interface ListRow {
  kind: EntityKind;
  orders: Readonly<Record<string, readonly OrderKey[]>>;
}

const byName = ['folded', 'name', 'id'] as const;
const byPapers = ['-papers', 'id'] as const;

/** The lists of all entities of a kind, with the orders in which they can be requested. */
export const lists = {
  authors: {
    kind: 'AUTHOR',
    orders: { NAME: byName, MOST_PAPERS: byPapers, MOST_COLLABORATORS: ['-collaborators', 'id'] },
  },
  institutions: { kind: 'INSTITUTION', orders: { NAME: byName, MOST_PAPERS: byPapers } },
  papers: { kind: 'PAPER', orders: paperOrders },
  topics: { kind: 'TOPIC', orders: { NAME: byName, MOST_PAPERS: byPapers } },
} as const satisfies Record<string, ListRow>;

export type ListName = keyof typeof lists;
