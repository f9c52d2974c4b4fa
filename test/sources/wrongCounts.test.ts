import { sourcesOf } from '../../src/graph/sources/sourceState.ts';
import { ada, adasWorks } from '../support/sources/drawnWorks.ts';
import { runSync } from '../support/sources/runSync.ts';
import { SimulatedOpenAlex } from '../support/sources/simulatedOpenAlex.ts';
import { openEmbedded } from '../support/stores.ts';

const scope = { orcid: ada.orcid };

describe('a list whose count is slightly wrong', () => {
  const open = openEmbedded();

  it.each([
    { works: 50, countError: 1, message: 'OpenAlex says that 51 works match, but its list has 50.' },
    { works: 50, countError: -1, message: 'OpenAlex says that 49 works match, but its list has 50.' },
    { works: 150, countError: 5, message: 'OpenAlex says that 155 works match, but its list has 150.' },
    {
      works: 401,
      countError: -11,
      message: 'OpenAlex says that 390 works match, but its list has more than 390.',
    },
  ])(
    'is stored and noted: $works works, $countError in the count',
    async ({ works, countError, message }) => {
      const api = await new SimulatedOpenAlex({ works: adasWorks(works) }).start();
      api.countError = countError;
      const store = await open();
      const { report, error, isComplete } = await runSync(store, api.url, { scope });
      await api.stop();
      expect([error, isComplete]).toEqual([undefined, true]);
      expect((await store.statistics()).paperCount).toBe(works);
      expect(report.noted.first).toMatchObject([{ kind: 'contradictoryCount', reason: message }]);
      expect(sourcesOf(await store.documents())).toMatchObject([{ recordCount: works, lastError: null }]);
      // only the first contradictory page is requested repeatedly
      expect(api.lists).toHaveLength(Math.ceil(works / 100) + 3);
    },
  );

  it('is not read if it has no work at all', async () => {
    const api = await new SimulatedOpenAlex({ works: [] }).start();
    api.countError = 3;
    const { error, isComplete } = await runSync(await open(), api.url, { scope });
    await api.stop();
    expect(isComplete).toBe(false);
    expect(error?.message).toMatch(/^OpenAlex says that 3 works match, but its list has 0\./);
  });
});
