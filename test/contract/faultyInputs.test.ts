import { rm } from 'node:fs/promises';
import { entityKinds } from '../../src/graph/model/entityKinds.ts';
import { foldedWords } from '../../src/graph/model/foldText.ts';
import { lookupKeys } from '../../src/graph/model/identifiers.ts';
import { lists } from '../../src/graph/model/lists.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { pairKey } from '../../src/graph/pair.ts';
import { importFormats } from '../../src/import/formats/importFormats.ts';
import type { ImportReport } from '../../src/import/importReport.ts';
import { runImport } from '../../src/import/runImport.ts';
import { folderOf } from '../import/formats/readFormat.ts';
import { authorsOf, entityOf } from '../support/identified.ts';
import { describeStores } from '../support/stores.ts';

/* Inputs that went wrong in products like this one, each in the format of its source. */

const ORCID = '0000-0000-1234-1006';
const SECOND_ORCID = '0000-0000-1234-1014';
const THIRD_ORCID = '0000-0000-1234-1022';

const importLines = async (store: GraphStore, format: string, ...values: object[]): Promise<ImportReport> => {
  const lines = values.map((value) => JSON.stringify(value)).join('\n');
  const folder = await folderOf({ 'records.jsonl': lines });
  const report = await runImport({ store, format: importFormats.get(format)!, paths: [folder] });
  await rm(folder, { recursive: true });
  return report;
};

const openAlexAuthor = (number: number, name: string, orcid: string | null = null): object => ({
  author: { id: `https://openalex.org/A${number}`, display_name: name, orcid },
  raw_author_name: name,
});

const namesOf = async (store: GraphStore, paper: string): Promise<unknown[]> => {
  const ids = await authorsOf(store, paper);
  const authors = await store.entities(ids);
  return ids.map((id) => {
    const author = authors.get(id);
    return author?.kind === 'AUTHOR' ? author.name : undefined;
  });
};

