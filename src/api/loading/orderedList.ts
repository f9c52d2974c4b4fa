import { decodeCursor, encodeCursor } from '../../graph/cursor.ts';
import { sortValues, type OrderKey } from '../../graph/model/orders.ts';
import type { PageEntry } from '../../graph/model/pages.ts';
import { pageArguments, type ConnectionArguments } from './pageArguments.ts';

/** A list in one of its orders. Its cursors contain the names of the list and of the order. */
export class OrderedList {
  readonly #list: string;
  readonly #orderName: string;
  readonly #order: readonly OrderKey[];

  constructor(list: string, orderName: string, order: readonly OrderKey[]) {
    this.#list = list;
    this.#orderName = orderName;
    this.#order = order;
  }

  /**
   * @throws GraphError BAD_USER_INPUT in the same cases as pageArguments, and for a cursor of another list or order.
   */
  page(args: ConnectionArguments) {
    const position = (cursor: string, argument: string) =>
      decodeCursor(cursor, this.#list, this.#orderName, this.#order, argument);
    return { ...pageArguments(args, position), order: this.#order };
  }

  readonly cursorOf = ({ node, edge }: PageEntry): string =>
    encodeCursor(this.#list, this.#orderName, sortValues(this.#order, node, edge));
}
