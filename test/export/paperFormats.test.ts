import fc from 'fast-check';
import { citation, type CitedPaper } from '../../src/export/papers/citation.ts';
import { paperFormats } from '../../src/export/papers/paperFormats.ts';
import type { Paper } from '../../src/graph/model/entities.ts';
import { texOfMath } from '../../src/graph/text/texOfMath.ts';
import { readCitations } from '../support/citations/read.ts';
import { paper } from './smallGraph.ts';
import { hostileName } from './hostileText.ts';

const cited = (
  authorNames: string[],
  more: Partial<Paper> = {},
  rest: Partial<CitedPaper> = {},
): CitedPaper => ({
  paper: paper('one', 'On Graphs', more),
  authorNames,
  hasMoreAuthors: false,
  abstract: undefined,
  ...rest,
});

const file = (formatName: string, papers: readonly CitedPaper[]): string => {
  const { begin, entry, separator, end } = paperFormats.get(formatName)!;
  return begin(null) + papers.map((each) => entry(citation(each))).join(separator) + end;
};

const parsed = (text: string) => readCitations([text])[0]!;

/** Files of three papers, two of them with hostile texts, and the items that an independent parser reads. */
const hostileFiles = (formatName: string) => {
  const drawn = fc
    .sample(fc.record({ title: hostileName, name: hostileName }), 200)
    .map(({ title, name }) => {
      const papers = [title, name, 'Last'].map((each, index) =>
        cited([name, 'Bo Erdős'], { title: each, id: `paper:s2:${index}`, venueName: name }),
      );
      return { title, name, text: file(formatName, papers) };
    });
  const read = readCitations(drawn.map(({ text }) => text));
  return drawn.map((each, index) => ({ ...each, items: read[index]! }));
};

/** The expected text after export and parsing: on one line. */
const line = (text: string): string =>
  text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();

const vaswani = cited(
  ['Ashish Vaswani', 'Ludwig van Beethoven', 'Łukasz Kaiser', 'Martin King, Jr.', 'OpenAI'],
  {
    title: 'BERT & {friends}: a \\LaTeX story of $x^2$ -- 100% “sure”',
    date: '2017-06-12',
    year: 2017,
    paperType: 'CONFERENCE_PAPER',
    venueName: 'R&D #1',
    url: 'https://example.org/a_b%20c',
  },
  { abstract: 'First.\n\nSecond.' },
);

/** The paper as a CSL item without its last author, which is not a person and differs between formats. */
const vaswaniAsItem = {
  id: 'doi:10.1000/one',
  type: 'paper-conference',
  title: 'BERT & {friends}: a \\LaTeX story of $x^2$ -- 100% “sure”',
  author: [
    { family: 'Vaswani', given: 'Ashish' },
    { family: 'Beethoven', given: 'Ludwig', 'non-dropping-particle': 'van' },
    { family: 'Kaiser', given: 'Łukasz' },
    { family: 'King', given: 'Martin', suffix: 'Jr.' },
  ],
  'container-title': 'R&D #1',
  issued: { 'date-parts': [[2017, 6, 12]] },
  DOI: '10.1000/one',
  URL: 'https://example.org/a_b%20c',
  abstract: 'First. Second.',
};

