import fc from 'fast-check';
import type { AuthorGroup } from '../../src/graph/identity/mixture.ts';
import { mixtureWeights } from '../../src/graph/identity/mixture.ts';
import type { PaperRecord } from '../../src/import/importRecord.ts';
import { paper } from '../support/identified.ts';
import { describeStores, importRecords } from '../support/stores.ts';

const WEI = 'Wei Wang';
const people = ['Ann', 'Ben', 'Cat', 'Dan', 'Eve'];
const words = ['parsing', 'speech', 'syntax', 'tones'];

interface DrawnPaper {
  isByWei: boolean;
  others: string[];
  title: string[];
  year: number | undefined;
  venue: string | undefined;
  topics: string[];
  institution: string | undefined;
}

const drawn = fc.array(
  fc.record<DrawnPaper>({
    isByWei: fc.constantFrom(true, true, true, false),
    others: fc.subarray(people, { maxLength: 2 }),
    title: fc.subarray(words),
    year: fc.constantFrom(undefined, 1990, 2000, 2020),
    venue: fc.constantFrom(undefined, 'Annals', 'Acta'),
    topics: fc.subarray(['logic', 'graphs']),
    institution: fc.constantFrom(undefined, 'Here', 'There'),
  }),
  { minLength: 1, maxLength: 9 },
);

const recordOf = (each: DrawnPaper, index: number): PaperRecord =>
  paper(
    String(index),
    [...(each.isByWei ? [WEI] : []), ...each.others].map((name) => ({
      name,
      ...(name === WEI && each.institution !== undefined && { affiliations: [{ name: each.institution }] }),
    })),
    {
      title: ['the', ...each.title].join(' '),
      topics: each.topics.map((name) => ({ name, level: 'KEYWORD' })),
      ...(each.year !== undefined && { year: each.year }),
      ...(each.venue !== undefined && { venueName: each.venue }),
    },
  );

const sum = (numbers: number[]): number => numbers.reduce((total, each) => total + each, 0);
const distinct = (texts: string[]): string[] => [...new Set(texts)];

/** The groups of Wei's papers by the words of docs/identity.md, compared anew for every pair after every step. */
const groupsByHand = (papers: readonly DrawnPaper[]): number[][] => {
  const know = (one: string, other: string): boolean =>
    one !== other &&
    papers.some((each) => {
      const authors = [...(each.isByWei ? [WEI] : []), ...each.others];
      return authors.includes(one) && authors.includes(other);
    });
  const acquaintances = (one: string): number => [...people, WEI].filter((other) => know(one, other)).length;
  const all = sum([...people, WEI].map(acquaintances));
  const of = (group: number[]): DrawnPaper[] => group.map((index) => papers[index]!);
  const collaborators = (group: number[]): string[] => distinct(of(group).flatMap(({ others }) => others));
  const subjects = (group: number[]): string[] =>
    of(group).flatMap(({ title, topics }) => [...title, ...topics.map((topic) => `topic ${topic}`)]);
  const count = (list: string[], text: string): number => list.filter((each) => each === text).length;
  const norm = (list: string[]): number =>
    Math.sqrt(sum(distinct(list).map((text) => count(list, text) ** 2)));
  const venues = (group: number[]): string[] => distinct(of(group).flatMap(({ venue }) => venue ?? []));
  const institutions = (group: number[]): string[] =>
    distinct(of(group).flatMap(({ institution }) => institution ?? []));
  const rarity = (name: string): number =>
    Math.log(papers.length / papers.filter(({ venue }) => venue === name).length);
  const years = (group: number[]): number[] => of(group).flatMap(({ year }) => year ?? []);
  const affinity = (one: number[], other: number[]): number => {
    const ties = sum(
      collaborators(one).map((left) => collaborators(other).filter((right) => know(left, right)).length),
    );
    const total = (group: number[]): number => sum(collaborators(group).map(acquaintances));
    const expected = all === 0 ? 0 : (total(one) * total(other)) / all;
    const [left, right] = [subjects(one), subjects(other)];
    const product = sum(distinct(left).map((text) => count(left, text) * count(right, text)));
    const shared = venues(one).filter((venue) => venues(other).includes(venue));
    const fewerVenues = Math.min(venues(one).length, venues(other).length);
    const gap =
      years(one).length === 0 || years(other).length === 0
        ? 0
        : Math.max(
            0,
            Math.min(...years(one)) - Math.max(...years(other)),
            Math.min(...years(other)) - Math.max(...years(one)),
          );
    return (
      mixtureWeights.ties * Math.log((ties + 0.5) / (expected + 0.5)) +
      mixtureWeights.subjectSimilarity * (product === 0 ? 0 : product / (norm(left) * norm(right))) +
      mixtureWeights.sharedVenues * (fewerVenues === 0 ? 0 : sum(shared.map(rarity)) / fewerVenues) +
      mixtureWeights.yearsApart * gap +
      mixtureWeights.fewerPapers * Math.log(Math.min(one.length, other.length))
    );
  };
  let groups = papers.flatMap(({ isByWei }, index) => (isByWei ? [[index]] : []));
  const join = (one: number[], other: number[]): void => {
    groups = [...groups.filter((each) => each !== one && each !== other), [...one, ...other]];
  };
  const pairs = (): [number[], number[]][] =>
    groups.flatMap((one, index) =>
      groups.slice(index + 1).map((other): [number[], number[]] => [one, other]),
    );
  for (;;) {
    const next = pairs().find(
      ([one, other]) =>
        collaborators(one).some((person) => collaborators(other).includes(person)) ||
        institutions(one).some((each) => institutions(other).includes(each)),
    );
    if (!next) break;
    join(...next);
  }
  for (;;) {
    const [best, next] = pairs().sort((a, b) => affinity(...b) - affinity(...a));
    if (!best || affinity(...best) < mixtureWeights.least) break;
    fc.pre(!next || affinity(...best) - affinity(...next) > 1e-9); // with equal right, either may be first
    join(...best);
  }
  return groups.map((group) => group.sort((a, b) => a - b)).sort((a, b) => a[0]! - b[0]!);
};

