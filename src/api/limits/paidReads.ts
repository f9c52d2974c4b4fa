import type { ExportReads } from '../../export/exporters.ts';
import type { Page } from '../../graph/model/pages.ts';
import { DISTANCES_COST, SEARCH_COST } from './fieldCosts.ts';

/**
 * Wraps the reads of an export so that they charge the client like a query: 1 for each requested entity, abstract and
 * page before the read, and 1 for each returned entity and slice edge after it. So the client pays only for entities
 * that are returned, not for the maximum.
 *
 * @param pay charges a cost and throws if the client's bucket is empty
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
  latexTexts: (ids) => reads.latexTexts(ids), // no charge: these are parts of titles and abstracts, which were charged
  neighbors: async (ids, requests) => {
    await pay(ids.length * requests.length);
    const pages = await reads.neighbors(ids, requests);
    await pay(entryCount([...pages.values()].flat()));
    return pages;
  },
  neighborhoods: async (ids, requests) => {
    await pay(ids.length * (1 + requests.length));
    const neighborhoods = await reads.neighborhoods(ids, requests);
    await pay(entryCount([...neighborhoods.values()].flatMap(({ pages }) => pages)));
    return neighborhoods;
  },
  egoNetwork: async (id, requests, relations) => {
    await pay(1 + requests.length + 1);
    const network = await reads.egoNetwork(id, requests, relations);
    await pay(network ? entryCount(network.pages) + network.links.length : 0);
    return network;
  },
  feed: async (request) => {
    await pay(1);
    const page = await reads.feed(request);
    await pay(page.entries.length);
    return page;
  },
  authorEvents: async (ids, request) => {
    await pay(ids.length * (request.distanceTo ? DISTANCES_COST : 1));
    const pages = await reads.authorEvents(ids, request);
    await pay(entryCount([...pages.values()]));
    return pages;
  },
  search: async (request) => {
    await pay(SEARCH_COST);
    const page = await reads.search(request);
    await pay(page.entries.length);
    return page;
  },
  statistics: async () => {
    await pay(1);
    return reads.statistics();
  },
  links: async (...args) => {
    await pay(1);
    const answer = await reads.links(...args);
    await pay(answer.links.length);
    return answer;
  },
});

const entryCount = (pages: readonly Page<unknown>[]): number =>
  pages.reduce((sum, { entries }) => sum + entries.length, 0);
