import { rm } from 'node:fs/promises';
import { exporters } from '../../src/export/exporters.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { importFormats } from '../../src/import/formats/importFormats.ts';
import type { ImportReport } from '../../src/import/importReport.ts';
import { runImport } from '../../src/import/runImport.ts';
import { folderOf } from '../import/formats/readFormat.ts';
import { entityOf, paper } from '../support/identified.ts';
import { sampleFormats } from '../support/sampleFiles.ts';
import { describeStores, importRecords } from '../support/stores.ts';

/* Formulas of titles and abstracts are readable in plain text, and BibTeX has them as their sources do. */

const ID = 'paper:doi:10.1000/x';
const limits = { papers: 100, ids: 100 };

const exported = async (store: GraphStore, format: string): Promise<string> => {
  const parameters = new Map([
    ['ids', [ID]],
    ['format', [format]],
  ]);
  const { chunks } = await exporters.papers(store, parameters, limits);
  let text = '';
  for await (const chunk of chunks) text += chunk;
  return text;
};

const importFiles = async (
  store: GraphStore,
  format: string,
  files: Record<string, string | Uint8Array>,
): Promise<ImportReport> => {
  const folder = await folderOf(files);
  const report = await runImport({ store, format: importFormats.get(format)!, paths: [folder] });
  await rm(folder, { recursive: true });
  return report;
};

const TITLE = 'Bounds of $k$-means in $\\mathcal{O}(n^2)$ for AI';
const PLAIN_TITLE = 'Bounds of k-means in O(n²) for AI';
/** As our export protects capitals; a BibTeX file does so itself. */
const titleIn = (format: string): string =>
  format === 'bibtex' ? TITLE : 'Bounds of $k$-means in {$\\mathcal{O}(n^2)$} for {AI}';
const ABSTRACT = 'We show $\\hat{x}_i \\leq 5$.';

describeStores('formulas', ({ open }) => {
  it.each(sampleFormats.map(({ name, can, files }) => ({ name, can, files })))(
    'from $name are written to BibTeX as they are',
    async ({ name, can, files }) => {
      const store = await open();
      const papers = [
        { number: 1, title: TITLE, abstract: ABSTRACT, doi: 'https://doi.org/10.1000/x', authors: ['Bo Li'] },
      ];
      await importFiles(store, name, files(papers));
      expect(await entityOf(store, ID)).toMatchObject({ title: PLAIN_TITLE });
      const bibtex = await exported(store, 'bibtex');
      expect(bibtex).toContain(`  title = {${titleIn(name)}}`);
      if (can.abstract) expect(bibtex).toContain(`  abstract = {${ABSTRACT}}`);
      expect(await importFiles(store, name, files(papers))).toMatchObject({ unchanged: 1, changed: 0 });
      for (const format of ['ris', 'csl-json']) {
        const text = await exported(store, format);
        expect(text).toContain(PLAIN_TITLE);
        expect(text).not.toMatch(/[$\\]/);
      }
    },
  );

  it('of our own BibTeX files are the same after an import', async () => {
    const store = await open();
    await importRecords(store, [paper('x', [{ name: 'Bo Li' }], { title: TITLE, abstract: ABSTRACT })]);
    const bibtex = await exported(store, 'bibtex');
    const other = await open();
    await importFiles(other, 'bibtex', { 'own.bib': bibtex });
    expect(await entityOf(other, ID)).toMatchObject({ title: PLAIN_TITLE });
    expect(await exported(other, 'bibtex')).toBe(bibtex);
  });

  it('stay when another source gives the same title without them, and go with the title and the abstract', async () => {
    const store = await open();
    const authors = [{ name: 'Bo Li' }];
    await importRecords(store, [paper('x', authors, { title: TITLE, abstract: ABSTRACT })], 'one');
    await importRecords(store, [paper('x', authors, { title: PLAIN_TITLE })], 'two');
    expect(await store.latexTexts([ID])).toEqual(
      new Map([[ID, { titleLatex: titleIn('jsonl'), abstractLatex: ABSTRACT }]]),
    );
    await importRecords(store, [paper('x', authors, { title: 'Bounds', abstract: 'We show.' })], 'two');
    expect(await store.latexTexts([ID])).toEqual(new Map());
    expect(await exported(store, 'bibtex')).toContain('  title = {Bounds}');
  });

  it('come with an abstract that is added later, and from the other one of two papers that are one', async () => {
    const store = await open();
    const authors = [{ name: 'Bo Li' }];
    const other = { ids: { s2: '7' }, title: TITLE, authors };
    await importRecords(store, [paper('x', authors, { title: PLAIN_TITLE }), other]);
    await importRecords(store, [
      { record: 'redirect', from: 's2:7', to: 'doi:10.1000/x' },
      { record: 'abstract', paper: 'doi:10.1000/x', text: ABSTRACT },
    ]);
    expect(await store.latexTexts([ID])).toEqual(
      new Map([[ID, { titleLatex: titleIn('jsonl'), abstractLatex: ABSTRACT }]]),
    );
  });

  it('are not those of a title that a correction replaced, until it is undone', async () => {
    const store = await open();
    await importRecords(store, [paper('x', [{ name: 'Bo Li' }], { title: TITLE })]);
    const { correction } = await store.correct({
      kind: 'RENAME',
      entityIds: [ID],
      name: 'Bounds',
      by: 'Ada',
      reason: 'shorter',
    });
    expect(await exported(store, 'bibtex')).toContain('  title = {Bounds}');
    await store.undoCorrection(correction.id, 'Ada');
    expect(await exported(store, 'bibtex')).toContain(`  title = {${titleIn('jsonl')}}`);
  });

  it('are given by a record itself, or reported if others could not compile them', async () => {
    const store = await open();
    const own = paper('x', [{ name: 'Bo Li' }], { title: PLAIN_TITLE, titleLatex: `{Bounds} of $k$` });
    expect(await importRecords(store, [own])).toMatchObject({ dropped: { total: 0 } });
    expect(await exported(store, 'bibtex')).toContain('  title = {{Bounds} of $k$}');
    const report = await importRecords(store, [{ ...own, titleLatex: '\\input{x}' }]);
    expect(report.dropped.first.map(({ reason }) => reason)).toEqual([
      'titleLatex: the command \\input is not allowed in "\\\\input{x}"',
    ]);
  });
});