const paperNumbers = (groups: readonly AuthorGroup[]): number[][] =>
  groups
    .map(({ paperIds }) => paperIds.map((id) => Number(id.split('/')[1])).sort((a, b) => a - b))
    .sort((a, b) => a[0]! - b[0]!);

const author = 'author:drawn-name:Wei%20Wang';

describeStores('possible mixtures', ({ open, draws }) => {
  it('are groups of papers without a common collaborator or institution, of which none has much in common with another', async () => {
    await fc.assert(
      fc.asyncProperty(drawn, async (papers) => {
        const store = await open();
        await importRecords(store, papers.map(recordOf));
        const expected = groupsByHand(papers);
        const groups = (await store.mixtures([author])).get(author);
        expect(groups === undefined ? [] : paperNumbers(groups)).toEqual(expected.length < 2 ? [] : expected);
      }),
      { numRuns: draws },
    );
  }, 300_000);

  it('say what the papers of a group have, most frequent first', async () => {
    const store = await open();
    const early = { year: 1970, venueName: 'Annals', topics: [{ name: 'logic', level: 'KEYWORD' as const }] };
    const here = [{ name: WEI, affiliations: [{ name: 'Here' }] }];
    await importRecords(store, [
      paper('1', [...here, { name: 'Ann' }], { ...early, title: 'Proofs' }),
      paper('2', [...here, { name: 'Ann' }, { name: 'Ben' }], { ...early, year: 1972, title: 'Truth' }),
      paper('3', [{ name: WEI }, { name: 'Cat' }], { year: 2020, title: 'Genes', venueName: 'Cell' }),
    ]);
    const groups = (await store.mixtures([author, 'author:drawn-name:Ann', 'author:drawn-name:nobody'])).get(
      author,
    );
    expect(groups).toEqual([
      {
        paperIds: ['paper:doi:10.1000/2', 'paper:doi:10.1000/1'],
        firstYear: 1970,
        lastYear: 1972,
        collaboratorIds: ['author:drawn-name:Ann', 'author:drawn-name:Ben'],
        institutionIds: [expect.stringContaining('Here')],
        topicIds: ['topic:keyword:logic'],
        venueNames: ['Annals'],
      },
      {
        paperIds: ['paper:doi:10.1000/3'],
        firstYear: 2020,
        lastYear: 2020,
        collaboratorIds: ['author:drawn-name:Cat'],
        institutionIds: [],
        topicIds: [],
        venueNames: ['Cell'],
      },
    ]);
  });
});
