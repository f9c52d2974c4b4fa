import fc from 'fast-check';
import type { EdgeDirection } from '../../src/graph/model/relationRow.ts';
import { type RelationName, type RelationKind, relationKinds } from '../../src/graph/model/relations.ts';
import { relationNames, relationRow } from '../../src/graph/model/relations.ts';
import type { Link } from '../../src/graph/links.ts';
import {
  authorId,
  bytes,
  handGraph,
  institutionId,
  paperId,
  topicId,
  type HandGraph,
} from '../support/byHand.ts';
import { jointPapers } from '../support/drawnCollaborations.ts';
import { drawnRecords } from '../support/drawnRecords.ts';
import { asHandEdge, storeWith } from '../support/questions.ts';
import { edgesByHand, type HandEdge } from '../support/relationsByHand.ts';
import { describeStores } from '../support/stores.ts';

interface HandLink {
  relation: RelationKind;
  direction: EdgeDirection;
  edge: HandEdge;
}

const asHandLink = ({ source, target, relation, direction, edge }: Link): HandLink => ({
  relation,
  direction,
  edge: asHandEdge(source, target, edge),
});

/** A relation from its subject: each has one name, but for those seen from the other end. */
const outward = relationNames.filter((name) => relationRow(name).direction !== 'IN');

const linksByHand = (graph: HandGraph, ids: readonly string[], kinds: readonly RelationKind[]): HandLink[] =>
  outward
    .filter((name) => kinds.includes(relationRow(name).kind))
    .flatMap((name) => {
      const { kind, direction } = relationRow(name);
      return edgesByHand(graph, name)
        .filter(({ from, to }) => ids.includes(from) && ids.includes(to))
        .filter(({ from, to }) => direction !== 'UNDIRECTED' || bytes(from, to) < 0)
        .map((edge): HandLink => ({ relation: kind, direction, edge }));
    })
    .sort(
      (a, b) =>
        relationKinds.indexOf(a.relation) - relationKinds.indexOf(b.relation) ||
        bytes(a.edge.from, b.edge.from) ||
        bytes(a.edge.to, b.edge.to),
    );

/** "id KIND count", for each kind of which there are any. */
const countsByHand = (graph: HandGraph, ids: readonly string[], kinds: readonly RelationKind[]): string[] => {
  const neighbors = new Map<string, Set<string>>();
  const asked = relationNames.filter((name: RelationName) => kinds.includes(relationRow(name).kind));
  for (const name of asked) {
    for (const { from, to } of edgesByHand(graph, name)) {
      const key = `${from} ${relationRow(name).to}`;
      neighbors.set(key, (neighbors.get(key) ?? new Set()).add(to));
    }
  }
  return [...neighbors]
    .filter(([key]) => ids.includes(key.split(' ')[0] ?? ''))
    .map(([key, { size }]) => `${key} ${size}`)
    .sort();
};

const nodesOf = (graph: HandGraph): string[] =>
  [
    ...graph.authors.keys(),
    ...graph.institutions.keys(),
    ...graph.topics.keys(),
    ...graph.papers.map(({ id }) => id),
  ].sort();

/** Half of the nodes or so, in any order. */
const drawnChoice = fc.infiniteStream(fc.integer({ min: 0, max: 999 }));

describeStores('links among any nodes', ({ open, draws }) => {
  it('and the numbers of their neighbors agree with the edges by hand', async () => {
    await fc.assert(
      fc.asyncProperty(
        drawnRecords(),
        fc.array(fc.tuple(drawnChoice, fc.subarray([...relationKinds])), { minLength: 4, maxLength: 4 }),
        async (records, choices) => {
          const store = await storeWith(open, records);
          const graph = handGraph(records);
          for (const [stream, kinds] of choices) {
            const drawn = nodesOf(graph).map((id) => ({ id, number: stream.next().value ?? 0 }));
            const ids = drawn
              .filter(({ number }) => number % 3 > 0)
              .sort((a, b) => a.number - b.number)
              .map(({ id }) => id);
            const counted = ids.filter((_, index) => index % 2 === 0);
            const { links, counts } = await store.links(ids, kinds, counted);
            expect(links.map(asHandLink)).toEqual(linksByHand(graph, ids, kinds));
            expect(counts.map(({ id, kind, count }) => `${id} ${kind} ${count}`).sort()).toEqual(
              countsByHand(graph, counted, kinds),
            );
          }
        },
      ),
      { numRuns: draws },
    );
  }, 300_000);

  it('are every one there is where all nodes and relations are asked for', async () => {
    await fc.assert(
      fc.asyncProperty(drawnRecords(), async (records) => {
        const store = await storeWith(open, records);
        const graph = handGraph(records);
        const ids = nodesOf(graph);
        const { links } = await store.links([...ids].reverse(), [...relationKinds].reverse(), []);
        expect(links.map(asHandLink)).toEqual(linksByHand(graph, ids, relationKinds));
      }),
      { numRuns: Math.ceil(draws / 2) },
    );
  }, 300_000);
});

