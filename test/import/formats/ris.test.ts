import { readText } from './readReferences.ts';

const source = 'ris-refs';
const read = (...lines: string[]) => readText('ris', lines.join('\r\n'));

describe('RIS', () => {
  it('is translated with all fields', async () => {
    const { papers, dropped } = await read(
      'Provider: Somebody',
      'TY  - JOUR',
      'T1  - On <i>graphs</i> &amp; trees',
      '  and more',
      'AU  - van Beethoven, Ludwig',
      'AU  - King, Martin, Jr.',
      'AU  - The ATLAS Collaboration',
      'JF  - Annals',
      'PY  - 2017///',
      'DA  - 2017/06/12/',
      'DO  - https://doi.org/10.1000/XYZ',
      'UR  - https://arxiv.org/abs/1706.03762;https://example.org/x',
      'N2  - First.',
      'KW  - graphs',
      'KW  - trees; woods',
      'ER  - ',
    );
    expect(dropped).toEqual([]);
    expect(papers).toEqual([
      {
        source,
        ids: { doi: 'https://doi.org/10.1000/XYZ', arxiv: '1706.03762' },
        title: 'On <i>graphs</i> &amp; trees and more',
        abstract: 'First.',
        date: '2017-06-12',
        year: 2017,
        paperType: 'ARTICLE',
        venueName: 'Annals',
        url: 'https://arxiv.org/abs/1706.03762',
        authors: [
          { name: 'Ludwig van Beethoven' },
          { name: 'Martin King Jr.' },
          { name: 'The ATLAS Collaboration' },
        ],
        topics: [{ name: 'graphs' }, { name: 'trees' }, { name: 'woods' }],
      },
    ]);
  });

  it.each([
    ['CPAPER', 'CONFERENCE_PAPER'],
    ['CONF', 'CONFERENCE_PAPER'],
    ['CHAP', 'BOOK_CHAPTER'],
    ['THES', 'DISSERTATION'],
    ['UNPB', 'PREPRINT'],
    ['VIDEO', 'OTHER'],
    ['GEN', undefined],
  ])('has the type %s: %s', async (type, paperType) => {
    expect((await read(`TY  - ${type}`, 'TI  - A', 'ER  - ')).papers[0]?.paperType).toBe(paperType);
  });

  it('is read with one space before the hyphen, without ER, and in Windows-1252', async () => {
    const text = 'TY - JOUR\nTI - Caf\xe9\nAU - M\xfcller, J\xf6rg\nTY  - BOOK\nBT  - B\nA2  - Roe, Jane';
    const { papers, skipped } = await readText('ris', Buffer.from(text, 'latin1'));
    expect(skipped).toEqual([]);
    expect(papers).toEqual([
      { source, title: 'Café', paperType: 'ARTICLE', authors: [{ name: 'Jörg Müller' }] },
      { source, title: 'B', paperType: 'BOOK', authors: [{ name: 'Jane Roe' }] },
    ]);
  });

  it('is read without TY, and other lines between references are reported, except those of publishers', async () => {
    const { papers, skipped } = await read(
      'A comment',
      'TI  - Orphan',
      'AU  - Roe, Jane',
      'ER  - ',
      'ER  - ',
      'garbage between records',
      'Provider: Somebody',
      'content: text/plain; charset="UTF-8"',
      'AU  - Nobody',
      'ER  -',
      'TY  - JOUR',
      'TI  - B',
      'ER  - ',
    );
    expect(papers).toEqual([
      { source, title: 'Orphan', authors: [{ name: 'Jane Roe' }] },
      { source, title: 'B', paperType: 'ARTICLE' },
    ]);
    expect(skipped).toEqual([
      '6: expected a tag such as "TY  - JOUR", found "garbage between records"',
      '9: a paper needs ids or a title, but this record has neither',
    ]);
  });

  it('loses a wrong field and keeps the record', async () => {
    const { papers, dropped, skipped } = await read(
      'TY  - JOUR',
      'TI  - A',
      'PY  - in press',
      'UR  - nowhere',
      'AU  - , ',
      'AU  - Doe, J., PhD, MD',
      'ER  - ',
      'TI  - outside',
      'TY  - JOUR',
      'ER  - ',
      'TY  - JOUR',
      `TI  - ${'x'.repeat(5_000_000)}`,
      'ER  - ',
      'TY  - JOUR',
      'TI  - B',
      'PY  - 2017/00/00/',
      'DA  - 2017/02/30/',
    );
    expect(papers).toEqual([
      { source, title: 'A', paperType: 'ARTICLE', authors: [{ name: '' }, { name: 'Doe, J., PhD, MD' }] },
      { source, title: 'outside' },
      { source, title: 'B', year: 2017, paperType: 'ARTICLE' },
    ]);
    expect(dropped).toEqual([
      'year: expected a whole number, found "in press"',
      'date: expected a calendar day as YYYY-MM-DD, found "2017-02-30"',
    ]);
    expect(skipped).toEqual([
      '9: a paper needs ids or a title, but this record has neither',
      '11: the reference has 5000004 characters, the limit is 4000000',
    ]);
  });

  it.each([
    [
      'lines that end with a carriage return alone',
      'TY  - JOUR\rTI  - A\rER  - \r\rTY  - JOUR\rTI  - B\rER  - \r',
    ],
    ['different line ends', 'TY  - JOUR\rTI  - A\nER  - \r\nTY  - JOUR\nTI  - B\rER  - \n'],
    ['indented tags', ' TY  - JOUR\n TI  - A\n ER  -\n TY  - JOUR\n TI  - B\n ER  -\n'],
    ['tabs after the tags', 'TY\t- JOUR\nTI\t- A\nER\t-\nTY\t- jour\nTI\t-\tB\nER\t-\n'],
  ])('is read with %s', async (_, content) => {
    const { papers, skipped } = await readText('ris', content);
    expect(papers.map(({ title, paperType }) => [title, paperType])).toEqual([
      ['A', 'ARTICLE'],
      ['B', 'ARTICLE'],
    ]);
    expect(skipped).toEqual([]);
  });

  it('continues a value by an indented line that looks like a tag', async () => {
    const { papers } = await read('TY  - JOUR', 'TI  - A', '  US  - B', 'ER  - ');
    expect(papers).toMatchObject([{ title: 'A US - B' }]);
  });
});
