import type { GraphStore } from '../../src/graph/store.ts';
import { pairKey } from '../../src/graph/pair.ts';
import { suggestionScorings, scoreOf } from '../../src/graph/suggestions.ts';
import { type CollaborationPathQuery } from '../../src/graph/paths.ts';
import { pageOf } from '../support/askedSuggestions.ts';
import { describeUnless } from '../support/describeUnless.ts';
import { importJsonLines } from '../support/jsonLines.ts';
import { networkxMissing } from '../support/networkx/available.ts';
import { publishedNetwork, type PublishedNetwork } from '../support/networkx/published.ts';
import { firstPages } from '../support/realData/pagesOf.ts';
import { idOf } from '../support/realData/spelling.ts';
import { once } from '../support/realData/where.ts';
import { describeStores } from '../support/stores.ts';

/*
 * Networks that everybody computes with, imported as JSON lines: Davis, Gardner & Gardner, Deep South, 1941 (women
 * at events); Padgett & Ansell, American Journal of Sociology 98, 1993 (Florentine marriages); Zachary, Journal of
 * Anthropological Research 33, 1977 (a karate club); Knuth, The Stanford GraphBase, 1993 (scenes of Les Misérables).
 * The answers are networkx's, and so are its distances held to the published figures.
 */
const published: [name: string, people: number, pairs: number, longest: number, mean: number][] = [
  ['southern-women', 18, 139, 2, 1.092],
  ['florentine-families', 15, 20, 5, 2.486],
  ['karate-club', 34, 78, 5, 2.408],
  ['les-miserables', 77, 254, 5, 2.641],
];

const networks = once(() => new Map(published.map(([name]) => [name, publishedNetwork(name)])));
const network = (name: string): PublishedNetwork => networks().get(name)!;
const idIn = (name: string, person: string): string => idOf('author', `${name}-name`, person);

const importNetworks = (store: GraphStore, ...names: string[]): Promise<unknown> =>
  importJsonLines(
    store,
    names.flatMap((name) =>
      network(name).papers.map((people, index) => ({
        source: name,
        title: `${name} ${index}`,
        ids: { doi: `10.1000/${name}.${index}` },
        authors: people.map((person) => ({ name: person })),
      })),
    ),
  );

/** Sums of rounded terms are not the rounded sum: off by half a unit a term at most. */
const CLOSE = 1e-7;
const expectClose = (units: readonly number[], numbers: readonly number[], what: unknown): void => {
  const isClose = units.every((each, index) => Math.abs(each / 1e9 - numbers[index]!) < CLOSE);
  if (units.length !== numbers.length || !isClose) expect({ what, units }).toEqual({ what, units: numbers });
};

describeUnless(networkxMissing(), 'published networks, as networkx computes them', () => {
  describeStores('published networks', ({ open }) => {
    it.each(published)('%s: distances, shortest paths and cheapest paths', async (name, ...figures) => {
      const { paths, degrees, collaborations } = network(name);
      const distances = paths.map(({ hops }) => hops[0]!);
      const mean = distances.reduce((sum, each) => sum + each, 0) / distances.length;
      expect([
        Object.keys(degrees).length,
        collaborations.length,
        Math.max(...distances),
        Math.round(mean * 1000) / 1000,
      ]).toEqual(figures);

      const store = await open();
      await importNetworks(store, name);
      const asked = (cost: CollaborationPathQuery['cost']): CollaborationPathQuery[] =>
        paths.map(({ from, to, shortest, hops, costs }) => {
          const k = cost === 'HOPS' ? Math.min(20, Math.max(hops.length, shortest.length)) : costs.length;
          return { from: idIn(name, from), to: idIn(name, to), k, maxLength: 20, avoidIds: [], cost };
        });
      const byHops = await store.collaborationPaths(asked('HOPS'));
      const byStrength = await store.collaborationPaths(asked('STRENGTH'));
      paths.forEach(({ from, to, shortest, hops, costs }, index) => {
        const found = byHops[index]!.paths.map(({ nodes }) => nodes.map((node) => node.name));
        expect({ from, to, hops: found.slice(0, hops.length).map((people) => people.length - 1) }).toEqual({
          from,
          to,
          hops,
        });
        const ours = found.filter((people) => people.length - 1 === hops[0]).map(String);
        expect({ from, to, count: new Set(ours).size }).toEqual({
          from,
          to,
          count: Math.min(20, shortest.length),
        });
        expect(shortest.map(String)).toEqual(expect.arrayContaining(ours));
        const cheapest = byStrength[index]!.paths.map(({ cost }) => cost);
        expectClose(cheapest, costs, { from, to });
      });
    });

    it.each(published)('%s: collaborators, joint papers and strengths', async (name) => {
      const { degrees, collaborations } = network(name);
      const store = await open();
      await importNetworks(store, name);
      const people = Object.keys(degrees);
      const ids = people.map((person) => idIn(name, person));
      const pages = await firstPages(store, 'collaborators', 'MOST_PAPERS', ids, 1);
      expect(people.map((person) => [person, pages.get(idIn(name, person))?.total])).toEqual(
        Object.entries(degrees),
      );
      const pairs = collaborations.map(({ between: [from, to] }) => ({
        from: idIn(name, from),
        to: idIn(name, to),
      }));
      const edges = await store.collaborations(pairs, undefined);
      expect((await store.statistics()).collaborationCount).toBe(pairs.length);
      expect(pairs.map((pair) => edges.get(pairKey(pair))?.paperCount)).toEqual(
        collaborations.map(({ paperCount }) => paperCount),
      );
      expectClose(
        pairs.map((pair) => edges.get(pairKey(pair))?.strength ?? NaN),
        collaborations.map(({ strength }) => strength),
        name,
      );
    });

    it.each(published)('%s: everyone is suggested who is two steps away, by four scores', async (name) => {
      const store = await open();
      await importNetworks(store, name);
      for (const [person, suggested] of Object.entries(network(name).suggested)) {
        for (const scoring of suggestionScorings) {
          const { entries } = await pageOf(store, idIn(name, person), { scoring });
          expect(entries.map(({ node }) => node.name).sort()).toEqual(Object.keys(suggested).sort());
          const ranks = entries.map(({ scores }) => scoreOf(scoring, scores));
          expect(ranks).toEqual([...ranks].sort((a, b) => b - a));
          for (const { node, scores } of entries) {
            const { adamicAdar, jaccard, resourceAllocation, commonCollaboratorCount } =
              suggested[node.name]!;
            expect(scores.commonCollaboratorCount).toBe(commonCollaboratorCount);
            expectClose(
              [scores.adamicAdar, scores.jaccard, scores.resourceAllocation],
              [adamicAdar, jaccard, resourceAllocation],
              { person, suggested: node.name },
            );
          }
        }
      }
    });

    it('beside each other in one store are not connected', async () => {
      const store = await open();
      await importNetworks(store, ...networks().keys());
      const ends = published.map(([name]) => idIn(name, Object.keys(network(name).degrees)[0]!));
      const pairs = ends.flatMap((from) => ends.filter((to) => to !== from).map((to) => ({ from, to })));
      const answers = await store.collaborationPaths(
        pairs.map((pair) => ({ ...pair, k: 1, maxLength: 20, avoidIds: [], cost: 'HOPS' })),
      );
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set(['NOT_CONNECTED']));
      const [authorCount, collaborationCount] = [1, 2].map((column) =>
        published.reduce((sum, row) => sum + Number(row[column]), 0),
      );
      expect(await store.statistics()).toMatchObject({ authorCount, collaborationCount });
    });
  });
});
