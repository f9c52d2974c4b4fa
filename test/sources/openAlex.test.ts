import { sourcesOf } from '../../src/graph/sources/sourceState.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { removeSource } from '../../src/sources/removeSource.ts';
import { ada, adasWorks, ROR, work } from '../support/sources/drawnWorks.ts';
import { makeFullPassDue } from '../support/sources/makeFullPassDue.ts';
import { runSync } from '../support/sources/runSync.ts';
import {
  SimulatedOpenAlex,
  type SimulationOptions,
  type Work,
} from '../support/sources/simulatedOpenAlex.ts';
import { describeStores } from '../support/stores.ts';

const scope = { orcid: ada.orcid };
const stateOf = async (store: GraphStore) => sourcesOf(await store.documents())[0];
const numberOf = ({ id }: Work): string => id.slice(id.lastIndexOf('/') + 1);

const paperCount = async (store: GraphStore) => (await store.statistics()).paperCount;

describeStores('sync with OpenAlex', ({ name: storeName, open }) => {
  const simulations: SimulatedOpenAlex[] = [];
  const simulate = async (options: SimulationOptions): Promise<SimulatedOpenAlex> => {
    const api = await new SimulatedOpenAlex(options).start();
    simulations.push(api);
    return api;
  };
  afterEach(async () => {
    for (const api of simulations.splice(0)) {
      await api.stop();
      expect(api.violations).toBe(0);
    }
  });
  const count = storeName === 'embedded' ? 250 : 120;

  it('reads the works of a person, and stores the source', async () => {
    const [store, api] = [await open(), await simulate({ works: adasWorks(count) })];
    const { report, error, isComplete } = await runSync(store, api.url, { scope });
    expect({ error, isComplete, new: report.skipped.total }).toEqual({
      error: undefined,
      isComplete: true,
      new: 0,
    });
    expect(await paperCount(store)).toBe(count);
    const author = (await store.entities([`author:orcid:${ada.orcid}`])).values().next().value;
    expect(author).toMatchObject({ name: ada.name, paperCount: count });
    expect((await store.statistics()).collaborationCount).toBe(20);
    expect(await stateOf(store)).toMatchObject({ name: 'test', scope, recordCount: count, lastError: null });
    expect(api.lists).toHaveLength(Math.ceil(count / 100));
    expect(api.requests[0]?.headers['user-agent']).toMatch(
      /^coauthor-graph\/\S+ \(mailto:ada@example.org\)$/,
    );
  });

  it('with a hop also reads the works of co-authors', async () => {
    const [store, api] = [await open(), await simulate({ works: adasWorks(60) })];
    const { error } = await runSync(store, api.url, { scope: { ...scope, hops: 1 } });
    expect(error).toBeUndefined();
    expect(await paperCount(store)).toBe(120);
    expect(await stateOf(store)).toMatchObject({ recordCount: 120 }); // although the lists share 60 works
    expect(api.lists.at(-1)).toMatch(/^authorships\.author\.id:A2\|A3\|[^ ]+\|A21 /);
  });

  it('continues after a failure where it ended, without a repeated request', async () => {
    const [store, api] = [await open(), await simulate({ works: adasWorks(count) })];
    api.faults = [undefined, ...Array(4).fill('failing')];
    const first = await runSync(store, api.url, { scope });
    expect(first.error?.code).toBe('SOURCE_UNAVAILABLE');
    expect(await paperCount(store)).toBe(100);
    expect(await stateOf(store)).toMatchObject({
      lastSuccess: null,
      lastError: expect.stringContaining('status 500'),
    });
    const before = api.lists.length;
    const second = await runSync(store, api.url);
    expect(second.error).toBeUndefined();
    expect(await paperCount(store)).toBe(count);
    expect(api.lists.slice(before)).not.toContain(api.lists[0]);
    expect(await stateOf(store)).toMatchObject({ recordCount: count, lastError: null });
  });

  it('asks the second time only for what is new', async () => {
    const works = adasWorks(5);
    const [store, api] = [await open(), await simulate({ works, mayAskForUpdates: true })];
    await runSync(store, api.url, { scope });
    const today = new Date().toISOString().slice(0, 10);
    works.push(work(900, [1, 3], { updated_date: today }));
    const { report } = await runSync(store, api.url);
    expect(api.lists.at(-1)).toContain('from_updated_date:');
    expect(report).toMatchObject({ new: 1, changed: 0 });
    expect(await paperCount(store)).toBe(6);
  });

  it('asks by the date of publication with a key that may not ask for updates', async () => {
    const works = adasWorks(5);
    const [store, api] = [await open(), await simulate({ works })];
    await runSync(store, api.url, { scope });
    works.push(work(900, [1, 3], { publication_date: new Date().toISOString().slice(0, 10) }));
    const { error } = await runSync(store, api.url);
    expect(error).toBeUndefined();
    expect(api.lists.at(-1)).toContain('from_publication_date:');
    expect(await paperCount(store)).toBe(6);
    await runSync(store, api.url);
    expect(api.lists.at(-1)).toContain('from_publication_date:');
    expect(api.lists.filter((list) => list.includes('from_updated_date'))).toHaveLength(1);
  });

  it('reads a work with more than 100 authors singly, and follows a merged one', async () => {
    const many = Array.from({ length: 130 }, (_, index) => index + 1);
    const works = [work(1, many), work(2, [1, 2])];
    const [store, api] = [await open(), await simulate({ works })];
    await runSync(store, api.url, { scope });
    const large = (await store.entities(['paper:openalex:W1'])).get('paper:openalex:W1');
    expect(large).toMatchObject({ authorCount: 130 });
    const merging = await simulate({ works: [work(3, many)], merged: { W3: 'W1' } });
    merging.options.works = [...merging.options.works, { ...work(1, many) }];
    await runSync(store, merging.url, { scope: { filter: 'type:article' }, name: 'merged' });
    const found = await store.entities(['paper:openalex:W3']);
    expect(found.get('paper:openalex:W3')?.id).toBe(large?.id);
  });

  it('keeps the listed authors of a work that it cannot read singly, and says so', async () => {
    const many = Array.from({ length: 130 }, (_, index) => index + 1);
    const [store, api] = [await open(), await simulate({ works: [work(1, many)], hasSingleWorks: false })];
    const { report, error } = await runSync(store, api.url, { scope });
    expect(error).toBeUndefined();
    expect(report.noted.kinds).toEqual({ incompleteAuthors: 1 });
    const authors = async () => (await store.entities(['paper:openalex:W1'])).get('paper:openalex:W1');
    expect(await authors()).toMatchObject({ authorCount: null, authorListIsComplete: false });
    api.options.hasSingleWorks = true;
    await runSync(store, api.url, { scope, name: 'complete' });
    expect(await authors()).toMatchObject({ authorCount: 130 });
    api.options.hasSingleWorks = false;
    await runSync(store, api.url, { scope, name: 'incomplete' });
    expect(await authors()).toMatchObject({ authorCount: 130 });
  });

  it('removes works that OpenAlex deleted, follows merged ones, and keeps those that left the scope', async () => {
    const works = adasWorks(count);
    const [store, api] = [await open(), await simulate({ works: [...works] })];
    await runSync(store, api.url, { scope });
    const [deleted, merged, moved, ...rest] = works as [Work, Work, Work, ...Work[]];
    api.options.works = [...rest, work(3, [2])];
    api.options.merged = { [numberOf(merged)]: numberOf(rest[0]!) };
    await runSync(store, api.url);
    expect(await paperCount(store)).toBe(count); // only a pass over all works shows what is gone
    await makeFullPassDue(store);
    const before = api.requests.length;
    const { report, error } = await runSync(store, api.url);
    expect(error).toBeUndefined();
    expect(api.requests.slice(before).filter(({ url }) => url.pathname !== '/works')).toHaveLength(4);
    expect(report.noted.kinds).toMatchObject({ removedPaper: 1 });
    expect(await paperCount(store)).toBe(count - 2);
    const [goneId, mergedId, movedId] = [deleted, merged, moved].map(
      (each) => `paper:openalex:${numberOf(each)}`,
    ) as [string, string, string];
    const found = await store.entities([goneId, mergedId, movedId]);
    expect(found.get(goneId)).toBeUndefined();
    expect(found.get(mergedId)?.keys).toContain(`paper:openalex:${numberOf(rest[0]!)}`);
    expect(found.get(movedId)?.keys).toContain(movedId);
    expect((await store.removals([goneId])).get(goneId)).toMatchObject({
      source: 'openalex',
      reason: 'OpenAlex deleted the work.',
      record: expect.stringMatching(/^test:\d+$/),
    });
    await makeFullPassDue(store);
    expect((await runSync(store, api.url)).report.noted.kinds).not.toHaveProperty('removedPaper');
    await removeSource(store, 'test');
    expect([...(await store.documents()).keys()]).toEqual(['spending openalex']);
  });

  it('reads the works of an institution since a day, and no more than asked for', async () => {
    const [store, api] = [await open(), await simulate({ works: adasWorks(40) })];
    await runSync(store, api.url, { scope: { ror: ROR, from: '2010-01-01', most: 3 } });
    expect(api.lists).toEqual([
      `authorships.institutions.ror:https://ror.org/${ROR},from_publication_date:2010-01-01 *`,
    ]);
    expect(await paperCount(store)).toBe(3);
  });

  it('stores nothing if the scope matches nothing or is not confirmed', async () => {
    const [store, api] = [await open(), await simulate({ works: adasWorks(3) })];
    const nothing = await runSync(store, api.url, { scope: { filter: 'type:book' } });
    expect(nothing.error).toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringContaining('No work'),
    });
    const declined = await runSync(store, api.url, { scope, confirm: async () => false });
    expect(declined).toMatchObject({ isComplete: false });
    expect(declined.error).toBeUndefined();
    expect(await stateOf(store)).toBeUndefined();
    expect(await paperCount(store)).toBe(0);
  });

  it('never spends more than its budget, also over several runs and with failures', async () => {
    const [store, api] = [await open(), await simulate({ works: adasWorks(count) })];
    api.faults = ['tooMany', undefined, 'tooFast', 'failing'];
    for (let run = 0; run < 3; run += 1) {
      const { error } = await runSync(store, api.url, { scope, budgetUsd: 0.0004 });
      expect(error?.code).toBe(run === 0 && !error ? undefined : 'BUDGET_EXHAUSTED');
    }
    expect(Math.round(api.spent / 0.0001)).toBe(4);
    expect(await paperCount(store)).toBe(100);
    expect((await runSync(store, api.url)).error).toBeUndefined();
    expect(await paperCount(store)).toBe(count);
  });

  it('stops at the limit that the service states', async () => {
    const [store, api] = [await open(), await simulate({ works: adasWorks(count), limitUsd: 0.0001 })];
    const { error } = await runSync(store, api.url, { scope });
    expect(error).toMatchObject({
      code: 'BUDGET_EXHAUSTED',
      message: expect.stringContaining('OPENALEX_API_KEY'),
    });
    expect(api.lists).toHaveLength(1);
    expect(await paperCount(store)).toBe(100);
  });
});
