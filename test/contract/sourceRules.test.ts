import { rm } from 'node:fs/promises';
import type { Paper } from '../../src/graph/model/entities.ts';
import { entityKinds } from '../../src/graph/model/entityKinds.ts';
import { foldedWords } from '../../src/graph/model/foldText.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { importFormats } from '../../src/import/formats/importFormats.ts';
import type { ImportReport } from '../../src/import/importReport.ts';
import { runImport } from '../../src/import/runImport.ts';
import { folderOf } from '../import/formats/readFormat.ts';
import { authorsOf } from '../support/identified.ts';
import { importJsonLines } from '../support/jsonLines.ts';
import { sampleFormats, type SampleFormat, type SamplePaper } from '../support/sampleFiles.ts';
import { describeStores } from '../support/stores.ts';

/* The rules that hold for every source, with a file in every format. */

const mathMl = '<mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML"><mml:mi>N</mml:mi></mml:math>';

/** Titles as files have them, and as they are stored. */
const titles: [written: string, stored: string][] = [
  ['Growth of <i>Neisseria</i> in CO<sub>2</sub>: A &amp; B', 'Growth of Neisseria in CO2: A & B'],
  [`An ${mathMl}-soliton if p<0.05 and a < b`, 'An N-soliton if p<0.05 and a < b'],
  ['$k$-means in $\\mathcal{O}(n^2)$ by Schr\\"odinger', 'k-means in O(n²) by Schrödinger'],
  ['A\u200bm\u00ade\u0301lie \ufeffand\u200e\u00a0 more', 'Amélie and more'],
  ['RETRACTED: M&ouml;bius', 'RETRACTED: Möbius'],
];
/** Titles that say that the paper was retracted. They are stored as they are. */
const retractedTitles = [
  ...['RETRACTED ARTICLE: Wrong', 'RETRACTED – Wrong', 'Retracted - Wrong', 'RETRACTED ARTICLE Wrong'],
  ...['[Retracted] Wrong', 'WITHDRAWN: Wrong', 'RETRACTED: Wrong', 'Withdrawn—Wrong', 'RETRACTED Wrong'],
  ...['Wrong [RETRACTED]', 'Wrong (Retracted article. See vol. 17, pg. 1, 2012)', 'RETRACTED CHAPTER WRONG'],
];
const otherTitles = [
  ...['Retracted gels: a review', 'Retracted papers in oncology: a survey', 'Withdrawn drugs'],
  ...['RETRACTED PAPERS IN ONCOLOGY', 'Retraction: Wrong', 'Retracted article citations'],
  ...['Rofecoxib (withdrawn from the market)', 'Withdrawn-drug reactions', 'The case of retracted: a word'],
];
const NAME = 'Bj&ouml;rn Ly\u00adnga\u030a';
const ABSTRACT = '<jats:p>We</jats:p> <jats:p>show R&amp;D.</jats:p>';

