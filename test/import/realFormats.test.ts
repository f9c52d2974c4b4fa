import { importFormats } from '../../src/import/formats/importFormats.ts';
import { problemKinds } from '../../src/import/importProblem.ts';
import type { PaperRecord } from '../../src/import/importRecord.ts';
import { readRecords, type RecordItem } from '../../src/import/readRecords.ts';
import { describeUnless } from '../support/describeUnless.ts';
import { missingData, sharedData } from '../support/realData/where.ts';

const read = async (format: string, ...paths: string[]): Promise<RecordItem[]> => {
  const items: RecordItem[] = [];
  const progress = { bytesRead: 0, bytesTotal: 0 };
  const files = paths.map((path) => sharedData(path));
  for await (const item of readRecords(importFormats.get(format)!, files, progress)) items.push(item);
  expect(progress.bytesRead).toBe(progress.bytesTotal);
  return items;
};

const countKinds = (items: readonly RecordItem[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const item of items) {
    const kind = 'record' in item ? (item.record.record ?? 'paper') : problemKinds[item.problem.kind].effect;
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
};

describeUnless(missingData('acl-anthology'), 'the ACL Anthology', () => {
  const papers = new Map<string, PaperRecord>();
  let items: RecordItem[] = [];
  beforeAll(async () => {
    items = await read('acl-anthology', 'acl-anthology');
    for (const item of items) {
      if ('record' in item && 'ids' in item.record) {
        const record = item.record as PaperRecord;
        papers.set(record.ids!.acl!, record);
      }
    }
  }, 120_000);
  const count = (fits: (paper: PaperRecord) => boolean): number => [...papers.values()].filter(fits).length;

  it('has 73,970 papers with distinct ids, and nothing is skipped or dropped', () => {
    expect(countKinds(items)).toEqual({ paper: 73_970 });
    expect(papers.size).toBe(73_970);
  });

  it('has 230,644 authorships and 27,714 DOIs; every paper has a title, a year and a venue', () => {
    expect([...papers.values()].reduce((total, paper) => total + paper.authors!.length, 0)).toBe(230_644);
    expect(count((paper) => paper.ids!.doi !== undefined)).toBe(27_714);
    expect(count((paper) => !paper.title || !paper.year || !paper.venueName)).toBe(0);
    expect(count((paper) => paper.authors!.length === 0)).toBe(716);
    expect(count((paper) => paper.isRetracted === true)).toBe(7);
  });

  it('has 61,489 people after curation, and two entries without a name', () => {
    const authors = [...papers.values()].flatMap((paper) => paper.authors!);
    const people = new Set(
      authors.map(({ ids, name }) => (ids?.acl === undefined ? `name ${name}` : ids.acl)),
    );
    expect(people.size).toBe(61_490);
    expect(authors.filter(({ name }) => name === '')).toHaveLength(2);
  });

  it('has the expected fields of some papers', () => {
    expect(papers.get('P18-1001')).toMatchObject({
      ids: { doi: '10.18653/v1/P18-1001' },
      title: 'Probabilistic FastText for Multi-Sense Word Embeddings',
      year: 2018,
      venueName: 'ACL',
      paperType: 'CONFERENCE_PAPER',
      codeUrl: 'https://github.com/benathi/multisense-prob-fasttext',
      authors: [
        { name: 'Ben Athiwaratkun' },
        { name: 'Andrew Wilson' },
        { name: 'Animashree Anandkumar', printedName: 'Anima Anandkumar' },
      ],
    });
    expect(papers.get('J93-2003')).toMatchObject({ year: 1993, venueName: 'CL', paperType: 'ARTICLE' });
    expect(papers.get('C69-0101')).toMatchObject({ year: 1969, venueName: 'COLING' });
    expect(papers.get('W05-1701')).toMatchObject({ year: 2006, venueName: 'NoDaLiDa' });
    expect(papers.get('W16-3401')).toMatchObject({ venueName: 'Baltic Journal of Modern Computing' });
    expect(papers.get('2020.acl-main.69')).toMatchObject({ isRetracted: true, venueName: 'ACL' });
    expect(papers.get('2020.ccl-1.1')!.authors).toEqual([{ name: 'Yu Wang', alternativeNames: ['王昱'] }]);
  });
});

describeUnless(missingData('openalex'), 'OpenAlex', () => {
  it('has 4,798 topics on four levels', async () => {
    const items = await read('openalex', 'openalex/topics.csv');
    expect(countKinds(items)).toEqual({ topic: 4516 + 252 + 26 + 4 });
  });

  it('has one object of each kind; works and topics are read', async () => {
    const items = await read('openalex', 'openalex');
    expect(countKinds(items)).toEqual({ paper: 2, topic: 4803, skipped: 3 });
    const [work] = items.flatMap((item) =>
      'record' in item && 'title' in item.record && item.record.ids?.openalex === 'W2741809807'
        ? [item.record]
        : [],
    );
    expect(work).toMatchObject({
      ids: { doi: 'https://doi.org/10.7717/peerj.4375' },
      date: '2018-02-13',
      venueName: 'PeerJ',
      citationCount: 962,
      topics: expect.arrayContaining([
        {
          name: 'scientometrics and bibliometrics research',
          ids: { openalex: 'T10102' },
          level: 'TOPIC',
          score: 0.9969,
        },
      ]),
    });
    expect(work!.authors).toHaveLength(9);
    expect(work!.references).toHaveLength(45);
  });
});

describeUnless(missingData('semanticscholar'), 'Semantic Scholar', () => {
  it('has papers and citations; 17 of the sampled citations do not name the cited paper', async () => {
    expect(
      countKinds(await read('semantic-scholar', 'semanticscholar/papers/papers-sample.jsonl.gz')),
    ).toEqual({ paper: 100 });
    expect(
      countKinds(await read('semantic-scholar', 'semanticscholar/citations/citations-sample.jsonl')),
    ).toEqual({ citation: 83, skipped: 17 });
  });

  it('has other datasets, which are skipped', async () => {
    expect(countKinds(await read('semantic-scholar', 'semanticscholar/abstracts'))).toEqual({ skipped: 100 });
  });
});
