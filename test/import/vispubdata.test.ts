import { importFormats } from '../../src/import/formats/index.ts';
import type { ImportReport } from '../../src/import/report.ts';
import { runImport } from '../../src/import/run.ts';
import type { RelationName } from '../../src/graph/relations.ts';
import {
  authorTopicsOf,
  citationsAmong,
  collaborationsOf,
  newest,
  papersBy,
  ranked,
  relatedTopicsOf,
  topicAuthorsOf,
  variedByDegree,
  type CountedEdges,
  type CountedOrder,
  type CountedPaper,
} from '../support/real-data/counted-graph.ts';
import { describeKeptStores, timed } from '../support/real-data/kept-stores.ts';
import {
  differences,
  entitiesOf,
  expectedPage,
  firstPages,
  shownCounts,
  shownIds,
} from '../support/real-data/pages-of.ts';
import { singleSpaced } from '../support/real-data/spelling.ts';
import { importRecordOf, readVispubdata, visGraph, withJsonLines } from '../support/real-data/vispubdata.ts';
import { missingData, once, sharedData } from '../support/real-data/where.ts';

/*
 * Thirty years of visualization papers, translated here to JSON lines and imported through the real format,
 * against a computation of the test's own from the same lines.
 */

const LONG = 10 * 60_000;

const lines = once(() => readVispubdata(sharedData('vispubdata', 'papers.jsonl')));

const graph = once(() => {
  const { papers, ...named } = visGraph(lines(), 'identifiers');
  return {
    ...named,
    papers,
    papersOf: papersBy(papers, 'authors'),
    papersAbout: papersBy(papers, 'topics'),
    citations: citationsAmong(papers),
    counted: {
      collaborators: collaborationsOf(papers),
      authorTopics: authorTopicsOf(papers),
      topicAuthors: topicAuthorsOf(papers),
      relatedTopics: relatedTopicsOf(papers),
    },
  };
});

const edgeCount = (edges: CountedEdges): number =>
  [...edges.values()].reduce((total, rows) => total + rows.size, 0);

const degrees = <Row>(lists: ReadonlyMap<string, readonly Row[]>): Map<string, number> =>
  new Map([...lists].map(([id, list]) => [id, list.length]));

