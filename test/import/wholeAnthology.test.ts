import { labelOf } from '../../src/graph/model/entities.ts';
import type { GraphStatistics } from '../../src/graph/statistics.ts';
import { pairKey } from '../../src/graph/pair.ts';
import type { ImportReport } from '../../src/import/importReport.ts';
import { withJsonLines } from '../support/jsonLines.ts';
import { expectCounted, expectNewest, importPath } from '../support/realData/agreement.ts';
import { itAnswersQuestions } from '../support/realData/anthologyQuestions.ts';
import {
  anthology,
  authorshipCount,
  newPaper,
  newPaperRecord,
  pairCount,
  variedAuthors,
} from '../support/realData/countedAnthology.ts';
import { collaborationsOf } from '../support/realData/countedGraph.ts';
import { describeKeptStores, timed } from '../support/realData/keptStores.ts';
import { differences, entitiesOf, expectedPage, firstPages, shownIds } from '../support/realData/pagesOf.ts';
import { idOf } from '../support/realData/spelling.ts';
import { importRecordOf, readVispubdata, visGraph } from '../support/realData/vispubdata.ts';
import { missingData, sharedData } from '../support/realData/where.ts';

/*
 * Imports the whole ACL Anthology and compares the store with an independent computation from the same files. The
 * tests of a store share one import and run in order; the last ones add records.
 */

const LONG = 30 * 60_000;
const orders = ['MOST_PAPERS', 'MOST_RECENT', 'STRONGEST'] as const;

