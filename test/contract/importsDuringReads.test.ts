import { relationRow } from '../../src/graph/model/relations.ts';
import type { GraphStore, Neighborhood } from '../../src/graph/store.ts';
import { paper } from '../support/identified.ts';
import { describeStores, importRecords } from '../support/stores.ts';

const kim = 'author:drawn-name:Kim';
const states = ['Leo', 'Mia'];

/** The only paper of Kim: whoever the other author is, is in its title. */
const inState = (other: string) => [
  paper('x', [{ name: 'Kim' }, { name: other }], { title: `Kim and ${other}` }),
];

const requests = (['collaborators', 'authorPapers'] as const).map((relation) => ({
  relation,
  page: { first: 10, order: Object.values(relationRow(relation).orders)[0] ?? [], count: true },
}));

const readKim = async (store: GraphStore): Promise<Neighborhood | undefined> =>
  (await store.neighborhoods([kim], requests)).get(kim);

/** Names and titles of the neighbors. */
const textsOf = (kimNow: Neighborhood | undefined): unknown[] =>
  (kimNow?.pages ?? []).flatMap(({ entries }) =>
    entries.map(({ node }) => (node.kind === 'PAPER' ? node.title : node.name)),
  );

/** Enough searches for a path to take several time slices. */
const manyPaths = Array.from({ length: 3_000 }, () => ({
  from: kim,
  to: 'author:drawn-name:Leo',
  k: 1,
  maxLength: 20,
  avoidIds: [],
  cost: 'STRENGTH' as const,
}));

describeStores('reads during imports', ({ name, open }) => {
  it('never fail, and show an import as soon as it has finished', async () => {
    const store = await open();
    await importRecords(store, inState('Leo'));
    const allowed = states.map((other) => [other, `Kim and ${other}`]);
    let isImporting = true;
    const reader = async (): Promise<void> => {
      while (isImporting) {
        const texts = textsOf(await readKim(store));
        // on Neo4j an import is seen while it runs, and derived relations change at its end
        if (name === 'embedded') expect(allowed).toContainEqual(texts);
      }
    };
    const readers = Array.from({ length: 5 }, reader);
    for (let turn = 1; turn <= 6; turn += 1) {
      const other = states[turn % 2] ?? '';
      await importRecords(store, inState(other));
      expect(textsOf(await readKim(store))).toEqual([other, `Kim and ${other}`]);
    }
    isImporting = false;
    await Promise.all(readers);
  });

  it('answer a query of several slices from one state when an import finishes in the middle of it', async () => {
    const store = await open();
    await importRecords(store, [
      ...inState('Mia'),
      paper('y', [{ name: 'Mia' }, { name: 'Leo' }], { title: 'Mia and Leo' }),
    ]);
    await store.statistics();
    const asked = store.collaborationPaths(manyPaths);
    await importRecords(store, inState('Leo'));
    const lengths = (await asked).map(({ paths }) => paths[0]?.steps.length);
    expect([1, 2]).toContain(lengths[0]);
    expect(new Set(lengths).size).toBe(1);
    const [now] = await store.collaborationPaths(manyPaths.slice(0, 1));
    expect(now?.paths[0]?.steps).toHaveLength(1);
  });
});
