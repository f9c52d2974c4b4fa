import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { drawnDblp } from '../../support/drawnDblp.ts';
import { droppedIn, folderOf, papersIn, read, recordsIn, skippedIn } from './readFormat.ts';

const readXml = async (xml: string | Uint8Array) => {
  const items = await read('dblp', join(await folderOf({ 'dblp.xml': xml }), 'dblp.xml'));
  return {
    papers: papersIn(items),
    redirects: recordsIn(items).flatMap((record) =>
      record.record === 'redirect' ? [`${record.kind} ${record.from} → ${record.to}`] : [],
    ),
    skipped: skippedIn(items),
    dropped: droppedIn(items),
  };
};
const file = (...records: string[]) =>
  `<?xml version="1.0" encoding="ISO-8859-1"?>\n<!DOCTYPE dblp SYSTEM "dblp.dtd">\n<dblp>\n${records.join('\n')}\n</dblp>`;
const article = (content: string, attributes = '') =>
  `<article mdate="2020-01-01" key="journals/x/A"${attributes}>${content}</article>`;

describe('a publication of dblp', () => {
  it('has all fields', async () => {
    const { papers, skipped, dropped } = await readXml(
      file(`<inproceedings mdate="2020-01-01" key="conf/acl/X17">
<author orcid="0000-0002-1825-0097">J&ouml;rg M&#252;ller 0001</author>
<author>Ng&#7885;c Nguy&#x1ec5;n</author>
<title>On CO<sub>2</sub>, <i>p</i>&lt;0.05 &amp; n<sup>2</sup>: na&iuml;ve.</title>
<pages>1-10</pages><year>2017</year><booktitle>ACL</booktitle>
<ee type="oa">https://aclanthology.org/P17-1001/</ee>
<ee>https://doi.org/10.18653/V1/P17-1001</ee>
<cite>...</cite><cite label="2">conf/acl/Y16</cite>
<crossref>conf/acl/2017</crossref><url>db/conf/acl/acl2017.html#X17</url>
</inproceedings>`),
    );
    expect([skipped, dropped]).toEqual([[], []]);
    expect(papers).toEqual([
      {
        ids: { dblp: 'conf/acl/X17', acl: 'P17-1001', doi: '10.18653/v1/p17-1001' },
        title: 'On CO<sub>2</sub>, <i>p</i><0.05 & n<sup>2</sup>: naïve',
        year: 2017,
        paperType: 'CONFERENCE_PAPER',
        venueName: 'ACL',
        url: 'https://aclanthology.org/P17-1001/',
        authors: [
          { name: 'Jörg Müller', ids: { dblp: 'Jörg Müller 0001', orcid: '0000-0002-1825-0097' } },
          { name: 'Ngọc Nguyễn', ids: { dblp: 'Ngọc Nguyễn' } },
        ],
        references: ['dblp:conf/acl/Y16'],
      },
    ]);
  });

  it.each([
    ['article', '', 'ARTICLE'],
    ['article', 'informal', 'PREPRINT'],
    ['article', 'survey', 'REVIEW'],
    ['incollection', 'encyclopedia', 'BOOK_CHAPTER'],
    ['incollection', '', 'BOOK_CHAPTER'],
    ['book', 'edited', 'BOOK'],
    ['phdthesis', 'habil', 'DISSERTATION'],
    ['mastersthesis', '', 'DISSERTATION'],
    ['data', '', 'DATASET'],
    ['data', 'software', 'SOFTWARE'],
  ])('%s of publtype "%s" has the type %s', async (element, publtype, paperType) => {
    const { papers } = await readXml(
      file(`<${element} key="a/b" publtype="${publtype}"><title>T</title></${element}>`),
    );
    expect(papers).toEqual([{ ids: { dblp: 'a/b' }, title: 'T', paperType }]);
  });

  it('is retracted if it was withdrawn, and has an arXiv id', async () => {
    const { papers } = await readXml(
      file(
        article(
          '<title>T?</title><ee>https://doi.org/10.48550/arXiv.1706.03762</ee>',
          ' publtype="informal withdrawn"',
        ),
      ),
    );
    expect(papers).toMatchObject([
      { title: 'T?', isRetracted: true, paperType: 'PREPRINT', ids: { doi: '10.48550/arxiv.1706.03762' } },
    ]);
  });

  it('lists editors if it has no author; proceedings and web pages are left out', async () => {
    const { papers, skipped } = await readXml(
      file(
        '<book key="books/x/Y"><editor orcid="0000-0002-1825-0097">Jane Roe</editor><title>B.</title></book>',
        '<proceedings key="conf/x/1"><editor>Jane Roe</editor><title>P.</title></proceedings>',
        '<www key="www/org/w3"><editor>Jane Roe</editor><title>W3C</title></www>',
      ),
    );
    expect(papers.map(({ authors }) => authors)).toEqual([
      [{ name: 'Jane Roe', ids: { dblp: 'Jane Roe', orcid: '0000-0002-1825-0097' } }],
    ]);
    expect(skipped).toEqual([]);
  });

  it('has an author without identifier where a name stands for several people, wherever its record stands', async () => {
    const { papers } = await readXml(
      file(
        '<www key="homepages/w/A" publtype="disambiguation"><author>Wei Wang</author></www>',
        article(
          '<author>Wei Wang</author><author orcid="0000-0002-1825-0097">Li Wu</author><author>Wei Wang 0002</author><title>T</title>',
        ),
        '<www key="homepages/w/B" publtype="disambiguation"><author>Li Wu</author></www>',
      ),
    );
    expect(papers[0]?.authors).toEqual([
      { name: 'Wei Wang' },
      { name: 'Li Wu', ids: { orcid: '0000-0002-1825-0097' } },
      { name: 'Wei Wang', ids: { dblp: 'Wei Wang 0002' } },
    ]);
  });

  it('loses a wrong field and keeps the record', async () => {
    const { papers, dropped, skipped } = await readXml(
      file(
        article(
          '<author/><author>A &unknown; B</author><title/><year>MMXX</year><ee>nowhere</ee><ee>http://a b</ee><cite> </cite>',
        ),
        article('<title>T</title><year>2020</year><unknown><deep>x</deep></unknown>text'),
        '<article><title>No key</title></article>',
        '<article/>',
        '<article></article>',
      ),
    );
    expect(papers).toEqual([
      {
        ids: { dblp: 'journals/x/A' },
        paperType: 'ARTICLE',
        authors: [{ name: '' }, { name: 'A &unknown; B', ids: { dblp: 'A &unknown; B' } }],
      },
      { ids: { dblp: 'journals/x/A' }, title: 'T', year: 2020, paperType: 'ARTICLE' },
      { ids: {}, title: 'No key', paperType: 'ARTICLE' },
    ]);
    expect(dropped).toEqual([
      'year: expected a whole number, found "MMXX"',
      'the XML has an error: undefined entity',
    ]);
    expect(skipped).toEqual(['8: a paper needs ids or a title, but this record has neither']);
  });
});