describeKeptStores('the whole ACL Anthology', missingData('acl-anthology', 'vispubdata'), (kept) => {
  const { name, store } = kept;
  let report: ImportReport;
  beforeAll(async () => {
    await timed('computation by hand', anthology);
    report = await importPath(kept, 'acl-anthology', sharedData('acl-anthology'));
  }, LONG);

  it('reports every paper as new, and every invalid or duplicate identifier', () => {
    const { papers, removed, droppedIdentifiers } = anthology();
    expect(report).toMatchObject({
      read: papers.length + removed.length,
      new: papers.length,
      changed: 0,
      unchanged: removed.length,
      skipped: { total: 0 },
      dropped: { total: droppedIdentifiers },
    });
    const withoutAuthors = papers.filter((paper) => paper.authors.length === 0).length;
    expect(report.noted.kinds).toMatchObject({
      missingAuthors: withoutAuthors,
      removedPaper: removed.length,
      retractedPaper: papers.filter((paper) => paper.isRetracted).length,
    });
  });

  it(
    'has the expected numbers of papers, authors, authorships and collaborations',
    async () => {
      const { papers, authors, collaborations } = anthology();
      const expected: Partial<GraphStatistics> = {
        paperCount: papers.length,
        authorCount: authors.size,
        authorshipCount: authorshipCount(papers),
        collaborationCount: pairCount(collaborations),
        topicCount: 0,
        institutionCount: 0,
        citationLinkCount: 0,
        papersTooLargeForCollaboration: 0,
      };
      console.info(`${name}: ${JSON.stringify(expected)}, ${report.dropped.total} identifiers dropped`);
      expect(await store().statistics()).toMatchObject(expected);
    },
    LONG,
  );

  it(
    'has every paper under its Anthology id, with DOI, title and year',
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
    'lists every author of a paper once, in printed order',
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
    'has every author with name, alternative names and number of papers',
    async () => {
      const { authors, papersOf } = anthology();
      const found = await timed(`${name}: all authors`, () => entitiesOf(store(), [...authors.keys()]));
      const actual = (key: string): unknown => {
        const author = found.get(key);
        if (author?.kind !== 'AUTHOR') return author;
        const { id, keys, name: called, alternativeNames, paperCount } = author;
        return [id, keys, called, [...alternativeNames].sort(), paperCount];
      };
      const expected = (id: string): unknown => {
        const { name: called, alternativeNames } = authors.get(id)!;
        return [id, [id], called, [...alternativeNames].sort(), papersOf.get(id)!.length];
      };
      expect(differences(authors.keys(), actual, expected)).toEqual([]);
    },
    LONG,
  );

  it(
    "has every author's collaborators with joint papers and strength",
    async () => {
      const { authors, collaborations } = anthology();
      const page = { ids: [...authors.keys()], order: 'MOST_PAPERS', first: 100 } as const;
      await expectCounted(kept, 'collaborators', collaborations, page);
    },
    LONG,
  );

  it.each(orders)(
    'pages the collaborators of 400 authors by %s',
    async (order) => {
      const page = { ids: variedAuthors(), order, first: 25 };
      await expectCounted(kept, 'collaborators', anthology().collaborations, page);
    },
    LONG,
  );

  it(
    'pages the newest papers of 400 authors',
    () => expectNewest(kept, 'authorPapers', anthology().papersOf, variedAuthors()),
    LONG,
  );

  it(
    'computes the metrics of 400 authors',
    async () => {
      const { papersOf, collaborations } = anthology();
      const metrics = await timed(`${name}: metrics`, () => store().metrics(variedAuthors()));
      const actual = (id: string): unknown => {
        const { paperCount, collaboratorCount, firstYear, lastYear } = metrics.get(id)!;
        return [paperCount, collaboratorCount, firstYear, lastYear];
      };
      const expected = (id: string): unknown => {
        const years = papersOf.get(id)!.flatMap(({ year }) => year ?? []);
        return [years.length, collaborations.get(id)?.size ?? 0, Math.min(...years), Math.max(...years)];
      };
      expect(differences(variedAuthors(), actual, expected)).toEqual([]);
    },
    LONG,
  );

  itAnswersQuestions(kept);

  it(
    'changes nothing in a second import of the same files',
    async () => {
      const before = await store().statistics();
      const again = await importPath(kept, 'acl-anthology', sharedData('acl-anthology'));
      expect(again).toMatchObject({
        new: 0,
        changed: 0,
        unchanged: anthology().papers.length + anthology().removed.length,
      });
      expect(await store().statistics()).toEqual(before);
    },
    LONG,
  );

  it(
    'updates collaborations after the import of one more paper',
    async () => {
      const { papers, collaborations } = anthology();
      const before = await store().statistics();
      const reports = await withJsonLines([newPaperRecord()], async (file) => [
        await importPath(kept, 'jsonl', file),
        await importPath(kept, 'jsonl', file),
      ]);
      expect(reports).toMatchObject([
        { read: 1, new: 1, changed: 0, dropped: { total: 0 } },
        { read: 1, new: 0, changed: 0, unchanged: 1 },
      ]);

      const { asOf, ...after } = await store().statistics();
      const now = collaborationsOf([...papers, newPaper()]);
      const { asOf: asOfBefore, ...countsBefore } = before;
      expect(asOf > asOfBefore).toBe(true);
      expect(after).toEqual({
        ...countsBefore,
        paperCount: before.paperCount + 1,
        authorshipCount: before.authorshipCount + 3,
        collaborationCount: pairCount(now),
      });

      const [author, collaborator, stranger] = newPaper().authors as [string, string, string];
      const pairs = [
        { from: author, to: collaborator },
        { from: author, to: stranger },
      ];
      const edges = await store().collaborations(pairs, undefined);
      const { paperCount, strength } = collaborations.get(author)!.get(collaborator)!;
      expect(pairs.map((pair) => edges.get(pairKey(pair)))).toMatchObject([
        { paperCount: paperCount + 1, lastYear: 2023, strength: strength! + 500_000_000 },
        { paperCount: 1, firstYear: 2023, lastYear: 2023, strength: 500_000_000 },
      ]);
      const ids = [...new Set(newPaper().authors.flatMap((id) => [id, ...now.get(id)!.keys()]))];
      for (const order of orders) {
        await expectCounted(kept, 'collaborators', now, { ids, order, first: 25 });
      }
    },
    LONG,
  );

  it(
    'does not join authors of vispubdata with authors of the Anthology who have the same name',
    async () => {
      const lines = readVispubdata(sharedData('vispubdata', 'papers.jsonl'));
      const graph = visGraph(lines, 'names');
      const before = await store().statistics();
      const records = lines.map((line) => importRecordOf(line, 'names'));
      const added = await withJsonLines(records, (file) => importPath(kept, 'jsonl', file));
      expect(added).toMatchObject({ new: lines.length, changed: 0 });
      const collaborations = collaborationsOf(graph.papers);
      expect(await store().statistics()).toMatchObject({
        paperCount: before.paperCount + graph.papers.length,
        authorCount: before.authorCount + graph.authors.size,
        authorshipCount: before.authorshipCount + authorshipCount(graph.papers),
        collaborationCount: before.collaborationCount + pairCount(collaborations),
      });

      const ids = [...graph.authors.keys()];
      const found = await entitiesOf(store(), ids);
      const keysOf = (id: string): unknown => found.get(id)?.keys;
      expect(differences(ids, keysOf, (id) => [id])).toEqual([]);
      await expectCounted(kept, 'collaborators', collaborations, { ids, order: 'MOST_PAPERS', first: 100 });

      const names = new Set([...anthology().authors.values()].map((author) => author.name));
      const namesakes = [...found.values()].filter((author) => names.has(labelOf(author))).length;
      console.info(`${name}: ${namesakes} names are in both sources`);
      expect(namesakes).toBeGreaterThan(100);
    },
    LONG,
  );
});
