import { gzipSync } from 'node:zlib';
import { folderOf, papersIn, read, recordsIn, skippedIn } from './readFormat.ts';

const lines = async (...values: unknown[]) =>
  read(
    'semantic-scholar',
    await folderOf({ 'part.gz': gzipSync(values.map((each) => JSON.stringify(each)).join('\n')) }),
  );

const paper = { corpusid: 223588394, title: 'T', externalids: null, authors: [] };

describe('a paper of Semantic Scholar', () => {
  it('has all fields', async () => {
    const [found] = papersIn(
      await lines({
        corpusid: 223588394,
        externalids: {
          ACL: 'P18-1001',
          DBLP: 'conf/acl/X',
          ArXiv: '1706.03762',
          DOI: '10.1000/X',
          MAG: '1',
          CorpusId: '223588394',
        },
        url: 'https://www.semanticscholar.org/paper/061b',
        title: ' A  title',
        authors: [
          { authorId: '101039255', name: '粟毅' },
          { authorId: null, name: 'No Id' },
        ],
        venue: '',
        journal: { name: 'Journal of X', pages: '1' },
        year: 2006,
        citationcount: 3,
        s2fieldsofstudy: [
          { category: 'Education', source: 's2-fos-model' },
          { category: 'Education', source: 'external' },
          { category: 'Psychology', source: 'external' },
        ],
        publicationtypes: ['JournalArticle', 'Review'],
        publicationdate: '2006-02-28',
      }),
    );
    expect(found).toEqual({
      ids: { doi: '10.1000/X', arxiv: '1706.03762', acl: 'P18-1001', dblp: 'conf/acl/X', s2: '223588394' },
      title: 'A title',
      date: '2006-02-28',
      year: 2006,
      paperType: 'REVIEW',
      venueName: 'Journal of X',
      url: 'https://www.semanticscholar.org/paper/061b',
      citationCount: 3,
      authors: [{ name: '粟毅', ids: { s2: '101039255' } }, { name: 'No Id' }],
      topics: [
        { name: 'Education', level: 'FIELD' },
        { name: 'Psychology', level: 'FIELD' },
      ],
    });
  });

  it('may have nulls, and a year without a day', async () => {
    const [found] = papersIn(
      await lines({
        ...paper,
        title: null,
        year: 2006,
        publicationdate: null,
        publicationtypes: null,
        s2fieldsofstudy: null,
      }),
    );
    expect(found).toEqual({ ids: { s2: '223588394' }, year: 2006 });
  });
});

describe('a citation of Semantic Scholar', () => {
  it('accepts corpus ids as numbers and as texts', async () => {
    expect(recordsIn(await lines({ citingcorpusid: '74265463', citedcorpusid: 7 }))).toEqual([
      { record: 'citation', from: 's2:74265463', to: 's2:7' },
    ]);
  });

  it('without a cited paper is skipped with a reason', async () => {
    expect(skippedIn(await lines({ citingcorpusid: '1', citedcorpusid: null }))).toEqual([
      '1: the citation has no corpus id of the cited paper',
    ]);
  });
});

describe('lines of other datasets of Semantic Scholar', () => {
  it('are skipped with the name of the dataset', async () => {
    const others = [
      { corpusid: 1, openaccessinfo: {}, abstract: 'A' },
      { authorid: '1', name: 'N' },
      { sha: 'e84', corpusid: 1, primary: false },
      { id: 'cbe', alternate_names: [], name: 'V' },
      { other: 1 },
      [1],
    ];
    expect(
      skippedIn(await lines(...others)).map((each) =>
        each.replace('expected a paper or a citation of Semantic Scholar, ', ''),
      ),
    ).toEqual([
      '1: found a line of abstracts',
      '2: found a line of authors',
      '3: found a line of paper-ids',
      '4: found a line of publication-venues',
      '5: found another object',
      '6: expected an object, found another JSON value',
    ]);
  });
});

describe('an answer of the Graph API', () => {
  const sha = '0a1b2c3d4e5f60718293a4b5c6d7e8f901234567';
  const apiPaper = {
    paperId: sha,
    corpusId: 910006,
    externalIds: { DOI: '10.5555/s2.6', CorpusId: 910006 },
    title: 'API shape',
    abstract: 'We show.',
    year: 2021,
    publicationDate: '2021-03-04',
    citationCount: 5,
    fieldsOfStudy: ['Computer Science'],
    publicationTypes: ['JournalArticle'],
    authors: [{ authorId: '88004', name: 'Rex Sand' }],
    references: [
      { paperId: sha.replace('0', '1'), title: 'Older' },
      { paperId: null, title: 'Unknown' },
    ],
  };
  const expected = {
    ids: { doi: '10.5555/s2.6', s2: '910006', s2sha: sha },
    title: 'API shape',
    abstract: 'We show.',
    date: '2021-03-04',
    year: 2021,
    paperType: 'ARTICLE',
    citationCount: 5,
    authors: [{ name: 'Rex Sand', ids: { s2: '88004' } }],
    topics: [{ name: 'Computer Science', level: 'FIELD' }],
    references: [`s2sha:${sha.replace('0', '1')}`],
  };

  it.each<[string, unknown]>([
    ['a paper', apiPaper],
    ['a batch with an unknown id', [null, apiPaper]],
    ['a page of a search', { total: 1, offset: 0, data: [apiPaper] }],
    ['an author with papers', { authorId: '1', papers: [apiPaper] }],
    ['the references of a paper', { offset: 0, data: [{ contexts: [], citedPaper: apiPaper }] }],
    ['the citations of a paper', { offset: 0, data: [{ citingPaper: apiPaper }] }],
  ])('%s has the same fields as a line of the bulk dataset', async (_, answer) => {
    for (const space of [0, 2]) {
      const folder = await folderOf({ 'answer.json': JSON.stringify(answer, null, space) });
      const items = await read('semantic-scholar', folder);
      expect(skippedIn(items)).toEqual([]);
      expect(papersIn(items)).toEqual([expected]);
    }
  });
});
