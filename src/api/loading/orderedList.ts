import { decodeCursor, encodeCursor } from '../../graph/cursor.ts';
import { sortValues, type OrderKey } from '../../graph/model/orders.ts';
import type { PageEntry } from '../../graph/model/pages.ts';
import { checkedFirst } from '../limits/argumentLimits.ts';

/** The arguments that every connection has. */
export interface ConnectionArguments {
  first: number;
  after?: string | null;
}

/** A list in one of its orders. Its cursors name the list and the order. */
export class OrderedList {
  readonly #list: string;
  readonly #orderName: string;
  readonly #order: readonly OrderKey[];

  constructor(list: string, orderName: string, order: readonly OrderKey[]) {
    this.#list = list;
    this.#orderName = orderName;
    this.#order = order;
  }

  /** @throws GraphError BAD_USER_INPUT for a `first` outside 0–100 and a cursor of another list or order. */
  page({ first, after }: ConnectionArguments) {
    return {
      first: checkedFirst(first),
      ...(typeof after === 'string' && {
        after: decodeCursor(after, this.#list, this.#orderName, this.#order),
      }),
      order: this.#order,
    };
  }

  readonly cursorOf = ({ node, edge }: PageEntry): string =>
    encodeCursor(this.#list, this.#orderName, sortValues(this.#order, node, edge));
}
