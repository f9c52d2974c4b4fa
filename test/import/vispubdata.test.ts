import { relationRow } from '../../src/graph/model/relations.ts';
import type { ImportReport } from '../../src/import/importReport.ts';
import { withJsonLines } from '../support/jsonLines.ts';
import { expectCounted, expectNewest, importPath } from '../support/realData/agreement.ts';
import {
  authorTopicsOf,
  citationsAmong,
  collaborationsOf,
  papersBy,
  relatedTopicsOf,
  topicAuthorsOf,
  variedByDegree,
  type CountedEdges,
  type CountedOrder,
} from '../support/realData/countedGraph.ts';
import {
  collaborationWays,
  topicWaysThroughAuthors,
  topicWaysThroughPapers,
} from '../support/realData/countedPaths.ts';
import { describeKeptStores, timed } from '../support/realData/keptStores.ts';
import { differences, entitiesOf, firstPages } from '../support/realData/pagesOf.ts';
import {
  acquaintanceOf,
  expectCollaborationPaths,
  expectSlices,
  expectSuggestions,
  expectTopicPaths,
} from '../support/realData/questionsAgreement.ts';
import { singleSpaced } from '../support/realData/spelling.ts';
import { importRecordOf, readVispubdata, visGraph } from '../support/realData/vispubdata.ts';
import { missingData, once, sharedData } from '../support/realData/where.ts';
import type { HandQuestion } from '../support/sliceByHand.ts';

/*
 * Imports thirty years of visualization papers as JSON lines and compares the store with an independent computation
 * from the same lines.
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

describeKeptStores('vispubdata', missingData('vispubdata'), (kept) => {
  const { store } = kept;
  const importLines = (): Promise<ImportReport> =>
    withJsonLines(
      lines().map((line) => importRecordOf(line, 'identifiers')),
      (file) => importPath(kept, 'jsonl', file),
    );
  let report: ImportReport;
  beforeAll(async () => {
    await timed('computation by hand', graph);
    report = await importLines();
  }, LONG);

  it('drops and reports exactly the references that are not DOIs', () => {
    expect(report.dropped.total).toBe(graph().droppedReferences);
  });

  it('reports every paper as new, and the papers without title or authors', () => {
    expect(report).toMatchObject({
      read: lines().length,
      new: lines().length,
      changed: 0,
      skipped: { total: 0 },
    });
    expect(report.noted.kinds.missingTitle).toBe(2);
    const withoutAuthors = graph().papers.filter((paper) => paper.authors.length === 0).length;
    expect(report.noted.kinds.missingAuthors).toBe(withoutAuthors);
  });

  it('has the expected numbers of papers, authors, topics, citations and collaborations', async () => {
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
    'has every author with name, DBLP key and printed affiliations',
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

  it(
    'pages the newest papers of every topic',
    () => expectNewest(kept, 'topicPapers', graph().papersAbout, [...graph().topics]),
    LONG,
  );

  it(
    'pages the newest papers of 300 authors',
    async () => {
      const { papersOf } = graph();
      const counts = new Map([...papersOf].map(([id, papers]) => [id, papers.length]));
      await expectNewest(kept, 'authorPapers', papersOf, variedByDegree(counts, 100, 200));
    },
    LONG,
  );

  it.each(['references', 'citedBy'] as const)(
    'pages the %s of every paper, without the paper itself and papers not stored',
    async (relation) => {
      const { citations, papers } = graph();
      const ids = papers.map((paper) => paper.id);
      await expectNewest(kept, relation, citations[relation], ids);
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
    'pages all %s by %s',
    async (relation, order) => {
      const { authors, topics, counted } = graph();
      const ids = relationRow(relation).from === 'TOPIC' ? [...topics] : [...authors.keys()];
      await expectCounted(kept, relation, counted[relation], { ids, order, first: 50 });
    },
    LONG,
  );

  it.each([
    ['HOPS', 8],
    ['HOPS', 3],
    ['STRENGTH', 20],
  ] as const)(
    'finds the first three paths between 400 pairs of authors: %s, at most %i steps',
    async (cost, maxLength) => {
      const { authors, counted } = graph();
      const { collaborators } = counted;
      const degrees = new Map([...authors.keys()].map((id) => [id, collaborators.get(id)?.size ?? 0]));
      const ends = { from: variedByDegree(degrees, 4, 16), to: variedByDegree(degrees, 20, 0) };
      const ways = collaborationWays(collaborators);
      const terms = { cost, maxLength };
      const counts = { ways, collaborations: collaborators };
      const statuses = await expectCollaborationPaths(kept, ends, terms, counts);
      expect(statuses.FOUND).toBeGreaterThan(50);
      expect(statuses.NOT_CONNECTED).toBeGreaterThan(5);
    },
    LONG,
  );

  it.each(['PAPERS', 'AUTHORS'] as const)(
    'finds the first three paths between 400 pairs of topics, through %s',
    async (through) => {
      const { counted, papersAbout } = graph();
      const counts = new Map([...papersAbout].map(([id, papers]) => [id, papers.length]));
      const ends = { from: variedByDegree(counts, 5, 15), to: variedByDegree(counts, 10, 10) };
      const ways =
        through === 'PAPERS'
          ? topicWaysThroughPapers(counted.relatedTopics)
          : topicWaysThroughAuthors(counted.authorTopics);
      const statuses = await expectTopicPaths(kept, ends, { through, maxLength: 6 }, ways);
      expect(statuses.FOUND).toBeGreaterThan(200);
    },
    LONG,
  );

  it.each([{}, { activeSinceYear: 2010 }])(
    'suggests collaborators to 200 authors as sets say, %j',
    async (filter) => {
      const { authors, papersOf, counted } = graph();
      const { collaborators, authorTopics } = counted;
      const known = acquaintanceOf(authors.keys(), papersOf, collaborators, authorTopics);
      const degrees = new Map([...collaborators].map(([id, rows]) => [id, rows.size]));
      await expectSuggestions(kept, variedByDegree(degrees, 40, 160), filter, known);
    },
    LONG,
  );

  it(
    'cuts slices around authors and topics as walking by hand does',
    async () => {
      const { counted, papersAbout } = graph();
      const degrees = new Map([...counted.collaborators].map(([id, rows]) => [id, rows.size]));
      const counts = new Map([...papersAbout].map(([id, papers]) => [id, papers.length]));
      const centers = [...variedByDegree(degrees, 10, 20), ...variedByDegree(counts, 5, 15)];
      const questions = centers.map((id, index): HandQuestion => ({
        centers: [id],
        depth: 1 + (index % 2),
        kinds: index % 3 === 0 ? ['TOPIC'] : [],
        relations: ['CO_AUTHORED', 'WORKS_ON', 'RELATED_TO'],
        perKind: [2, 10, 40][index % 3]!,
      }));
      await expectSlices(kept, questions, counted);
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
