import { setTimeout as pause } from 'node:timers/promises';
import { nextRunOf, sourcesOf, type SourceState } from '../../src/graph/sources/sourceState.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { startSyncSchedule } from '../../src/sources/syncSchedule.ts';
import { ada, adasWorks, work } from '../support/sources/drawnWorks.ts';
import { runSync } from '../support/sources/runSync.ts';
import { SimulatedOpenAlex } from '../support/sources/simulatedOpenAlex.ts';
import { openEmbedded } from '../support/stores.ts';

describe('the schedule of live sources', () => {
  const open = openEmbedded();
  const works = adasWorks(5);
  let api: SimulatedOpenAlex;
  const lines: string[] = [];
  const log = {
    info: (_facts: object, message: string) => lines.push(message),
    warn: (_facts: object, message: string) => lines.push(message),
  };
  const scheduleOptions = (store: GraphStore, url: string) => ({
    store,
    settings: {
      contact: undefined,
      openAlex: { url, apiKey: undefined, budgetUsd: undefined },
      semanticScholar: { url, apiKey: undefined },
    },
    collaborationCap: 100,
    log,
  });
  beforeEach(async () => {
    lines.length = 0;
    api = await new SimulatedOpenAlex({ works, mayAskForUpdates: true }).start();
  });
  afterEach(() => api.stop());

  it('reads a source when it is due, waits for other imports, and stops', async () => {
    const store = await open();
    await runSync(store, api.url, { scope: { orcid: ada.orcid } });
    works.push(work(900, [1, 3], { updated_date: new Date().toISOString().slice(0, 10) }));
    const session = await store.beginImport();
    const stop = startSyncSchedule({
      ...scheduleOptions(store, api.url),
      everyMilliseconds: 1,
      checkMilliseconds: 20,
    });
    while (lines.length === 0) await pause(5);
    expect(lines[0]).toBe('a live source waits until another import has ended');
    expect(api.lists).toHaveLength(1);
    await session.abandon();
    while (!lines.includes('a live source is up to date')) await pause(5);
    await stop();
    expect((await store.statistics()).paperCount).toBe(6);
    const requests = api.requests.length;
    await pause(100);
    expect(api.requests).toHaveLength(requests);
  });

  it('stores an unexpected error as the last error of its source, and reads the other sources', async () => {
    const store = await open();
    for (const name of ['a', 'b']) await runSync(store, api.url, { name, scope: { orcid: ada.orcid } });
    works.push(work(901, [1, 4], { updated_date: new Date().toISOString().slice(0, 10) }));
    const begin = store.beginImport.bind(store);
    const start = Date.now();
    let sessions = 0;
    store.beginImport = async () => {
      const session = await begin();
      sessions += 1;
      if (sessions === 1) session.write = () => Promise.reject(new TypeError('x is not a function'));
      return session;
    };
    const stop = startSyncSchedule({
      ...scheduleOptions(store, api.url),
      everyMilliseconds: 1,
      checkMilliseconds: 60_000,
    });
    while (lines.length < 2) await pause(5);
    await stop();
    expect(lines).toEqual(['a live source could not be read completely', 'a live source is up to date']);
    const [a, b] = sourcesOf(await store.documents());
    expect(a).toMatchObject({ name: 'a', lastError: expect.stringContaining('x is not a function') });
    expect(Date.parse(a!.lastRun!)).toBeGreaterThanOrEqual(start);
    expect(b).toMatchObject({ name: 'b', lastError: null });
  });

  it('runs a source again after the interval, or after an hour if it failed', async () => {
    const store = await open();
    await runSync(store, api.url, { scope: { orcid: ada.orcid } });
    const [state] = sourcesOf(await store.documents()) as [SourceState];
    const day = 86_400_000;
    const last = Date.parse(state.lastRun ?? '');
    expect(nextRunOf(state, day)).toBe(last + day);
    expect(nextRunOf({ ...state, lastError: 'No network.' }, day)).toBe(last + 3_600_000);
    expect(nextRunOf({ ...state, lastError: 'No network.' }, 60_000)).toBe(last + 60_000);
  });
});