describe('a person of dblp', () => {
  it('gives the identifiers and spellings to whom the publications name', async () => {
    const { redirects, dropped } = await readXml(
      file(
        `<www key="homepages/65/9612"><author>Jane Roe 0001</author><author>J. Roe</author><title>Home Page</title>
<note type="affiliation">U</note><url>https://orcid.org/0000-0002-1825-0097</url><url>https://example.org</url>
<url type="deprecated">https://orcid.org/0000-0001-5109-3700</url></www>`,
        '<www key="homepages/65/1"><crossref>homepages/65/9612</crossref></www>',
        '<www key="homepages/65/2"><author>A B</author><url>https://orcid.org/0000-0002-1825-0097</url><url>https://orcid.org/0000-0001-5109-3700</url></www>',
        '<www key="homepages/65/3"><title>Nobody</title></www>',
      ),
    );
    expect(redirects).toEqual([
      'author dblp:J. Roe → dblp:Jane Roe 0001',
      'author dblp:65/9612 → dblp:Jane Roe 0001',
      'author orcid:0000-0002-1825-0097 → dblp:Jane Roe 0001',
      'author dblp:65/1 → dblp:65/9612',
      'author dblp:65/2 → dblp:A B',
    ]);
    expect(dropped).toEqual(['homepages/65/2 has the ORCIDs 0000-0002-1825-0097, 0000-0001-5109-3700']);
  });

  it('is also read from the file of a single person', async () => {
    const { papers, redirects } = await readXml(`<?xml version="1.0"?>
<dblpperson name="Di Xu 0001" pid="95/7448-1" n="1">
<person key="homepages/95/7448-1" mdate="2019-11-26"><author pid="95/7448-1">Di Xu 0001</author></person>
<homonyms n="1"><h f="x/Xu:Di"><person publtype="disambiguation" key="homepages/95/7448"><author pid="95/7448">Di Xu</author></person></h></homonyms>
<r><article key="journals/x/A"><author pid="95/7448-1">Di Xu 0001</author><title>T.</title></article></r>
<coauthors n="1"><co c="0"><na f="x" pid="1/2">Other</na></co></coauthors>
</dblpperson>`);
    expect(papers.map(({ title }) => title)).toEqual(['T']);
    expect(redirects).toEqual(['author dblp:95/7448-1 → dblp:Di Xu 0001']);
  });
});

describe('a file of dblp', () => {
  it('may be gzip and in Latin-1', async () => {
    const xml = file(article('<author>J\xf6rg</author><title>Caf\xe9</title>'));
    for (const bytes of [Buffer.from(xml, 'latin1'), gzipSync(xml)]) {
      expect((await readXml(bytes)).papers).toMatchObject([{ title: 'Café', authors: [{ name: 'Jörg' }] }]);
    }
  });

  it('must not declare entities, and is read up to where it is damaged', async () => {
    const bomb = '<!DOCTYPE dblp [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><dblp>&b;</dblp>';
    expect((await readXml(bomb)).skipped).toEqual([
      '1: the file declares entities of its own, which is not allowed; the rest of the file is not read',
    ]);
    const cut = file(article('<title>One</title>'), '<article key="journals/x/B"><title>Two').slice(0, -8);
    const { papers, skipped } = await readXml(cut);
    expect(papers.map(({ title }) => title)).toEqual(['One']);
    expect(skipped).toHaveLength(1);
    const endless = file(article('<title>One</title>'), article('<cite>x</cite>'.repeat(1_300_000)));
    expect((await readXml(endless)).skipped).toEqual([
      expect.stringMatching(/^5: a record has more than \d+ characters; the rest of the file is not read$/),
    ]);
  });

  it('of many drawn records is read without a problem', async () => {
    const folder = await folderOf({});
    await writeFile(join(folder, 'dblp.xml.gz'), gzipSync([...drawnDblp(2_000)].join('')));
    const items = await read('dblp', folder);
    expect(papersIn(items)).toHaveLength(2_000);
    expect([skippedIn(items), droppedIn(items)]).toEqual([[], []]);
  });
});
