import { readText } from './readReferences.ts';

const source = 'bibtex-refs';
const read = (text: string) => readText('bibtex', text);
const { raw } = String;

describe('BibTeX', () => {
  it('is translated with all fields, and TeX becomes text', async () => {
    const { papers, dropped } = await read(raw`
% A comment
@string{acl = "Annual Meeting of the " # {ACL}}
@preamble{"\newcommand{\x}{y}"}
@comment{jabref-meta: databaseType:bibtex;}
@InProceedings {DBLP:conf/acl/X17,
  Author = {van Beethoven, Ludwig and G{\"o}del, Kurt and King, Jr., Martin and {Barnes and Noble} and Erd\H{o}s P{\'a}l and others},
  title = "{BERT} \& {\'E}t\'e: $O(n^2)$ for CO$_2$ --- {"}if{"} p<0.05, 50\%",
  booktitle = acl # { 2017},
  year = 2017, month = jun, day = 12,
  doi = {10.1000/a\_b},
  url = {https://arxiv.org/abs/1706.03762},
  abstract = {First.
    Second~one.},
  keywords = {graphs; trees},
}`);
    expect(dropped).toEqual([]);
    expect(papers).toEqual([
      {
        source,
        ids: { doi: '10.1000/a_b', arxiv: '1706.03762', dblp: 'conf/acl/X17' },
        title: 'BERT & Été: O(n²) for CO₂ — "if" p<0.05, 50%',
        titleLatex: raw`{BERT} \& {\'E}t\'e: $O(n^2)$ for CO$_2$ --- {"}if{"} p<0.05, 50\%`,
        abstract: 'First.\n    Second one.',
        date: '2017-06-12',
        year: 2017,
        paperType: 'CONFERENCE_PAPER',
        venueName: 'Annual Meeting of the ACL 2017',
        url: 'https://arxiv.org/abs/1706.03762',
        authorListIsComplete: false,
        authors: [
          { name: 'Ludwig van Beethoven' },
          { name: 'Kurt Gödel' },
          { name: 'Martin King Jr.' },
          { name: 'Barnes and Noble' },
          { name: 'Erdős Pál' },
        ],
        topics: [{ name: 'graphs' }, { name: 'trees' }],
      },
    ]);
  });

  it('of BibLaTeX has dates, subtitles and eprints', async () => {
    const { papers } = await read(`
@online{a, title={A}, subtitle={B}, date={2017-06-12/2017-06-14}, eprint={1706.03762}, eprinttype={arxiv}}
@article(b, journaltitle={J}, title={C}, date={2018-05}, author={Li, Wei})
@article{c, title={D}, year={2019}, month={5~June}, journal={arXiv preprint arXiv:1801.00001}}
@thesis{d, title={E}, year={c. 1998}, institution={U}, type={PhD}}
@book{e, title={F}, editor={Roe, Jane}} @misc{f, title={G}, howpublished={\\url{https://example.org/a_b}}}`);
    expect(papers).toEqual([
      {
        source,
        ids: { arxiv: '1706.03762' },
        title: 'A: B',
        date: '2017-06-12',
        year: 2017,
        paperType: 'PREPRINT',
      },
      { source, title: 'C', year: 2018, paperType: 'ARTICLE', venueName: 'J', authors: [{ name: 'Wei Li' }] },
      {
        source,
        ids: { arxiv: '1801.00001' },
        title: 'D',
        date: '2019-06-05',
        year: 2019,
        paperType: 'PREPRINT',
        venueName: 'arXiv preprint arXiv:1801.00001',
      },
      { source, title: 'E', year: 1998, paperType: 'DISSERTATION', venueName: 'U' },
      { source, title: 'F', paperType: 'BOOK', authors: [{ name: 'Jane Roe' }] },
      { source, title: 'G', url: 'https://example.org/a_b' },
    ]);
  });

  it('takes missing fields from the entry that crossref names, before or after it', async () => {
    const { papers } = await read(`
@inproceedings{a, title={A}, crossref={Acl17}}
@inproceedings{b, title={B}, crossref={acl18}, year=2020}
@proceedings{acl17, title={Proceedings of ACL}, year=2017, month=jun, editor={Roe, Jane}}
@inproceedings{c, title={C}, crossref={acl17}}
@inproceedings{d, title={D}, crossref={absent}}`);
    const inherited = { year: 2017, venueName: 'Proceedings of ACL' };
    const rest = { source, paperType: 'CONFERENCE_PAPER' };
    expect(papers).toEqual([
      { source, title: 'Proceedings of ACL', year: 2017, paperType: 'BOOK' },
      { ...rest, ...inherited, title: 'A' },
      { ...rest, ...inherited, title: 'C' },
      { ...rest, title: 'B', year: 2020 },
      { ...rest, title: 'D' },
    ]);
  });

  it.each([
    ['a missing comma', '@article{a, title={A} year={2017}, author={Doe, Jane}}'],
    ['two commas', '@article{a,, title={A},, year=2017, author={Doe, Jane},}'],
    ['a missing brace at the end', '@article{a,\n title={A},\n year=2017,\n author={Doe, Jane}'],
    ['no key', '@article{title={A}, year="2017", author="Doe, Jane"}'],
    ['no comma after the key', '@article{a\n title={A}, year="2017", author="Doe, Jane"}'],
    ['no comma after the key, on one line', '@article{a title={A}, year=2017, author={Doe, Jane}}'],
    [
      'braces that are not closed',
      '@article{a,\n title={A},\n note={x {y},\n year=2017,\n author={Doe, Jane}\n}',
    ],
    ['too many braces', '@article{a,\n title={A},\n note={x}}},\n year=2017,\n author={Doe, Jane}\n}'],
    ['an escaped brace', '@article{a, title={A}, note={x\\} y}, year=2017, author={Doe, Jane}}'],
    ['a dollar', '@article{a, title={A}, note={$5}, year=2017, author={Doe, Jane}}'],
    ['an unknown abbreviation', '@article{a, title={A}, journal=foo, year=2017, author={Doe, Jane}}'],
    ['an empty value', '@article{a, title={A}, note=, year=2017, author={Doe, Jane}}'],
  ])('keeps a record with %s and the entry after it', async (_, text) => {
    const { papers, skipped } = await read(`${text}\n@misc{b, title={B}}`);
    expect(papers).toHaveLength(2);
    expect(papers[0]).toMatchObject({ title: 'A', year: 2017, authors: [{ name: 'Jane Doe' }] });
    expect(papers[1]).toMatchObject({ title: 'B' });
    expect(skipped).toEqual([]);
  });

  it('reports faults with the entry and the field', async () => {
    const { dropped, skipped } = await read(
      '@article{a, title={A}, journal=foo, year={to appear}}\n@article{b,\n title={B\n@misc{c, year=2000}',
    );
    expect(dropped).toEqual([
      '@article{a}: journal: the abbreviation "foo" is not defined',
      'year: expected a whole number, found "to appear"',
      '@article{b}: title has no end: "{B"',
    ]);
    expect(skipped).toEqual(['4: a paper needs ids or a title, but this record has neither']);
  });

  it('names the line at which an entry begins', async () => {
    const { papers, skipped } = await read(
      '@misc{a,\n\n title={A}}\n\n\n@article{b year=2000}\n@misc{nofields}\n% @misc{c}\n@misc{d} @misc{doi.org/10.1000/e title={E}}',
    );
    expect(papers).toMatchObject([{ title: 'A' }, { title: 'E' }]);
    const reason = 'a paper needs ids or a title, but this record has neither';
    expect(skipped).toEqual([6, 7, 9].map((line) => `${line}: ${reason}`));
  });

  it('is read in Windows-1252, and in linear time whatever it contains', async () => {
    const latin = Buffer.from('@misc{a, title={Caf\xe9}, author={M\xfcller, J\xf6rg}}', 'latin1');
    expect((await readText('bibtex', latin)).papers).toMatchObject([
      { title: 'Café', authors: [{ name: 'Jörg Müller' }] },
    ]);
    const hostile = [
      `@misc{a, title={${'{'.repeat(200_000)}x}}`,
      `@misc{b, title={B}, author={${'{'.repeat(200_000)}x${'}'.repeat(200_000)}}}`,
      `@misc{c,${'a={,\n'.repeat(100_000)}`,
      `@misc{d, title={D}, author={${'A and '.repeat(100_000)}}}`,
      `@misc{${'e'.repeat(400_000)}`,
      `@misc{f, title={F}, ${'x '.repeat(200_000)}}`,
      `@misc{g, title={G}${',%\n'.repeat(200_000)}}`,
      `@misc{h, title={${'x'.repeat(5_000_000)}}}`,
      `@misc{${' '.repeat(400_000)}"}`,
      `@misc{i${' '.repeat(400_000)}"}`,
      '@misc{last, title={Last}}',
    ].join('\n');
    const { papers } = await read(hostile);
    expect(papers.at(-1)).toMatchObject({ title: 'Last' });
    expect(papers.map(({ title }) => title).filter((title) => /^[BDFG]$/.test(title ?? ''))).toHaveLength(4);
  });
});

it('keywords between commas may end with a semicolon', async () => {
  const { papers } = await readText('bibtex', '@misc{a, title={A}, keywords={Graphs, U.S., trees;}}');
  expect(papers[0]?.topics).toEqual([{ name: 'Graphs' }, { name: 'U.S.' }, { name: 'trees;' }]);
});