describe('BibTeX', () => {
  it('is written with everything escaped that TeX would act on', () => {
    expect(file('bibtex', [vaswani])).toBe(`@inproceedings{doi:10.1000/one,
  author = {Vaswani, Ashish and van Beethoven, Ludwig and Kaiser, Łukasz and King, Jr., Martin and {OpenAI}},
  title = {{BERT} \\& \\textbraceleft{}friends\\textbraceright{}: a {\\textbackslash{}LaTeX} story of \\$x\\textasciicircum{}2\\$ -{}- 100\\% “sure”},
  booktitle = {R\\&D \\#1},
  year = {2017},
  month = jun,
  day = {12},
  doi = {10.1000/one},
  url = {https://example.org/a_b%20c},
  abstract = {First. Second.}
}
`);
  });

  it('comes back from a parser as it was', () => {
    const [item] = parsed(file('bibtex', [vaswani]));
    expect(item).toMatchObject({ ...vaswaniAsItem, author: [...vaswaniAsItem.author, { family: 'OpenAI' }] });
  });

  it('holds every entry, title and author, whatever titles and names hold', () => {
    for (const { title, name, items } of hostileFiles('bibtex')) {
      expect(items.map(({ id }) => id)).toEqual(['s2:0', 's2:1', 's2:2']);
      // Citation.js does not know all commands of math, which have a test of their own.
      if (texOfMath(title) === title) expect(items[0]!['title'] ?? '').toBe(line(title));
      expect(items[0]!['author']).toHaveLength(line(name) === '' ? 1 : 2);
      expect(items[2]).toMatchObject({ title: 'Last' });
    }
  });

  it('keeps particles, suffixes and degrees out of given names, as RIS and CSL-JSON do', () => {
    const papers = [cited(['Dam, Piet van der', 'ten Brink', 'de Souza Jr.', 'Jane Roe, PhD'])];
    const expected = [
      { family: 'Dam', given: 'Piet', 'non-dropping-particle': 'van der' },
      { family: 'Brink', 'non-dropping-particle': 'ten' },
      { family: 'Souza', 'non-dropping-particle': 'de', suffix: 'Jr.' },
      { family: 'Roe', given: 'Jane', suffix: 'PhD' },
    ];
    expect(file('bibtex', papers)).toContain(
      'author = {van der Dam, Piet and ten Brink and de Souza, Jr., {} and Roe, PhD, Jane}',
    );
    expect(parsed(file('bibtex', papers))[0]!['author']).toMatchObject(expected);
    expect(file('ris', papers).match(/(?<=^AU {2}- ).*$/gm)).toEqual([
      'van der Dam, Piet',
      'ten Brink',
      'de Souza, , Jr.',
      'Roe, Jane, PhD',
    ]);
    expect(JSON.parse(file('csl-json', papers))).toMatchObject([{ author: expected }]);
  });

  it('writes the formulas of a title as math', () => {
    const title = 'Bounds in O(n²) for LLMs at ∼9k tokens, H₂O ≤ α, Αθήνα';
    const text = file('bibtex', [cited([], { title })]);
    expect(text).toContain(
      'title = {Bounds in O(n$^{2}$) for {LLMs} at $\\sim$9k tokens, {H$_{2}$O} $\\leq$ $\\alpha$, Αθήνα}',
    );
    expect(parsed(text)[0]!['title']).toMatch(/^Bounds in O\(n²\) for LLMs/);
  });

  it('states that more authors exist', () => {
    const { entry, begin } = paperFormats.get('bibtex')!;
    const text = entry(citation(cited(['Ada A'], { authorListIsComplete: false, authorCount: 7 })));
    expect(text).toContain('author = {A, Ada and others}');
    expect(text).toContain('note = {The first 1 of 7 authors are listed.}');
    expect(begin('The first 1 of 2 papers.')).toBe('% The first 1 of 2 papers.\n\n');
  });

  it.each([
    ['ARTICLE', '@article', 'journal'],
    ['BOOK', '@book', 'publisher'],
    ['BOOK_CHAPTER', '@incollection', 'booktitle'],
    ['DISSERTATION', '@phdthesis', 'school'],
    ['REPORT', '@techreport', 'institution'],
    ['PREPRINT', '@misc', 'howpublished'],
    [null, '@misc', 'howpublished'],
  ] as const)('writes %s as %s with the venue in %s', (paperType, type, venue) => {
    const text = file('bibtex', [cited([], { paperType })]);
    expect(text).toContain(`${type}{`);
    expect(text).toContain(`  ${venue} = {Annals}`);
  });
});

describe('RIS', () => {
  it('has one tag and value on each line', () => {
    expect(file('ris', [vaswani]).split('\r\n')).toEqual([
      'TY  - CPAPER',
      'ID  - doi:10.1000/one',
      'TI  - BERT & {friends}: a \\LaTeX story of $x^2$ -- 100% “sure”',
      'AU  - Vaswani, Ashish',
      'AU  - van Beethoven, Ludwig',
      'AU  - Kaiser, Łukasz',
      'AU  - King, Martin, Jr.',
      'AU  - OpenAI',
      'T2  - R&D #1',
      'PY  - 2017',
      'DA  - 2017/06/12/',
      'DO  - 10.1000/one',
      'UR  - https://example.org/a_b%20c',
      'AB  - First. Second.',
      'ER  - ',
      '',
    ]);
  });

  it('is read by a parser with any titles and names', () => {
    for (const { title, items, text } of hostileFiles('ris')) {
      expect(text.match(/^TY {2}- /gm)).toHaveLength(3);
      expect(text.match(/^ER {2}- /gm)).toHaveLength(3);
      expect(items.map(({ id }) => id)).toEqual(['s2:0', 's2:1', 's2:2']);
      expect(items[0]!['title'] ?? '').toBe(line(title));
      expect(items[2]).toMatchObject({ DOI: '10.1000/one', title: 'Last' });
      expect(items[2]!['issued']).toEqual({ 'date-parts': [[2020]] });
    }
  });
});

describe('CSL-JSON', () => {
  it('is a list of items', () => {
    expect(JSON.parse(file('csl-json', [vaswani, cited([])]))).toEqual([
      {
        ...vaswaniAsItem,
        'citation-key': 'doi:10.1000/one',
        author: [...vaswaniAsItem.author, { literal: 'OpenAI' }],
        custom: { entityId: 'paper:doi:10.1000/one' },
      },
      {
        id: 'doi:10.1000/one',
        'citation-key': 'doi:10.1000/one',
        type: 'article-journal',
        title: 'On Graphs',
        'container-title': 'Annals',
        issued: { 'date-parts': [[2020]] },
        DOI: '10.1000/one',
        URL: 'https://doi.org/10.1000/one',
        custom: { entityId: 'paper:doi:10.1000/one' },
      },
    ]);
    expect(JSON.parse(file('csl-json', []))).toEqual([]);
  });

  it('marks retracted papers and has the arXiv id of preprints', () => {
    const [item] = JSON.parse(
      file('csl-json', [
        cited([], { isRetracted: true, title: null, year: null, keys: ['paper:arxiv:1706.03762'] }),
      ]),
    ) as unknown[];
    expect(item).toMatchObject({ note: 'Retracted.', archive: 'arXiv', archive_location: '1706.03762' });
    expect(item).not.toHaveProperty('title');
    expect(item).not.toHaveProperty('issued');
  });
});