describeStores('inputs that are often read wrongly', ({ open }) => {
  it('formulas of the Anthology are found as they are read', async () => {
    const store = await open();
    const title =
      'Bounds in <tex-math>\\mathcal{O}(n^2)</tex-math> for <fixed-case>LLM</fixed-case>s at <tex-math>\\sim9k</tex-math> tokens';
    const folder = await folderOf({
      'P18.xml': `<collection id="P18"><volume id="1"><paper id="1"><title>${title}</title></paper></volume></collection>`,
    });
    await runImport({ store, format: importFormats.get('acl-anthology')!, paths: [folder] });
    await rm(folder, { recursive: true });
    const request = { words: foldedWords('O(n2)'), kinds: [...entityKinds], first: 5, count: false };
    const { entries } = await store.search(request);
    expect(entries.map(({ node }) => node)).toMatchObject([
      { title: 'Bounds in O(n²) for LLMs at ∼9k tokens' },
    ]);
  });

  it('an ORCID copied to the wrong person joins nobody', async () => {
    const store = await open();
    const report = await importLines(
      store,
      'jsonl',
      { ids: { doi: '10.5555/o.1' }, title: 'O1', authors: [{ name: 'Alva Lamm', ids: { orcid: ORCID } }] },
      { ids: { doi: '10.5555/o.2' }, title: 'O2', authors: [{ name: 'Xing Wurm', ids: { orcid: ORCID } }] },
    );
    expect(report.dropped).toMatchObject({ total: 1, first: [{ line: 2 }] });
    expect(report.dropped.first[0]?.reason).toContain('not used for Xing Wurm: it was given to Alva Lamm');
    expect(await namesOf(store, 'paper:doi:10.5555/o.1')).toEqual(['Alva Lamm']);
    expect(await namesOf(store, 'paper:doi:10.5555/o.2')).toEqual(['Xing Wurm']);
  });

  it('an ORCID of several authors of a paper is nobody’s, and a second ORCID of a person is reported', async () => {
    const store = await open();
    const shared = await importLines(store, 'openalex', {
      id: 'https://openalex.org/W9000000024',
      title: 'Shared',
      authorships: [
        openAlexAuthor(9000000025, 'Max Noor', `https://orcid.org/${SECOND_ORCID}`),
        openAlexAuthor(9000000026, 'Ned Orr', `https://orcid.org/${SECOND_ORCID}`),
      ],
    });
    expect(shared.dropped.kinds).toEqual({ contradictoryIdentifier: 1 });
    expect(await entityOf(store, `author:orcid:${SECOND_ORCID}`)).toBeUndefined();
    const person = (orcid: string): object => ({ name: 'Oda Pell', ids: { s2: '802', orcid } });
    const second = await importLines(
      store,
      'jsonl',
      { ids: { s2: '1' }, title: 'One', authors: [person(SECOND_ORCID)] },
      { ids: { s2: '2' }, title: 'Two', authors: [person(THIRD_ORCID)] },
    );
    expect(second.dropped.kinds).toEqual({ contradictoryIdentifier: 1 });
    expect((await entityOf(store, 'author:s2:802'))?.paperCount).toBe(2);
  });

  it('an arXiv id with and without its subject class is one paper, whatever the address', async () => {
    const store = await open();
    await importLines(store, 'semantic-scholar', {
      corpusid: 910001,
      title: 'Knots',
      externalids: { ArXiv: 'math/0101999' },
      authors: [],
    });
    const authors = [{ name: 'Quy Rask' }];
    await importLines(store, 'jsonl', { ids: { arxiv: 'math.GT/0101999v2' }, title: 'Knots', authors });
    await importLines(store, 'jsonl', { ids: { arxiv: '1706.99999' }, title: 'New', authors });
    expect(await store.statistics()).toMatchObject({ paperCount: 2 });
    for (const value of [
      'https://arxiv.org/html/1706.99999v5',
      'https://export.arxiv.org/abs/1706.99999',
      'https://www.alphaxiv.org/abs/1706.99999',
      'cs.CL/1706.99999',
    ]) {
      expect(lookupKeys('ARXIV', value, 'PAPER')).toEqual(['paper:arxiv:1706.99999']);
    }
    expect(lookupKeys('ARXIV', 'hep-th/1601.99999', 'PAPER')).toEqual(['paper:arxiv:1601.99999']);
  });

  it('invisible characters and a full stop behind a DOI make no second paper or person', async () => {
    const store = await open();
    const paper = (doi: string, name: string): object => ({ ids: { doi }, title: 'ZW', authors: [{ name }] });
    await importLines(
      store,
      'jsonl',
      ...['10.5555/zw\u200b.1', '10.5555/zw.1', '10.5555/\ufeffzw.1.'].flatMap((doi) =>
        ['Sam\u200b Thorn', 'Sam Thorn', 'Sam Tho\u00adrn', 'Sam Thorn\u200f'].map((name) =>
          paper(doi, name),
        ),
      ),
    );
    expect(await store.statistics()).toMatchObject({ paperCount: 1, authorCount: 1 });
  });

  it('two entries of a catalogue for one paper are one paper', async () => {
    const store = await open();
    const authorships = [openAlexAuthor(9000000021, 'Kim Lund'), openAlexAuthor(9000000022, 'Lea Moss')];
    const work = { title: 'Merged', authorships };
    await importLines(
      store,
      'openalex',
      { ...work, id: 'https://openalex.org/W9000000020', doi: 'https://doi.org/10.5555/merge.1' },
      { ...work, id: 'https://openalex.org/W9000000023', doi: 'https://doi.org/10.5555/MERGE.1' },
    );
    const paper = { title: 'Twice', authors: [{ authorId: '7', name: 'Pia Quin' }] };
    await importLines(
      store,
      'semantic-scholar',
      { ...paper, corpusid: 910002, externalids: { DOI: '10.5555/merge.2' } },
      { ...paper, corpusid: 910003, externalids: { DOI: '10.5555/merge.2' } },
    );
    const pair = { from: 'author:openalex:A9000000021', to: 'author:openalex:A9000000022' };
    const edge = (await store.collaborations([pair], undefined)).get(pairKey(pair));
    expect(edge).toMatchObject({ paperCount: 1, strength: 1_000_000_000 });
    expect(await store.statistics()).toMatchObject({ paperCount: 2 });
    for (const [retired, remaining] of [
      ['paper:openalex:W9000000020', 'paper:openalex:W9000000023'],
      ['paper:s2:910002', 'paper:s2:910003'],
    ]) {
      expect((await entityOf(store, retired!))?.id).toBe((await entityOf(store, remaining!))?.id);
    }
  });

  it('initials without an identifier join no strangers; two of one name on a paper are both listed', async () => {
    const store = await open();
    const lee = { authorId: null, name: 'J. Lee' };
    const report = await importLines(
      store,
      'semantic-scholar',
      { corpusid: '910010', title: 'P', year: 2020, authors: [lee, { authorId: '88010', name: 'Oda Pell' }] },
      { corpusid: 910011, title: 'Q', year: 1961, authors: [lee, { authorId: '88011', name: 'Pia Quin' }] },
      { corpusid: 910012, title: 'R', authors: [{ authorId: null, name: null }, lee, lee] },
    );
    expect(report).toMatchObject({ new: 3, skipped: { total: 0 } });
    const [answer] = await store.collaborationPaths([
      { from: 'author:s2:88010', to: 'author:s2:88011', k: 1, maxLength: 10, avoidIds: [], cost: 'HOPS' },
    ]);
    expect(answer?.status).toBe('NOT_CONNECTED');
    expect(await namesOf(store, 'paper:s2:910012')).toEqual(['J. Lee', 'J. Lee']);
  });

  it('a paper of the Graph API is found by the address of its page', async () => {
    const store = await open();
    const sha = '0a1b2c3d4e5f60718293a4b5c6d7e8f901234567';
    await importLines(store, 'semantic-scholar', {
      paperId: sha,
      corpusId: 910006,
      externalIds: { DOI: '10.5555/s2.6', CorpusId: 910006 },
      title: 'API shape',
      year: 2021,
      authors: [{ authorId: '88004', name: 'Rex Sand' }],
    });
    const address = `https://www.semanticscholar.org/paper/API-shape/${sha}`;
    const keys = lookupKeys('SEMANTIC_SCHOLAR', address, undefined);
    const found = await store.entities(keys);
    expect([...found.values()].map(({ id }) => id)).toEqual(['paper:doi:10.5555/s2.6']);
    expect((await entityOf(store, 'paper:s2:910006'))?.id).toBe('paper:doi:10.5555/s2.6');
  });

  it('a field that is too long or too large costs the field', async () => {
    const store = await open();
    const report = await importLines(store, 'openalex', {
      id: 'https://openalex.org/W9000000001',
      title: 'T'.repeat(6_000),
      cited_by_count: 3_000_000_000,
      primary_location: { source: { display_name: 'S'.repeat(1_200) } },
      authorships: [
        {
          ...openAlexAuthor(9000000010, 'A. Fonn'),
          affiliations: [{ raw_affiliation_string: 'A. Fonn, Dept. of X, Univ. Y; '.repeat(250) }],
        },
      ],
    });
    expect(report).toMatchObject({ new: 1, skipped: { total: 0 }, dropped: { kinds: { invalidField: 1 } } });
    expect(report.dropped.kinds.longField).toBe(3);
    const paper = await entityOf(store, 'paper:openalex:W9000000001');
    expect(paper).toMatchObject({ citationCount: null, authorCount: 1 });
  });

  it('impossible dates leave the paper without a date, and no list begins with it', async () => {
    const store = await open();
    const authorships = [openAlexAuthor(9000000011, 'Cy Dorn')];
    const work = (number: number, year: number | null, date: string): object => ({
      id: `https://openalex.org/W${number}`,
      title: `Work ${number}`,
      publication_year: year,
      publication_date: date,
      authorships,
    });
    const report = await importLines(
      store,
      'openalex',
      work(9000000002, 3013, '3013-04-01'),
      work(9000000003, null, '0000-00-00'),
      work(9000000040, 9999, '9999-01-01'),
      work(9000000041, 2020, '2020-02-03'),
    );
    expect(report).toMatchObject({ new: 4, skipped: { total: 0 } });
    expect(report.dropped.total).toBeGreaterThanOrEqual(3);
    for (const order of [lists.papers.orders.NEWEST, lists.papers.orders.OLDEST]) {
      const { entries } = await store.list('PAPER', { first: 1, order, count: false });
      expect(entries.map(({ node }) => node.id)).toEqual(['paper:openalex:W9000000041']);
    }
    const author = 'author:openalex:A9000000011';
    const metrics = (await store.metrics([author])).get(author);
    expect(metrics).toMatchObject({ paperCount: 4, firstYear: 2020, lastYear: 2020 });
  });
});
