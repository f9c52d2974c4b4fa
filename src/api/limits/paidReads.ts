import type { ExportReads } from '../../export/exporters.ts';
import type { Page } from '../../graph/model/pages.ts';

/**
 * Reads that are paid for as they are done, as the cost of a query counts them: 1 for each entity, edge of a slice,
 * page and abstract. What is asked is paid before, what was found once it is known, so that nobody pays for what
 * there might have been.
 *
 * @param pay takes a cost, and throws where there is nothing left to take it from
 */
export const paidReads = (reads: ExportReads, pay: (cost: number) => Promise<void>): ExportReads => ({
  entities: async (ids) => {
    await pay(ids.length);
    return reads.entities(ids);
  },
  abstracts: async (ids) => {
    await pay(ids.length);
    return reads.abstracts(ids);
  },
  neighbors: async (ids, requests) => {
    await pay(ids.length * requests.length);
    const found = await reads.neighbors(ids, requests);
    await pay(rowsOf([...found.values()].flat()));
    return found;
  },
  neighborhoods: async (ids, requests) => {
    await pay(ids.length * (1 + requests.length));
    const found = await reads.neighborhoods(ids, requests);
    await pay(rowsOf([...found.values()].flatMap(({ pages }) => pages)));
    return found;
  },
  egoNetwork: async (id, requests, relations) => {
    await pay(1 + requests.length + 1);
    const found = await reads.egoNetwork(id, requests, relations);
    await pay(found ? rowsOf(found.pages) + found.links.length : 0);
    return found;
  },
  links: async (...asked) => {
    await pay(1);
    const found = await reads.links(...asked);
    await pay(found.links.length);
    return found;
  },
});

const rowsOf = (pages: readonly Page[]): number =>
  pages.reduce((sum, { entries }) => sum + entries.length, 0);