const rules = ({ name, can, files }: SampleFormat): void => {
  describeStores(`the rules of every source in ${name}`, ({ open }) => {
    const importPapers = async (store: GraphStore, papers: readonly SamplePaper[]): Promise<ImportReport> => {
      const folder = await folderOf(files(papers));
      const report = await runImport({ store, format: importFormats.get(name)!, paths: [folder] });
      await rm(folder, { recursive: true });
      return report;
    };
    const search = async (store: GraphStore, text: string): Promise<Paper[]> => {
      const request = { words: foldedWords(text), kinds: [...entityKinds], first: 20, count: false };
      const { entries } = await store.search(request);
      return entries.flatMap(({ node }) => (node.kind === 'PAPER' ? [node] : []));
    };
    const byDoi = async (store: GraphStore, doi: string): Promise<Paper | undefined> => {
      const found = (await store.entities([`paper:doi:${doi}`])).get(`paper:doi:${doi}`);
      return found as Paper | undefined;
    };

    it('are kept: texts are text, identifiers are normalized, a wrong field costs the field', async () => {
      const store = await open();
      const samples = titles.map(([title], index) => ({
        number: index + 1,
        title,
        abstract: ABSTRACT,
        authors: [NAME],
      }));
      const report = await importPapers(store, [
        ...samples.map((sample, index) => ({ ...sample, doi: `https://doi.org/10.5555/T%2F${index}` })),
        { number: 11, title: 'Far future', doi: 'doi:10.5555/FUTURE.', year: '3013', authors: ['Cy Dorn'] },
        {
          number: 12,
          title: `Long ${'word '.repeat(1_200)}`,
          doi: '10.5555/long',
          year: '2020',
          authors: ['Cy Dorn'],
        },
        { number: 13, title: 'No DOI', doi: 'none', year: '2020', authors: ['Cy Dorn'] },
      ]);
      expect(report).toMatchObject({ read: 8, new: 8, skipped: { total: 0 } });
      expect(report.dropped.kinds).toEqual({
        invalidField: 1,
        longField: 1,
        ...(!can.onlyAddresses && { invalidIdentifier: 1 }),
      });
      for (const place of report.dropped.first) {
        expect(place.file).toMatch(/\.\w+$/);
        expect(place.line).toBeGreaterThan(0);
      }
      for (const [index, [, stored]] of titles.entries()) {
        expect((await byDoi(store, `10.5555/t/${index}`))?.title).toBe(stored);
      }
      expect((await search(store, 'co2')).map(({ title }) => title)).toEqual([titles[0]![1]]);
      expect(await search(store, 'n soliton')).toHaveLength(1);
      expect(await byDoi(store, '10.5555/future')).toMatchObject({ year: null, date: null });
      expect((await byDoi(store, '10.5555/long'))?.title?.length).toBeLessThanOrEqual(5_000);
      expect(await search(store, 'no doi')).toMatchObject([{ year: 2020 }]);
      expect((await store.statistics()).authorCount).toBe(2);
      const [author] = await authorsOf(store, 'paper:doi:10.5555/t/0');
      expect((await store.entities([author!])).get(author!)).toMatchObject({
        name: 'Björn Lyngå',
        paperCount: 5,
      });
      if (can.abstract) {
        const abstracts = await store.abstracts(['paper:doi:10.5555/t/0']);
        expect(abstracts.get('paper:doi:10.5555/t/0')).toBe('We show R&D.');
      }
    });

    it('are kept: what a source retracts is marked and reported', async () => {
      const store = await open();
      const papers = [...retractedTitles, ...otherTitles, 'Wrong, too'].map((title, index) => ({
        ...{ number: index + 1, title, doi: `10.5555/${index + 1}`, authors: ['Cy Dorn'] },
        ...(title === 'Wrong, too' && { isRetracted: true }),
      }));
      const report = await importPapers(store, papers);
      const stored = await Promise.all(papers.map(({ doi }) => byDoi(store, doi)));
      const retracted = [...retractedTitles, ...(can.retracted ? ['Wrong, too'] : [])];
      const marked = papers.filter((_, index) => stored[index]?.isRetracted).map(({ title }) => title);
      expect(marked).toEqual(retracted);
      expect(stored.map((paper) => paper?.title)).toEqual(papers.map(({ title }) => title));
      expect(report.noted.kinds.retractedPaper).toBe(retracted.length);
    });

    it('are kept: a record that does not say who the authors are replaces no list of authors', async () => {
      const store = await open();
      const full = { number: 1, title: 'Full', doi: '10.5555/full', authors: ['Ann Berg', 'Cy Dorn'] };
      await importPapers(store, [full]);
      const other = { ids: { doi: '10.5555/other' }, title: 'Other', authors: [{ name: 'Ann Berg' }] };
      await importJsonLines(store, [other]);
      const report = await importPapers(store, [
        { ...full, year: '2020', authors: [] },
        { number: 2, title: 'Other', doi: '10.5555/other', authors: [] },
      ]);
      const kept = can.noAuthors ? 0 : 2;
      expect(report.dropped.kinds).toEqual(kept > 0 ? { shorterAuthorList: kept } : {});
      expect((await byDoi(store, '10.5555/full'))?.year).toBe(2020);
      expect(await authorsOf(store, 'paper:doi:10.5555/full')).toHaveLength(kept);
      expect(await authorsOf(store, 'paper:doi:10.5555/other')).toHaveLength(kept / 2);
    });

    // The lists of the other formats are always complete, so there is nothing to test.
    if (!can.cutLists) return;
    it('are kept: a cut list of authors does not replace a complete one', async () => {
      const store = await open();
      const authors = Array.from({ length: 12 }, (_, index) => `Given${index} Family${index}`);
      const complete = { number: 1, title: 'Many', doi: '10.5555/many', authors };
      const cut = { ...complete, year: '2020', authors: authors.slice(0, 5), isCut: true };
      await importPapers(store, [cut]);
      expect(await byDoi(store, '10.5555/many')).toMatchObject({ authorListIsComplete: false });
      await importPapers(store, [complete]);
      const report = await importPapers(store, [cut]);
      expect(report.dropped.kinds).toEqual({ shorterAuthorList: 1 });
      expect(await byDoi(store, '10.5555/many')).toMatchObject({
        authorCount: 12,
        authorListIsComplete: true,
        year: 2020,
      });
      expect(await authorsOf(store, 'paper:doi:10.5555/many')).toHaveLength(12);
    });
  });
};

sampleFormats.forEach(rules);

it('every format with files of its own has a sample', () => {
  const names = sampleFormats.map(({ name }) => name).sort();
  expect(names).toEqual([...importFormats.keys()].filter((name) => name !== 'seed').sort());
});
