import type { ExportReads } from '../../export/exporters.ts';
import type { Page } from '../../graph/model/pages.ts';
import { DISTANCES_COST, SEARCH_COST } from './fieldCosts.ts';

interface Cost<Read extends (...args: never) => Promise<unknown>> {
  /** Computes the cost that is charged before the read, from the arguments of the read. */
  before?: (...args: Parameters<Read>) => number;
  /** Computes the cost that is charged after the read, from the result of the read. */
  after?: (result: Awaited<ReturnType<Read>>) => number;
}

/** What each read costs: 1 for each requested entity, abstract and page, and 1 for each returned entity and edge. */
const costs: { readonly [Name in keyof ExportReads]: Cost<ExportReads[Name]> } = {
  entities: { before: (ids) => ids.length },
  abstracts: { before: (ids) => ids.length },
  latexTexts: {}, // LaTeX texts cost nothing, because they are other forms of titles and abstracts, which are charged
  neighbors: {
    before: (ids, requests) => ids.length * requests.length,
    after: (pages) => entryCount([...pages.values()].flat()),
  },
  neighborhoods: {
    before: (ids, requests) => ids.length * (1 + requests.length),
    after: (neighborhoods) => entryCount([...neighborhoods.values()].flatMap(({ pages }) => pages)),
  },
  egoNetwork: {
    before: (_, requests) => 1 + requests.length + 1,
    after: (network) => (network ? entryCount(network.pages) + network.links.length : 0),
  },
  feed: { before: () => 1, after: (page) => page.entries.length },
  authorEvents: {
    before: (ids, request) => ids.length * (request.distanceTo ? DISTANCES_COST : 1),
    after: (pages) => entryCount([...pages.values()]),
  },
  search: { before: () => SEARCH_COST, after: (page) => page.entries.length },
  statistics: { before: () => 1 },
  links: { before: () => 1, after: ({ links }) => links.length },
};

const entryCount = (pages: readonly Page<unknown>[]): number =>
  pages.reduce((sum, { entries }) => sum + entries.length, 0);

/**
 * Wraps the reads of an export so that they charge the client like a query. Because a part of the cost is charged after
 * the read, the client pays only for entities that are returned, not for the maximum.
 *
 * @param pay charges a cost and throws if the client's bucket is empty
 */
export const paidReads = (reads: ExportReads, pay: (cost: number) => Promise<void>): ExportReads => {
  const paid = Object.entries(costs as Record<string, Cost<AnyRead>>).map(([name, { before, after }]) => {
    const read = (reads as unknown as Record<string, AnyRead>)[name] as AnyRead;
    return [
      name,
      async (...args: unknown[]) => {
        if (before) await pay(before(...args));
        const result = await read.call(reads, ...args);
        if (after) await pay(after(result));
        return result;
      },
    ];
  });
  return Object.fromEntries(paid) as ExportReads;
};

type AnyRead = (...args: unknown[]) => Promise<unknown>;
