import fc from 'fast-check';
import { handGraph, institutionId, topicId } from '../support/byHand.ts';
import { correctedByHand } from '../support/correctionsByHand.ts';
import { drafted, same } from '../support/curatedPapers.ts';
import { doStep, drawnIntention, drawnSteps, undoAll } from '../support/drawnCorrections.ts';
import { drawnPaper, drawnRecords } from '../support/drawnRecords.ts';
import { entityOf, paper } from '../support/identified.ts';
import { describeStores, importRecords } from '../support/stores.ts';
import { visibleGraphByHand, visibleGraphOf } from '../support/visibleGraph.ts';

const [graphs, logic] = [topicId('graphs'), topicId('logic')];
const [rome, oslo] = [institutionId('Rome'), institutionId('Oslo')];

const at = (...institutions: string[]) => [
  { name: 'Ada Lovelace', affiliations: institutions.map((name) => ({ name, printed: `Dept. at ${name}` })) },
];
const about = (...topics: string[]) => ({ topics: topics.map((name) => ({ name })) });
const hide = (id: string) => drafted({ kind: 'HIDE', entityIds: [id] });

describeStores('hidden institutions and topics', ({ open, draws }) => {
  it('agree with hiding them by hand, in any order with imports, other corrections and undos', async () => {
    const intention = drawnIntention(
      ['HIDE', 'HIDE', 'HIDE', 'SAME', 'RENAME', 'SPLIT', 'DIFFERENT'],
      ['INSTITUTION', 'INSTITUTION', 'TOPIC', 'TOPIC', 'AUTHOR', 'PAPER'],
    );
    const records = drawnRecords().map((drawn) => drawn.filter(({ record }) => record === undefined));
    const steps = drawnSteps(fc.array(drawnPaper(), { minLength: 1, maxLength: 3 }), intention);
    await fc.assert(
      fc.asyncProperty(records, steps, async (first, drawn) => {
        const store = await open();
        await importRecords(store, first);
        const imported = [...first];
        for (const step of drawn) {
          await doStep(store, step);
          if (step.do === 'import') imported.push(...step.records);
          const expected = correctedByHand(handGraph(imported), await store.corrections());
          expect(await visibleGraphOf(store)).toEqual(visibleGraphByHand(expected));
        }
        await undoAll(store);
        expect(await visibleGraphOf(store)).toEqual(visibleGraphByHand(handGraph(imported)));
      }),
      { numRuns: draws },
    );
  }, 300_000);

  it('are not mixed up with what is stored while they are hidden', async () => {
    const store = await open();
    await importRecords(store, [paper('x', [], about('graphs'))]);
    await importRecords(store, [paper('x', at('Rome'), about('graphs'))]); // Rome is stored last
    const corrections = [await store.correct(hide(rome)), await store.correct(hide(graphs))];
    await importRecords(store, [paper('y', at('Oslo'), about('logic'))]);
    for (const { correction } of corrections) await store.undoCorrection(correction.id, 'Cora');
    for (const id of [rome, graphs, oslo, logic])
      expect(await entityOf(store, id)).toMatchObject({ paperCount: 1 });
  });

  it('are shown again only in papers whose records still have them', async () => {
    const store = await open();
    await importRecords(store, [
      paper('x', at('Rome'), about('graphs')),
      paper('y', at('Rome', 'Oslo'), about('graphs', 'logic')),
    ]);
    const corrections = [await store.correct(hide(rome)), await store.correct(hide(graphs))];
    await importRecords(store, [paper('y', at('Oslo'), about('logic'))]);
    for (const { correction } of corrections) await store.undoCorrection(correction.id, 'Cora');
    for (const id of [rome, graphs, oslo, logic])
      expect(await entityOf(store, id)).toMatchObject({ paperCount: 1 });
  });

  it('leave the printed line of a hidden institution', async () => {
    const store = await open();
    await importRecords(store, [paper('x', at('Rome', 'Oslo'))]);
    const affiliations = async () => {
      const page = { first: 1, order: ['position'] as const, count: false };
      const pages = await store.neighbors(['paper:doi:10.1000/x'], [{ relation: 'paperAuthors', page }]);
      const { authorship } = pages.get('paper:doi:10.1000/x')?.[0]?.entries[0]?.edge ?? {};
      return [authorship?.affiliationsAsPrinted, authorship?.institutionIds];
    };
    const printed = ['Dept. at Rome', 'Dept. at Oslo'];
    const { correction } = await store.correct(hide(rome));
    expect(await affiliations()).toEqual([printed, [oslo]]);
    await store.undoCorrection(correction.id, 'Cora');
    expect(await affiliations()).toEqual([printed, [rome, oslo]]);
  });

  it('come back from a SAME that was made while they were hidden', async () => {
    const store = await open();
    await importRecords(store, [
      paper('x', at('Rome'), about('graphs')),
      paper('y', at('Oslo'), about('logic')),
      paper('z', at('Rome', 'Oslo'), about('graphs', 'logic')),
    ]);
    const never = await visibleGraphOf(store);
    for (const order of [
      [0, 1, 2, 3],
      [3, 2, 1, 0],
    ]) {
      const drafts = [hide(rome), same(rome, oslo), hide(logic), same(graphs, logic)];
      const ids: string[] = [];
      for (const draft of drafts) ids.push((await store.correct(draft)).correction.id);
      for (const id of [rome, oslo, graphs, logic]) expect(await entityOf(store, id)).toBeUndefined();
      for (const index of order) await store.undoCorrection(ids[index] ?? '', 'Cora');
      expect(await visibleGraphOf(store)).toEqual(never);
    }
  });

  it('stay with their papers when most of these have them only by a SAME', async () => {
    const store = await open();
    const many = Array.from({ length: 120 }, (_, index) => paper(`many-${index}`, [], about('logic')));
    await importRecords(store, [...many, paper('x', [], about('graphs'))]);
    const { correction } = await store.correct(same(graphs, logic));
    await importRecords(store, [paper('x', [], { ...about('graphs'), year: 2001 })]);
    expect(await entityOf(store, graphs)).toMatchObject({ paperCount: 121 });
    await store.undoCorrection(correction.id, 'Cora');
    expect(await entityOf(store, graphs)).toMatchObject({ paperCount: 1 });
  });
});
