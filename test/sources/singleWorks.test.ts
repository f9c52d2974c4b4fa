import { makeFullPassDue } from '../support/sources/makeFullPassDue.ts';
import { authorsOf, entityOf } from '../support/identified.ts';
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

  it('are kept as listed if they always fail or have fewer authors, and the others are read', async () => {
    const many = Array.from({ length: 130 }, (_, index) => index + 1);
    const long = [1, 2, 3, 4, 5].map((number) => work(number, many));
    const fewer = (long[0]!['authorships'] as object[]).slice(0, 40);
    const singleAnswers = { W1: 502, W2: 400, W3: { authorships: null }, W4: { authorships: fewer } };
    const [store, api] = [await open(), await simulate({ works: [...long, work(6, [1])], singleAnswers })];
    const { report, error, isComplete } = await runSync(store, api.url, { scope });
    expect([error, isComplete]).toEqual([undefined, true]);
    expect(report.noted.kinds.incompleteAuthors).toBe(4);
    expect(report.noted.first.map(({ reason }) => reason)).toContainEqual(
      expect.stringMatching(/W1 with its first 100 authors.* failed \(status 502\)/),
    );
    for (const number of [1, 2, 3, 4]) {
      const id = `paper:openalex:W${number}`;
      const paper = await entityOf(store, id);
      expect(paper).toMatchObject({ authorCount: null, authorListIsComplete: false });
      expect(await authorsOf(store, paper!.id)).toHaveLength(100);
    }
    expect(await entityOf(store, 'paper:openalex:W5')).toMatchObject({ authorCount: 130 });
    expect(await entityOf(store, 'paper:openalex:W6')).toBeDefined();
  });

  it('are looked for again in the next pass over all works if they vanished and always fail', async () => {
    const works = [1, 2, 3].map((number) => work(number, [number]));
    const [store, api] = [await open(), await simulate({ works })];
    await runSync(store, api.url, { scope });
    api.options.works = [works[0]!];
    api.options.singleAnswers = { W2: 502 };
    await makeFullPassDue(store);
    const { report, error } = await runSync(store, api.url);
    expect(error).toBeUndefined();
    expect(report.noted.kinds).toEqual({ uncheckedPaper: 1, removedPaper: 1 });
    expect(await store.statistics()).toMatchObject({ paperCount: 2 });
    api.options.singleAnswers = {};
    await makeFullPassDue(store);
    expect((await runSync(store, api.url)).report.noted.kinds).toEqual({ removedPaper: 1 });
    expect(await store.statistics()).toMatchObject({ paperCount: 1 });
  });
});
