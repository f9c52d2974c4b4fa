import { labelOf } from '../../src/graph/entities.ts';
import { pairKey } from '../../src/graph/store.ts';
import { importFormats } from '../../src/import/formats/index.ts';
import type { ImportReport } from '../../src/import/report.ts';
import { runImport } from '../../src/import/run.ts';
import { readAnthology, type Anthology } from '../support/real-data/anthology.ts';
import {
  collaborationsOf,
  newest,
  papersBy,
  ranked,
  variedByDegree,
  type CountedEdges,
  type CountedOrder,
  type CountedPaper,
} from '../support/real-data/counted-graph.ts';
import { describeKeptStores, timed, type KeptStore } from '../support/real-data/kept-stores.ts';
import {
  differences,
  entitiesOf,
  expectedPage,
  firstPages,
  shownCounts,
  shownIds,
} from '../support/real-data/pages-of.ts';
import { idOf } from '../support/real-data/spelling.ts';
import { importRecordOf, readVispubdata, visGraph, withJsonLines } from '../support/real-data/vispubdata.ts';
import { missingData, once, sharedData } from '../support/real-data/where.ts';

/*
 * The whole ACL Anthology through the real format into a store, against a computation of the test's own from the
 * same XML and YAML. The tests of a store share one import and run in order: the last ones add to it.
 */

const LONG = 30 * 60_000;

interface Counted extends Anthology {
  collaborations: CountedEdges;
  papersOf: Map<string, CountedPaper[]>;
}

const anthology = once((): Counted => {
  const read = readAnthology(sharedData('acl-anthology'));
  return {
    ...read,
    collaborations: collaborationsOf(read.papers),
    papersOf: papersBy(read.papers, 'authors'),
  };
});

/** Authors from the best connected to those without collaborators. */
const variedAuthors = once(() => {
  const { authors, collaborations } = anthology();
  const degrees = new Map([...authors.keys()].map((id) => [id, collaborations.get(id)?.size ?? 0]));
  return variedByDegree(degrees, 100, 300);
});

const pairCount = (edges: CountedEdges): number =>
  [...edges.values()].reduce((total, rows) => total + rows.size, 0) / 2;

