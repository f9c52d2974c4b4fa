import { makeFullPassDue } from '../support/sources/makeFullPassDue.ts';
import { entityOf } from '../support/identified.ts';
import { work } from '../support/sources/drawnWorks.ts';
import { runSync } from '../support/sources/runSync.ts';
import { SimulatedOpenAlex, type SimulationOptions } from '../support/sources/simulatedOpenAlex.ts';
import { describeStores } from '../support/stores.ts';

const scope = { filter: 'type:article' };

describeStores('works of OpenAlex that are read singly', ({ open }) => {
  const simulations: SimulatedOpenAlex[] = [];
  const simulate = async (options: SimulationOptions): Promise<SimulatedOpenAlex> => {
    const api = await new SimulatedOpenAlex(options).start();
    simulations.push(api);
    return api;
  };
  afterEach(async () => {
    for (const api of simulations.splice(0)) await api.stop();
  });

  it('are removed if they were merged into the work that stands for all deleted works', async () => {
    const works = [1, 2, 3, 4].map((number) => work(number, [number]));
    const [store, api] = [await open(), await simulate({ works })];
    await runSync(store, api.url, { scope });
    const placeholder = { ...work(4_285_719_527, []), display_name: 'Deleted Work', type: 'other' };
    api.options.works = [works[0]!, placeholder];
    api.options.merged = { W2: 'W4285719527', W3: 'W4285719527', W4: 'W4285719527' };
    await makeFullPassDue(store);
    const { report, error } = await runSync(store, api.url);
    expect(error).toBeUndefined();
    expect(report.noted.kinds.removedPaper).toBe(3);
    expect(await store.statistics()).toMatchObject({ paperCount: 1 });
    expect(await entityOf(store, 'paper:openalex:W2')).toBeUndefined();
    expect(await entityOf(store, 'paper:openalex:W4285719527')).toBeUndefined();
  });
});