describeStores('links among given nodes', ({ open }) => {
  const store = () =>
    storeWith(open, [
      {
        ids: { doi: '10.1000/1' },
        year: 2000,
        authors: [
          { name: 'b', affiliations: [{ name: 'Institute' }] },
          { name: 'a', affiliations: [{ name: 'Institute' }] },
        ],
        topics: [{ name: 'graphs', level: 'KEYWORD', score: 0.5 }],
        references: ['doi:10.1000/2'],
      },
      { ids: { doi: '10.1000/2' }, authors: [{ name: 'c' }], references: ['doi:10.1000/1'] },
      ...jointPapers([['a', 'c']]),
    ]);
  const [a, b, c] = [authorId('a'), authorId('b'), authorId('c')];
  const [one, two] = [paperId('10.1000/1'), paperId('10.1000/2')];

  it('stand from their subject, and undirected from the smaller id', async () => {
    const ids = [topicId('graphs'), institutionId('Institute'), two, one, c, b, a];
    const opened = await store();
    const { links } = await opened.links(ids, ['WORKS_ON', 'AUTHORED', 'CO_AUTHORED', 'CITES'], []);
    const short = links.map(({ source, target, relation }) => [source, relation, target]);
    expect(short).toEqual([
      [a, 'AUTHORED', one],
      [b, 'AUTHORED', one],
      [c, 'AUTHORED', two],
      [one, 'CITES', two],
      [two, 'CITES', one],
      [a, 'CO_AUTHORED', b],
      [a, 'CO_AUTHORED', c],
      [a, 'WORKS_ON', topicId('graphs')],
      [b, 'WORKS_ON', topicId('graphs')],
    ]);
  });

  it('carry what edges carry', async () => {
    const opened = await store();
    const among = [a, b, one, topicId('graphs')];
    const { links } = await opened.links(among, ['ABOUT', 'AUTHORED', 'CO_AUTHORED'], []);
    expect(links.map(({ direction, edge }) => ({ direction, edge }))).toMatchObject([
      { direction: 'OUT', edge: { weight: 0.5, score: 5e8, authorship: null } },
      { direction: 'OUT', edge: { weight: 1, authorship: { paperId: one, authorId: a, position: 2 } } },
      { direction: 'OUT', edge: { weight: 1, authorship: { authorId: b, position: 1 } } },
      { direction: 'UNDIRECTED', edge: { paperCount: 1, firstYear: 2000, lastYear: 2000, strength: 1e9 } },
    ]);
  });

  it('are found once where a node is named twice, and none for an unknown one', async () => {
    const opened = await store();
    const ids = [a, one, a, 'author:openalex:A404'];
    const { links, counts } = await opened.links(ids, [...relationKinds], ids);
    expect(links.map(({ source, target }) => [source, target])).toEqual([[a, one]]);
    expect(new Set(counts.map(({ id }) => id))).toEqual(new Set([a, one]));
    expect(await opened.links([], [...relationKinds], [])).toEqual({ links: [], counts: [] });
    expect(await opened.links(ids, [], ids)).toEqual({ links: [], counts: [] });
  });

  it('count a neighbor once that is one along several relations, or in both directions', async () => {
    const counts = async (id: string, kinds: RelationKind[]) =>
      (await (await store()).links([id], kinds, [id])).counts
        .map(({ kind, count }) => `${kind} ${count}`)
        .sort();
    expect(await counts(one, ['CITES'])).toEqual(['PAPER 1']);
    expect(await counts(one, ['AUTHORED', 'CITES', 'WRITTEN_AT'])).toEqual([
      'AUTHOR 2',
      'INSTITUTION 1',
      'PAPER 1',
    ]);
    expect(await counts(a, [...relationKinds])).toEqual(['AUTHOR 2', 'INSTITUTION 1', 'PAPER 2', 'TOPIC 1']);
    expect(await counts(c, ['CITES', 'WORKS_ON'])).toEqual([]);
  });
});
