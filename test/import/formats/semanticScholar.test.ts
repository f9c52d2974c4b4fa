import { gzipSync } from 'node:zlib';
import { folderOf, papersIn, read, recordsIn, skippedIn } from './readFormat.ts';

const lines = async (...values: unknown[]) =>
  read(
    'semantic-scholar',
    await folderOf({ 'part.gz': gzipSync(values.map((each) => JSON.stringify(each)).join('\n')) }),
  );

const paper = { corpusid: 223588394, title: 'T', externalids: null, authors: [] };

describe('a paper of Semantic Scholar', () => {
  it('has its facts', async () => {
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

  it('may know little: nulls are absent, and without a day there is the year', async () => {
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
    expect(found).toEqual({ ids: { s2: '223588394' }, year: 2006, authors: [] });
  });
});

describe('a citation of Semantic Scholar', () => {
  it('has corpus ids as texts, whichever way they are written', async () => {
    expect(recordsIn(await lines({ citingcorpusid: '74265463', citedcorpusid: 7 }))).toEqual([
      { record: 'citation', from: 's2:74265463', to: 's2:7' },
    ]);
  });

  it('of nothing known is skipped with a reason', async () => {
    expect(skippedIn(await lines({ citingcorpusid: '1', citedcorpusid: null }))).toEqual([
      '1: a citation without the corpus id of the cited paper',
    ]);
  });
});

describe('lines of other datasets of Semantic Scholar', () => {
  it('are skipped by name', async () => {
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
        each.replace('expected a line of the datasets papers or citations, ', ''),
      ),
    ).toEqual([
      '1: met one of abstracts: an abstract without its paper is no record',
      '2: met one of authors',
      '3: met one of paper-ids',
      '4: met one of publication-venues',
      '5: met neither',
      '6: expected an object, met a value that is none',
    ]);
  });
});
