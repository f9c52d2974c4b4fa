import { readText } from './readReferences.ts';

const source = 'csl-json-refs';
const items = (...values: unknown[]) => readText('csl-json', JSON.stringify(values));

describe('CSL JSON', () => {
  it('is translated with all fields', async () => {
    const item = {
      id: 'http://zotero.org/groups/1/items/ABC',
      type: 'paper-conference',
      title: 'Growth of <i>N</i> in CO<sub>2</sub> &amp; water',
      author: [
        { family: 'Beethoven', given: 'Ludwig', 'non-dropping-particle': 'van' },
        { family: 'King', given: 'Martin', suffix: 'Jr.' },
        { family: '张', given: '伟明' },
        { literal: 'The ATLAS Collaboration' },
        { family: 'Lovelace', given: 'Ada', ORCID: 'https://orcid.org/0000-0002-1825-0097' },
      ],
      'container-title': 'Annals',
      issued: { 'date-parts': [['2017', 6, '12']] },
      DOI: '10.1000/XYZ',
      URL: 'https://arxiv.org/abs/1706.03762v2',
      abstract: 'First.',
      keyword: 'graphs, trees',
    };
    expect((await items(item)).papers).toEqual([
      {
        source,
        ids: { doi: '10.1000/XYZ', arxiv: '1706.03762' },
        title: item.title,
        abstract: 'First.',
        date: '2017-06-12',
        year: 2017,
        paperType: 'CONFERENCE_PAPER',
        venueName: 'Annals',
        url: item.URL,
        authors: [
          { name: 'Ludwig van Beethoven' },
          { name: 'Martin King Jr.' },
          { name: '张伟明' },
          { name: 'The ATLAS Collaboration' },
          { name: 'Ada Lovelace', ids: { orcid: 'https://orcid.org/0000-0002-1825-0097' } },
        ],
        topics: [{ name: 'graphs' }, { name: 'trees' }],
      },
    ]);
  });

  it.each<[unknown, object]>([
    [{ 'date-parts': [[2017]] }, { year: 2017 }],
    [{ 'date-parts': [[2017, 6]] }, { year: 2017 }],
    [{ 'date-parts': [['2017', '06', '02'], ['2018']] }, { date: '2017-06-02', year: 2017 }],
    [{ raw: '2017-06-12' }, { date: '2017-06-12', year: 2017 }],
    [{ literal: 'June 2017' }, { year: 2017 }],
    ['2017-06-12', { date: '2017-06-12', year: 2017 }],
    [{ 'date-parts': [[]] }, {}],
    [{ 'date-parts': [[-300]] }, { year: -300 }],
    [null, {}],
  ])('has dates in all spellings: %j', async (issued, expected) => {
    const { papers, dropped } = await items({ title: 'T', issued });
    expect(papers).toEqual([{ source, title: 'T', ...expected }]);
    expect(dropped).toEqual([]);
  });

  it('has one item on each line, or is one item, or a list in an object', async () => {
    for (const text of ['{"title":"A"}\n{"title":"B"}', '{"items":[{"title":"A"},{"title":"B"}]}']) {
      expect((await readText('csl-json', text)).papers.map(({ title }) => title)).toEqual(['A', 'B']);
    }
    expect((await readText('csl-json', '{\n"title":"A"\n}')).papers).toHaveLength(1);
  });

  it('may be a long list over many lines, and keeps the items before a place where it is cut off', async () => {
    const title = (index: number) => `${index} "quoted" \\ [{ ] ${'x'.repeat(50_000)}`;
    const all = Array.from({ length: 2_000 }, (_, index) => ({
      title: title(index),
      author: [{ family: 'A' }],
    }));
    for (const space of [undefined, 2]) {
      const text = space
        ? JSON.stringify(all, null, space)
        : `[\n${all.map((item) => JSON.stringify(item)).join(',\n')}\n]\n`;
      const { papers, skipped } = await readText('csl-json', text);
      expect([papers.length, skipped]).toEqual([all.length, []]);
      expect(papers.every((paper, index) => paper.title?.startsWith(`${index} "quoted" \\ [{ ]`))).toBe(true);
      const cut = await readText('csl-json', text.slice(0, -60_000));
      expect(cut.papers).toHaveLength(all.length - 2);
      expect(cut.skipped).toContain(
        '1: the file is neither JSON lines nor one JSON document (its list has no end)',
      );
    }
  });

  it('as Crossref writes it has lists of titles, and editors stand in for authors', async () => {
    const book = { title: ['A', 'B'], 'container-title': ['J'], editor: [{ family: 'Roe', given: 'Jane' }] };
    expect((await items(book)).papers).toEqual([
      { source, title: 'A', venueName: 'J', authors: [{ name: 'Jane Roe' }] },
    ]);
  });

  it('finds arXiv ids where Zotero writes them', async () => {
    const preprint = { type: 'article', title: 'A', publisher: 'arXiv', number: 'arXiv:1706.03762' };
    const noted = { title: 'B', note: 'arXiv: math.GT/0101999 [math]\nDOI: 10.1000/b' };
    const { papers } = await items(preprint, noted);
    expect(papers).toMatchObject([
      { ids: { arxiv: '1706.03762' }, paperType: 'PREPRINT', venueName: 'arXiv' },
      { ids: { arxiv: 'math/0101999', doi: '10.1000/b' } },
    ]);
  });

  it('reports every member of a list that is not an item, on one line or on several', async () => {
    const members = ['{"title":"A, ["}', '7', 'null', '"x, {"', '[]', '{"title":"B"}', 'true'];
    const texts = [`[${members.join(',')}]`, `[\n${members.join(',\n')}\n]`, `[ ${members.join('\n, ')}]`];
    for (const [index, text] of texts.entries()) {
      const { papers, skipped } = await readText('csl-json', text);
      expect(papers.map(({ title }) => title)).toEqual(['A, [', 'B']);
      const lines = [
        [1, 1, 1, 1, 1],
        [3, 4, 5, 6, 8],
        [2, 3, 4, 5, 7],
      ][index]!;
      expect(skipped).toEqual(
        lines.map((line) => `${line}: expected an item of CSL JSON, found another JSON value`),
      );
    }
    expect((await readText('csl-json', '[\n{"title":"A"}\nwrong\n{"title":"B"}]')).skipped).toEqual([
      expect.stringMatching(/^3: not valid JSON/),
    ]);
  });

  it('loses a wrong field and keeps the record', async () => {
    const { papers, dropped, skipped } = await items(
      {
        type: 7,
        title: 'A',
        abstract: 3,
        'container-title': { x: 1 },
        issued: { 'date-parts': [['in press']] },
        author: [null, 'Jane Roe', { family: 'Doe', given: 4 }, { family: 'Last', given: 'Z' }],
        URL: 'not a URL',
        keyword: 5,
      },
      { title: 'B', issued: { 'date-parts': [[2017, 13, 45]] }, author: 'Ann Lee', keyword: ['x', 'y'] },
      { title: 'C', author: [5, { family: null }], keyword: [{}] },
      { title: 'D', author: { x: 1 } },
      { type: 'book' },
      4,
    );
    expect(papers).toEqual([
      {
        source,
        title: 'A',
        authors: [{ name: '' }, { name: 'Jane Roe' }, { name: 'Doe' }, { name: 'Z Last' }],
      },
      {
        source,
        title: 'B',
        year: 2017,
        authors: [{ name: 'Ann Lee' }],
        topics: [{ name: 'x' }, { name: 'y' }],
      },
      { source, title: 'C', authors: [{ name: '' }, { name: '' }], topics: [] },
      { source, title: 'D', authors: [{ name: '' }] },
    ]);
    expect(dropped).toEqual([
      'abstract: expected a text, found 3',
      'year: expected a whole number, found "in press"',
      'venueName: expected a text, found an object',
      'authors[0]: expected an object, found null',
      'topics: expected a list, found 5',
      'date: expected a calendar day as YYYY-MM-DD, found "2017-13-45"',
      'authors[0]: expected an object, found 5',
      'authors[1]: "name" is missing',
      'topics[0]: "name" is missing',
      'authors[0]: "name" is missing',
    ]);
    expect(skipped).toEqual([
      '1: a paper needs ids or a title, but this record has neither',
      '1: expected an item of CSL JSON, found another JSON value',
    ]);
  });
});

describe('an answer of Crossref', () => {
  const work = {
    DOI: '10.1000/cr.1',
    type: 'journal-article',
    title: ['Graphs'],
    author: [{ given: 'Ada', family: 'Roe', sequence: 'first' }],
  };
  const graphs = {
    source,
    ids: { doi: '10.1000/cr.1' },
    title: 'Graphs',
    paperType: 'ARTICLE',
    authors: [{ name: 'Ada Roe' }],
  };

  it('has a work, or a list of works', async () => {
    const single = { status: 'ok', 'message-type': 'work', message: work };
    const list = { status: 'ok', 'message-type': 'work-list', message: { items: [work, work] } };
    expect((await readText('csl-json', JSON.stringify(single))).papers).toEqual([graphs]);
    expect((await readText('csl-json', JSON.stringify(list, null, 2))).papers).toEqual([graphs, graphs]);
  });
});