describeKeptStores('the whole ACL Anthology', missingData('acl-anthology'), ({ name, store }) => {
  const importFiles = (format: string, path: string): Promise<ImportReport> =>
    timed(`${name}: import of ${format}`, () =>
      runImport({ store: store(), format: importFormats.get(format)!, paths: [path] }),
    );
  let report: ImportReport;
  beforeAll(async () => {
    await timed('computation by hand', anthology);
    report = await importFiles('acl-anthology', sharedData('acl-anthology'));
  }, LONG);

  it('reports every paper as new, and every identifier that fails or is claimed twice', () => {
    const { papers, droppedIdentifiers } = anthology();
    expect(report).toMatchObject({
      read: papers.length,
      new: papers.length,
      changed: 0,
      unchanged: 0,
      skipped: { total: 0 },
      dropped: { total: droppedIdentifiers },
    });
    const withoutAuthors = papers.filter((paper) => paper.authors.length === 0).length;
    expect(report.notes['papers without authors']?.total).toBe(withoutAuthors);
  });

  it('has the papers, authors, authorships and collaborating pairs counted by hand', async () => {
    const { papers, authors, collaborations } = anthology();
    expect(await store().statistics()).toMatchObject({
      paperCount: papers.length,
      authorCount: authors.size,
      authorshipCount: papers.reduce((total, paper) => total + paper.authors.length, 0),
      collaborationCount: pairCount(collaborations),
      topicCount: 0,
      institutionCount: 0,
      citationLinkCount: 0,
      papersTooLargeForCollaboration: 0,
    });
  });

  it(
    'has every paper under its Anthology id, with its DOI, title and year',
    async () => {
      const { papers } = anthology();
      const byId = new Map(papers.map((paper) => [idOf('paper', 'acl', paper.acl), paper]));
      const found = await timed(`${name}: all papers`, () => entitiesOf(store(), [...byId.keys()]));
      const actual = (key: string): unknown => {
        const paper = found.get(key);
        if (paper?.kind !== 'PAPER') return paper;
        const { id, keys, title, year, date, isRetracted, authorCount } = paper;
        return { id, keys: [...keys].sort(), title, year, date, isRetracted, authorCount };
      };
      const expected = (key: string): unknown => {
        const { id, doi, title, year, isRetracted, authors } = byId.get(key)!;
        const keys = doi === undefined ? [key] : [key, idOf('paper', 'doi', doi)];
        return { id, keys, title, year, date: null, isRetracted, authorCount: authors.length };
      };
      expect(differences(byId.keys(), actual, expected)).toEqual([]);
    },
    LONG,
  );

  it(
    'has every author once a paper, in printed order',
    async () => {
      const { papers } = anthology();
      const byId = new Map(papers.map((paper) => [paper.id, paper]));
      const pages = await timed(`${name}: the authors of all papers`, () =>
        firstPages(store(), 'paperAuthors', 'PRINTED', [...byId.keys()], 100),
      );
      const actual = (id: string): unknown => pages.get(id) && shownIds(pages.get(id)!);
      expect(differences(byId.keys(), actual, (id) => expectedPage(byId.get(id)!.authors, 100))).toEqual([]);
    },
    LONG,
  );

  it(
    'has every author by name, alternative names and number of papers',
    async () => {
      const { authors, papersOf } = anthology();
      const found = await timed(`${name}: all authors`, () => entitiesOf(store(), [...authors.keys()]));
      const actual = (key: string): unknown => {
        const author = found.get(key);
        if (author?.kind !== 'AUTHOR') return author;
        const { id, name: called, alternativeNames, paperCount } = author;
        return [id, called, [...alternativeNames].sort(), paperCount];
      };
      const expected = (id: string): unknown => {
        const { name: called, alternativeNames } = authors.get(id)!;
        return [id, called, [...alternativeNames].sort(), papersOf.get(id)!.length];
      };
      expect(differences(authors.keys(), actual, expected)).toEqual([]);
    },
    LONG,
  );

  const agreeOnCollaborators = async (
    ids: readonly string[],
    edges: CountedEdges,
    order: CountedOrder,
    first: number,
  ): Promise<void> => {
    const pages = await timed(`${name}: collaborators of ${ids.length} authors, ${order}`, () =>
      firstPages(store(), 'collaborators', order, ids, first),
    );
    const actual = (id: string): unknown => pages.get(id) && shownCounts(pages.get(id)!);
    expect(differences(ids, actual, (id) => expectedPage(ranked(edges, id, order), first))).toEqual([]);
  };

  it(
    "has every author's collaborators, joint papers and strength, in units of 10⁻⁹",
    async () => {
      const { authors, collaborations } = anthology();
      await agreeOnCollaborators([...authors.keys()], collaborations, 'MOST_PAPERS', 100);
    },
    LONG,
  );

  it.each(['MOST_PAPERS', 'MOST_RECENT', 'STRONGEST'] as const)(
    'gives the first collaborators of 400 authors of any degree, %s',
    async (order) => {
      await agreeOnCollaborators(variedAuthors(), anthology().collaborations, order, 25);
    },
    LONG,
  );

  it(
    'gives the newest papers of 400 authors of any degree',
    async () => {
      const { papersOf } = anthology();
      const ids = variedAuthors();
      const pages = await timed(`${name}: papers of ${ids.length} authors`, () =>
        firstPages(store(), 'authorPapers', 'NEWEST', ids, 20),
      );
      const actual = (id: string): unknown => pages.get(id) && shownIds(pages.get(id)!);
      expect(differences(ids, actual, (id) => expectedPage(newest(papersOf.get(id)!), 20))).toEqual([]);
    },
    LONG,
  );

  it(
    'measures 400 authors of any degree',
    async () => {
      const { papersOf, collaborations } = anthology();
      const metrics = await timed(`${name}: metrics`, () => store().metrics(variedAuthors()));
      const actual = (id: string): unknown => {
        const { paperCount, collaboratorCount, firstYear, lastYear } = metrics.get(id)!;
        return { paperCount, collaboratorCount, firstYear, lastYear };
      };
      const expected = (id: string): unknown => {
        const years = papersOf.get(id)!.flatMap(({ year }) => year ?? []);
        return {
          paperCount: years.length,
          collaboratorCount: collaborations.get(id)?.size ?? 0,
          firstYear: Math.min(...years),
          lastYear: Math.max(...years),
        };
      };
      expect(differences(variedAuthors(), actual, expected)).toEqual([]);
    },
    LONG,
  );

  it(
    'changes nothing when the same files are imported again',
    async () => {
      const before = await store().statistics();
      const again = await importFiles('acl-anthology', sharedData('acl-anthology'));
      expect(again).toMatchObject({ new: 0, changed: 0, unchanged: anthology().papers.length });
      expect(await store().statistics()).toEqual(before);
    },
    LONG,
  );

  addingToTheAnthology({ name, store }, importFiles, agreeOnCollaborators);
});

/** The best connected author with an id, a collaborator of theirs and a stranger who both go by their names. */
const threeAuthors = once(() => {
  const { authors, collaborations } = anthology();
  const ids = variedAuthors();
  const withId = ids.find((id) => id.startsWith('author:acl:'))!;
  const isByName = (id: string): boolean => id === idOf('author', 'acl-name', authors.get(id)!.name);
  const collaborator = ids.find((id) => isByName(id) && collaborations.get(withId)!.has(id))!;
  const stranger = ids.find(
    (id) => isByName(id) && id !== collaborator && !collaborations.get(withId)!.has(id),
  )!;
  return { withId, collaborator, stranger };
});

