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
    expect(found).toEqual({ ids: { s2: '223588394' }, year: 2006, authors: [] });
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
        each.replace('expected a line of the datasets papers or citations, ', ''),
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
