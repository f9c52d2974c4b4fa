import { ask, between, costs, names, none } from '../support/askedPaths.ts';
import { chain, completeBipartite, jointPapers } from '../support/drawnCollaborations.ts';
import { storeWith } from '../support/questions.ts';
import { describeStores } from '../support/stores.ts';

describeStores('where there is no path', ({ open }) => {
  it.each(costs)('two components are not connected, however short the paths asked for (%s)', async (cost) => {
    const store = await storeWith(open, jointPapers([...chain(['a', 'b', 'c']), ...chain(['x', 'y', 'z'])]));
    for (const maxLength of [1, 2, 20])
      expect(await ask(store, between('a', 'z', { cost, maxLength }))).toEqual(none('NOT_CONNECTED'));
  });

  it.each(costs)('an author who wrote with nobody is not connected (%s)', async (cost) => {
    const store = await storeWith(open, [
      ...jointPapers([['a', 'b']]),
      { ids: { doi: '10.1000/alone' }, authors: [{ name: 'alone' }] },
      { ids: { doi: '10.1000/crowd' }, authorCount: 101, authors: [{ name: 'a' }, { name: 'in a crowd' }] },
    ]);
    for (const name of ['alone', 'in a crowd']) {
      expect(await ask(store, between('a', name, { cost }))).toEqual(none('NOT_CONNECTED'));
      expect(await ask(store, between(name, 'a', { cost, maxLength: 1 }))).toEqual(none('NOT_CONNECTED'));
    }
  });

  it.each(costs)('a filter that cuts the only one proves them not connected (%s)', async (cost) => {
    const store = await storeWith(open, [
      ...jointPapers(chain(['a', 'b', 'c']), { year: 2000, venueName: 'Annals' }),
      ...jointPapers(chain(['a', 'b', 'c']), { year: 2001, venueName: 'Annals', edition: 2 }),
      ...jointPapers([['c', 'd']], { year: 2010, venueName: 'Acta', authorCount: 5 }),
      ...jointPapers(chain(['d', 'e', 'f']), { year: 2000, venueName: 'Annals' }),
      ...jointPapers(chain(['d', 'e', 'f']), { year: 2001, venueName: 'Annals', edition: 2 }),
    ]);
    const filters = [
      { years: { to: 2009 } },
      { venueNames: ['Annals'] },
      { maxAuthorsPerPaper: 4 },
      { minPapers: 2 },
      { topicIds: ['topic:keyword:nothing'] },
    ];
    expect(names(await ask(store, between('a', 'f', { cost })))).toEqual(['a – b – c – d – e – f']);
    for (const filter of filters)
      expect(await ask(store, between('a', 'f', { cost, filter }))).toEqual(none('NOT_CONNECTED'));
  });

  it.each(costs)('avoiding everyone who connects them proves them not connected (%s)', async (cost) => {
    const store = await storeWith(open, jointPapers(completeBipartite(['b', 'c'], ['a', 'd'])));
    expect(await ask(store, between('a', 'd', { cost, avoid: ['b', 'c'] }))).toEqual(none('NOT_CONNECTED'));
    expect(names(await ask(store, between('a', 'd', { cost, avoid: ['b'] })))).toEqual(['a – c – d']);
  });

  it.each(costs)('a chain longer than allowed is said to be so, to the step (%s)', async (cost) => {
    const all = Array.from({ length: 21 }, (_, index) => `n${String(index).padStart(2, '0')}`);
    const store = await storeWith(open, jointPapers(chain(all), { year: 2000 }));
    for (const maxLength of [1, 2, 7, 19]) {
      const [near, far] = [all[maxLength] ?? '', all[maxLength + 1] ?? ''];
      expect(await ask(store, between('n00', near, { cost, maxLength }))).toMatchObject({ status: 'FOUND' });
      const answers = await store.collaborationPaths([
        between('n00', far, { cost, maxLength }),
        between('n00', far, { cost, maxLength, filter: { years: { from: 2000 } } }),
      ]);
      expect(answers).toEqual([none('BEYOND_MAX_LENGTH'), none('BEYOND_MAX_LENGTH')]);
    }
    expect(names(await ask(store, between('n20', 'n00', { cost, k: 20 })))).toEqual([
      [...all].reverse().join(' – '),
    ]);
  });
});
