import { sourcesOf } from '../../src/graph/sources/sourceState.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { ada, adasWorks } from '../support/sources/drawnWorks.ts';
import type { Fault } from '../support/sources/faults.ts';
import { runSync } from '../support/sources/runSync.ts';
import { SimulatedOpenAlex } from '../support/sources/simulatedOpenAlex.ts';
import { openEmbedded } from '../support/stores.ts';

const scope = { orcid: ada.orcid };
const statesOf = async (store: GraphStore) => sourcesOf(await store.documents());

describe('a first run that fails', () => {
  const open = openEmbedded();
  let api: SimulatedOpenAlex;
  beforeEach(async () => {
    api = await new SimulatedOpenAlex({ works: adasWorks(50) }).start();
  });
  afterEach(() => api.stop());

  it.each<[Fault]>([['html'], ['failing'], ['tooMany'], ['elsewhere']])(
    'stores the scope with the error, so that later runs try again: %s',
    async (fault) => {
      const store = await open();
      api.constantFault = fault;
      const { error } = await runSync(store, api.url, { scope });
      expect(await statesOf(store)).toMatchObject([
        { name: 'test', scope, recordCount: 0, lastSuccess: null, lastError: error?.message },
      ]);
      api.constantFault = undefined;
      expect((await runSync(store, api.url)).isComplete).toBe(true);
      expect((await store.statistics()).paperCount).toBe(50);
    },
  );

  it('stores nothing if the service refuses the scope, nothing matches, or it is a dry run', async () => {
    const store = await open();
    const refused = await runSync(store, api.url, { scope: { filter: 'nonsense:1' } });
    const nothing = await runSync(store, api.url, { scope: { filter: 'type:book' } });
    api.constantFault = 'html';
    const dry = await runSync(store, api.url, { scope, isDryRun: true });
    expect([refused, nothing, dry].map(({ error }) => error?.code)).toEqual([
      'BAD_USER_INPUT',
      'BAD_USER_INPUT',
      'SOURCE_UNAVAILABLE',
    ]);
    expect(await statesOf(store)).toEqual([]);
  });

  it('says that nothing matches also if the scope is stored, because an earlier run failed', async () => {
    const store = await open();
    api.constantFault = 'html';
    await runSync(store, api.url, { scope: { filter: 'type:book' } });
    api.constantFault = undefined;
    const { error } = await runSync(store, api.url);
    expect(error?.message).toMatch(/^No work in OpenAlex matches the scope/);
    expect(await statesOf(store)).toMatchObject([{ lastSuccess: null, lastError: error?.message }]);
  });
});
