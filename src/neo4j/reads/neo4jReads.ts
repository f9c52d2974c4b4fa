import type { GraphReads } from '../../graph/store.ts';
import type { Database } from '../connection/database.ts';
import type { Preparation } from '../connection/preparation.ts';
import { readLinks } from './links/readLinks.ts';
import type { Paths } from './paths/readPaths.ts';
import { readSuggestions } from './suggestions/readSuggestions.ts';
import { readEgoNetwork } from './egoNetwork/readEgoNetwork.ts';
import { readAbstracts, readEntities, readMetrics, readStatistics } from './entities/readEntities.ts';
import { readList, readSearch } from './lists/readList.ts';
import {
  readCollaborations,
  readCommonNeighbors,
  readNeighborhoods,
  readNeighbors,
} from './neighbors/readNeighbors.ts';

type Asked<Read extends keyof GraphReads> = Parameters<GraphReads[Read]>;

/** Everything that can be read of the graph in a database, as soon as that is prepared. */
export class StoredReads implements GraphReads {
  readonly #database: Database;
  readonly #preparation: Preparation;
  readonly #paths: Paths;

  constructor(database: Database, preparation: Preparation, paths: Paths) {
    this.#database = database;
    this.#preparation = preparation;
    this.#paths = paths;
  }

  async entities(...[ids]: Asked<'entities'>) {
    await this.#preparation.done();
    return readEntities(this.#database, this.#preparation.cap, ids);
  }

  async abstracts(...[paperIds]: Asked<'abstracts'>) {
    await this.#preparation.done();
    return readAbstracts(this.#database, paperIds);
  }

  async neighbors(...[ids, requests]: Asked<'neighbors'>) {
    await this.#preparation.done();
    return readNeighbors(this.#database, this.#preparation.cap, ids, requests);
  }

  async neighborhoods(...[ids, requests]: Asked<'neighborhoods'>) {
    await this.#preparation.done();
    return readNeighborhoods(this.#database, this.#preparation.cap, ids, requests);
  }

  async egoNetwork(...[id, requests, relations]: Asked<'egoNetwork'>) {
    await this.#preparation.done();
    return readEgoNetwork(this.#database, this.#preparation.cap, id, requests, relations);
  }

  async commonNeighbors(...[relation, pairs, page]: Asked<'commonNeighbors'>) {
    await this.#preparation.done();
    return readCommonNeighbors(this.#database, this.#preparation.cap, relation, pairs, page);
  }

  async collaborations(...[pairs, filter]: Asked<'collaborations'>) {
    await this.#preparation.done();
    return readCollaborations(this.#database, this.#preparation.cap, pairs, filter);
  }

  async list(...[kind, page]: Asked<'list'>) {
    await this.#preparation.done();
    return readList(this.#database, this.#preparation.cap, kind, page);
  }

  async search(...[request]: Asked<'search'>) {
    await this.#preparation.done();
    return readSearch(this.#database, this.#preparation.cap, request);
  }

  async metrics(...[authorIds]: Asked<'metrics'>) {
    await this.#preparation.done();
    return readMetrics(this.#database, authorIds);
  }

  async suggestions(...[authorIds, request]: Asked<'suggestions'>) {
    await this.#preparation.done();
    return readSuggestions(this.#database, this.#preparation.cap, authorIds, request);
  }

  async collaborationPaths(...[queries]: Asked<'collaborationPaths'>) {
    await this.#preparation.done();
    return this.#paths.betweenAuthors(queries, this.#preparation.cap);
  }

  async topicPaths(...[queries]: Asked<'topicPaths'>) {
    await this.#preparation.done();
    return this.#paths.betweenTopics(queries, this.#preparation.cap);
  }

  async links(...[ids, relations, counted]: Asked<'links'>) {
    await this.#preparation.done();
    return readLinks(this.#database, ids, relations, counted);
  }

  async statistics() {
    await this.#preparation.done();
    return readStatistics(this.#database, this.#preparation.cap);
  }
}
