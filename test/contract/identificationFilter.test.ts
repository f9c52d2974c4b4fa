import fc from 'fast-check';
import type { Identification } from '../../src/graph/identity/identification.ts';
import { relations } from '../../src/graph/model/relations.ts';
import type { PaperRecord, RecordAuthor } from '../../src/import/importRecord.ts';
import { paper } from '../support/identified.ts';
import { describeStores, importRecords } from '../support/stores.ts';

/** People of each identification, with the id that they have on a paper. */
const people: { author: RecordAuthor; identification: Identification; idOn: (paperId: string) => string }[] =
  [
    ...['1', '2', '3'].map((number) => ({
      author: { name: `P. Identified ${number}`, ids: { s2: number } },
      identification: 'IDENTIFIER' as const,
      idOn: () => `author:s2:${number}`,
    })),
    ...['Ada', 'Bea', 'Cid'].map((name) => ({
      author: { name },
      identification: 'FULL_NAME' as const,
      idOn: () => `author:drawn-name:${name}`,
    })),
    {
      author: { name: 'D. Eve' },
      identification: 'INITIALS' as const,
      idOn: (paperId) => `author:drawn-name:D.%20Eve%20(${paperId})`,
    },
  ];

const drawn = fc
  .array(fc.subarray(people, { minLength: 2, maxLength: 3 }), { minLength: 3, maxLength: 7 })
  .map((teams) => teams.map((team, index) => ({ team, id: `paper:doi:10.1000/${index}`, index })));
type DrawnPaper = typeof drawn extends fc.Arbitrary<(infer Each)[]> ? Each : never;

const recordsOf = (papers: DrawnPaper[]): PaperRecord[] =>
  papers.map(({ team, index }) =>
    paper(
      String(index),
      team.map(({ author }) => author),
    ),
  );

/** Who wrote with whom, and how everyone is told apart. */
const acquaintance = (papers: DrawnPaper[]) => {
  const collaborators = new Map<string, Set<string>>();
  const identifications = new Map<string, Identification>();
  for (const { team, id } of papers) {
    for (const each of team) {
      const set = collaborators.get(each.idOn(id)) ?? new Set();
      for (const other of team) if (other !== each) set.add(other.idOn(id));
      collaborators.set(each.idOn(id), set);
      identifications.set(each.idOn(id), each.identification);
    }
  }
  return { collaborators, identifications };
};

/** The least number of steps through authors who pass; undefined if there is no way. */
const distance = (
  collaborators: Map<string, Set<string>>,
  [from, to]: [string, string],
  passes: (id: string) => boolean,
): number | undefined => {
  const reached = new Set([from]);
  for (let steps = 0, ring = [from]; ring.length > 0; steps += 1) {
    if (ring.includes(to)) return steps;
    const next = ring.flatMap((id) => [...(collaborators.get(id) ?? [])]);
    ring = [...new Set(next)].filter((id) => !reached.has(id) && (id === to || passes(id)));
    for (const id of ring) reached.add(id);
  }
  return undefined;
};

const filters = fc.uniqueArray(fc.constantFrom<Identification[]>('IDENTIFIER', 'FULL_NAME', 'INITIALS'), {
  minLength: 1,
  maxLength: 2,
});

describeStores('a filter by identification', ({ open, draws }) => {
  it('leaves other authors out of collaborators, suggestions and the inside of paths', async () => {
    await fc.assert(
      fc.asyncProperty(drawn, filters, async (papers, identification) => {
        const store = await open();
        await importRecords(store, recordsOf(papers));
        const { collaborators, identifications } = acquaintance(papers);
        const passes = (id: string): boolean => identification.includes(identifications.get(id)!);
        const ids = [...collaborators.keys()];
        const pages = await store.neighbors(ids, [
          {
            relation: 'collaborators',
            page: {
              first: 100,
              order: relations.collaborators.orders.MOST_PAPERS,
              count: true,
              filter: { identification },
            },
          },
        ]);
        const suggested = await store.suggestions(ids, {
          scoring: 'COMMON_COLLABORATORS',
          first: 100,
          count: true,
          filter: { identification },
        });
        for (const [id, mine] of collaborators) {
          const expected = [...mine].filter(passes).sort();
          expect(
            pages
              .get(id)?.[0]
              ?.entries.map(({ node }) => node.id)
              .sort(),
          ).toEqual(expected);
          expect(pages.get(id)?.[0]?.total).toBe(expected.length);
          const second = [...mine].flatMap((each) => [...(collaborators.get(each) ?? [])]);
          const strangers = second.filter((each) => each !== id && !mine.has(each) && passes(each));
          const candidates = [...new Set(strangers)].sort();
          expect(
            suggested
              .get(id)
              ?.entries.map(({ node }) => node.id)
              .sort(),
          ).toEqual(candidates);
        }
        const ends = ids.slice(1).map((to): [string, string] => [ids[0]!, to]);
        const answers = await store.collaborationPaths(
          ends.map(([from, to]) => ({
            ...{ from, to, k: 1, maxLength: 20, avoidIds: [], cost: 'HOPS' as const },
            filter: { identification },
          })),
        );
        expect(answers.map(({ paths: [path] }) => path?.steps.length)).toEqual(
          ends.map((pair) => distance(collaborators, pair, passes)),
        );
      }),
      { numRuns: draws },
    );
  }, 300_000);

  it('follows an identifier that a later import adds', async () => {
    const store = await open();
    await importRecords(store, [paper('x', [{ name: 'Ada' }, { name: 'Bea' }])], 'a');
    const asked = async (identification: Identification): Promise<number | undefined> => {
      const page = { first: 9, order: relations.collaborators.orders.MOST_PAPERS, count: true };
      const filter = { identification: [identification] };
      const id = 'author:a-name:Bea';
      const pages = await store.neighbors([id], [{ relation: 'collaborators', page: { ...page, filter } }]);
      return pages.get(id)?.[0]?.total;
    };
    expect([await asked('FULL_NAME'), await asked('IDENTIFIER')]).toEqual([1, 0]);
    await importRecords(store, [paper('x', [{ name: 'Ada', ids: { s2: '1' } }, { name: 'Bea' }])], 'b');
    expect([await asked('FULL_NAME'), await asked('IDENTIFIER')]).toEqual([0, 1]);
  });
});