const newPaper = once((): CountedPaper => {
  const { withId, collaborator, stranger } = threeAuthors();
  const authors = [withId, collaborator, stranger];
  return { id: 'paper:doi:10.5555/a-new-paper', year: 2023, authors, topics: [], references: [] };
});

function addingToTheAnthology(
  { name, store }: KeptStore,
  importFiles: (format: string, path: string) => Promise<ImportReport>,
  agreeOnCollaborators: (
    ids: readonly string[],
    edges: CountedEdges,
    order: CountedOrder,
    first: number,
  ) => Promise<void>,
): void {
  it(
    'gives right collaborations at once when one paper of known authors is added to the full graph',
    async () => {
      const { authors, papers, collaborations } = anthology();
      const { withId, collaborator, stranger } = threeAuthors();
      const record = {
        source: 'acl',
        ids: { doi: '10.5555/a-new-paper' },
        title: 'A new paper',
        year: 2023,
        authors: [
          { name: 'Any Spelling', ids: { acl: withId.slice('author:acl:'.length) } },
          { name: authors.get(collaborator)!.name },
          { name: authors.get(stranger)!.name },
        ],
      };
      await withJsonLines([record], async (file) => {
        const before = await store().statistics();
        expect(await importFiles('jsonl', file)).toMatchObject({ read: 1, new: 1, dropped: { total: 0 } });
        const after = await store().statistics();
        const now = collaborationsOf([...papers, newPaper()]);
        expect({ ...after, asOf: '' }).toEqual({
          ...before,
          paperCount: before.paperCount + 1,
          authorshipCount: before.authorshipCount + 3,
          collaborationCount: pairCount(now),
          asOf: '',
        });
        expect(after.asOf > before.asOf).toBe(true);
        const pairs = [
          { from: withId, to: collaborator },
          { from: withId, to: stranger },
        ];
        const edges = await store().collaborations(pairs, undefined);
        const { paperCount, strength } = collaborations.get(withId)!.get(collaborator)!;
        expect(pairs.map((pair) => edges.get(pairKey(pair)))).toMatchObject([
          { paperCount: paperCount + 1, lastYear: 2023, strength: strength! + 500_000_000 },
          { paperCount: 1, firstYear: 2023, lastYear: 2023, strength: 500_000_000 },
        ]);
        const near = newPaper().authors.flatMap((id) => [id, ...now.get(id)!.keys()]);
        for (const order of ['MOST_PAPERS', 'MOST_RECENT', 'STRONGEST'] as const) {
          await agreeOnCollaborators([...new Set(near)], now, order, 25);
        }
        const [only] = await importedAgain(file);
        expect(only).toEqual({ new: 0, changed: 0, unchanged: 1 });
      });
    },
    LONG,
  );
  const importedAgain = async (file: string): Promise<Partial<ImportReport>[]> => {
    const { new: added, changed, unchanged } = await importFiles('jsonl', file);
    return [{ new: added, changed, unchanged }];
  };

  const visMissing = missingData('vispubdata');
  const itWithVis = visMissing === undefined ? it : it.skip;
  itWithVis(
    'takes nobody of vispubdata for a person of the Anthology, whatever their name',
    async () => {
      const { authors } = anthology();
      const lines = readVispubdata(sharedData('vispubdata', 'papers.jsonl'));
      const graph = visGraph(lines, 'names');
      await withJsonLines(
        lines.map((line) => importRecordOf(line, 'names')),
        async (file) => {
          const before = await store().statistics();
          expect(await importFiles('jsonl', file)).toMatchObject({ new: lines.length, changed: 0 });
          const collaborations = collaborationsOf(graph.papers);
          expect(await store().statistics()).toMatchObject({
            paperCount: before.paperCount + graph.papers.length,
            authorCount: before.authorCount + graph.authors.size,
            collaborationCount: before.collaborationCount + pairCount(collaborations),
          });
          const ids = [...graph.authors.keys()];
          const found = await entitiesOf(store(), ids);
          expect(
            differences(
              ids,
              (id) => found.get(id)?.keys,
              (id) => [id],
            ),
          ).toEqual([]);
          await agreeOnCollaborators(ids, collaborations, 'MOST_PAPERS', 100);
          const names = new Set([...authors.values()].map((author) => author.name));
          const namesakes = [...found.values()].filter((author) => names.has(labelOf(author)));
          console.info(`${name}: ${namesakes.length} names are in both sources`);
          expect(namesakes.length).toBeGreaterThan(100);
        },
      );
    },
    LONG,
  );
}