describeKeptStores('vispubdata', missingData('vispubdata'), ({ name, store }) => {
  const importLines = (): Promise<ImportReport> =>
    withJsonLines(
      lines().map((line) => importRecordOf(line, 'identifiers')),
      (file) =>
        timed(`${name}: import of vispubdata`, () =>
          runImport({ store: store(), format: importFormats.get('jsonl')!, paths: [file] }),
        ),
    );
  let report: ImportReport;
  beforeAll(async () => {
    await timed('computation by hand', graph);
    report = await importLines();
  }, LONG);

  it('drops and reports the references that are no DOIs, and no others', () => {
    expect(report.dropped.total).toBe(graph().droppedReferences);
  });

  it('reports every paper as new, and the papers that lack something', () => {
    expect(report).toMatchObject({
      read: lines().length,
      new: lines().length,
      changed: 0,
      skipped: { total: 0 },
    });
    expect(report.notes['papers without a title']?.total).toBe(2);
    const withoutAuthors = graph().papers.filter((paper) => paper.authors.length === 0).length;
    expect(report.notes['papers without authors']?.total).toBe(withoutAuthors);
  });

  it('has the papers, authors, topics, citations and collaborating pairs counted by hand', async () => {
    const { papers, authors, topics, citations, counted } = graph();
    expect(citations.count).toBe(18_575);
    expect(await store().statistics()).toMatchObject({
      paperCount: papers.length,
      authorCount: authors.size,
      topicCount: topics.size,
      institutionCount: 0,
      authorshipCount: papers.reduce((total, paper) => total + paper.authors.length, 0),
      collaborationCount: edgeCount(counted.collaborators) / 2,
      citationLinkCount: citations.count,
    });
  });

  it(
    'names authors as printed, finds them by their DBLP names, and keeps affiliations as printed',
    async () => {
      const { authors, papers, papersOf } = graph();
      const found = await entitiesOf(store(), [...authors.keys()]);
      const actual = (key: string): unknown => {
        const author = found.get(key);
        return author?.kind === 'AUTHOR' && [author.id, author.name, author.keys, author.paperCount];
      };
      const expected = (id: string): unknown => [id, authors.get(id), [id], papersOf.get(id)!.length];
      expect(differences(authors.keys(), actual, expected)).toEqual([]);

      const ids = papers.map((paper) => paper.id);
      const pages = await firstPages(store(), 'paperAuthors', 'PRINTED', ids, 100);
      const printed = new Map(
        lines().map(({ authors: listed }, index) => [
          ids[index]!,
          listed
            .filter((author) => author.name !== '')
            .map(({ affiliation }) => (affiliation === null ? [] : [singleSpaced(affiliation)])),
        ]),
      );
      const shown = (id: string): unknown =>
        pages.get(id)?.entries.map(({ edge }) => edge.authorship?.affiliationsAsPrinted);
      expect(differences(ids, shown, (id) => printed.get(id))).toEqual([]);
    },
    LONG,
  );

  const expectLists = async (
    relation: RelationName,
    lists: ReadonlyMap<string, CountedPaper[]>,
    ids: readonly string[],
  ): Promise<void> => {
    const pages = await timed(`${name}: ${relation} of ${ids.length}`, () =>
      firstPages(store(), relation, 'NEWEST', ids, 20),
    );
    const actual = (id: string): unknown => pages.get(id) && shownIds(pages.get(id)!);
    expect(differences(ids, actual, (id) => expectedPage(newest(lists.get(id)!), 20))).toEqual([]);
  };

  it(
    'gives the newest papers of every topic',
    async () => {
      await expectLists('topicPapers', graph().papersAbout, [...graph().topics]);
    },
    LONG,
  );

  it(
    'gives the newest papers of 300 authors',
    async () => {
      const { papersOf } = graph();
      await expectLists('authorPapers', papersOf, variedByDegree(degrees(papersOf), 100, 200));
    },
    LONG,
  );

  it.each(['references', 'citedBy'] as const)(
    'gives the %s of every paper, themselves and papers unknown left out',
    async (relation) => {
      const { citations, papers } = graph();
      await expectLists(
        relation,
        citations[relation],
        papers.map((paper) => paper.id),
      );
    },
    LONG,
  );

  const countedPages: [relation: keyof ReturnType<typeof graph>['counted'], order: CountedOrder][] = [
    ['collaborators', 'MOST_PAPERS'],
    ['collaborators', 'MOST_RECENT'],
    ['collaborators', 'STRONGEST'],
    ['authorTopics', 'MOST_PAPERS'],
    ['topicAuthors', 'MOST_PAPERS'],
    ['relatedTopics', 'MOST_PAPERS'],
  ];
  it.each(countedPages)(
    'counts the %s of everyone and everything, %s',
    async (relation, order) => {
      const { authors, topics, counted } = graph();
      const ids =
        relation === 'topicAuthors' || relation === 'relatedTopics' ? [...topics] : [...authors.keys()];
      const pages = await timed(`${name}: ${relation} of ${ids.length}, ${order}`, () =>
        firstPages(store(), relation, order, ids, 50),
      );
      const actual = (id: string): unknown => pages.get(id) && shownCounts(pages.get(id)!);
      const expected = (id: string): unknown => expectedPage(ranked(counted[relation], id, order), 50);
      expect(differences(ids, actual, expected)).toEqual([]);
    },
    LONG,
  );

  it(
    'changes nothing when the same lines are imported again',
    async () => {
      const before = await store().statistics();
      expect(await importLines()).toMatchObject({ new: 0, changed: 0, unchanged: lines().length });
      expect(await store().statistics()).toEqual(before);
    },
    LONG,
  );
});
