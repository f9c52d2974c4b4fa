import fc from 'fast-check';
import { citation, type CitedPaper } from '../../../src/export/papers/citation.ts';
import { paperFormats } from '../../../src/export/papers/paperFormats.ts';
import { personName } from '../../../src/export/papers/personName.ts';
import type { Paper, PaperType } from '../../../src/graph/model/entities.ts';
import { identifierKeys } from '../../../src/graph/model/identifiers.ts';
import { plainText } from '../../../src/graph/text/plainText.ts';
import type { PaperRecord } from '../../../src/import/importRecord.ts';
import { hostileName } from '../../export/hostileText.ts';
import { paper } from '../../export/smallGraph.ts';
import { readText } from './readReferences.ts';

/* What we export as BibTeX, RIS and CSL JSON is imported again with the same titles, names, years and identifiers. */

const formats = ['bibtex', 'ris', 'csl-json'] as const;

const exported = (format: string, papers: readonly CitedPaper[]): string => {
  const { begin, entry, separator, end } = paperFormats.get(format)!;
  return begin('The list has the first 3 of 4 papers.').concat(
    papers.map((each) => entry(citation(each))).join(separator),
    end,
  );
};

const cited = (authorNames: string[], more: Partial<Paper>, abstract?: string): CitedPaper => ({
  paper: paper('one', 'On Graphs', more),
  authorNames,
  hasMoreAuthors: false,
  abstract,
});

const keysOf = ({ ids }: PaperRecord): string[] => identifierKeys('PAPER', ids, () => undefined).sort();

const papers = [
  cited(
    [
      'Ashish Vaswani',
      'Ludwig van Beethoven',
      'Łukasz Kaiser',
      'Martin King Jr.',
      'OpenAI',
      '张伟明',
      'De Souza',
    ],
    {
      title: 'BERT & {friends}: O(n²) in CO₂ -- 100% “sure” if p<0.05, a_b ~ #1',
      date: '2017-06-12',
      year: 2017,
      paperType: 'CONFERENCE_PAPER',
      venueName: 'R&D #1',
      url: 'https://example.org/a_b%20c?x=1&y=2#z',
    },
    'First.\n\nSecond {x} 5% and $5 or <i>.',
  ),
  cited(['Ada Lovelace'], {
    id: 'paper:acl:P18-1001',
    keys: ['paper:acl:P18-1001', 'paper:doi:10.1000/x_(y)<z>;1-2', 'paper:arxiv:1706.03762'],
    year: 1998,
    isRetracted: true,
    authorListIsComplete: false,
    authorCount: 700,
  }),
  cited(['K. Lund'], {
    id: 'paper:dblp:conf/acl/X17',
    keys: ['paper:dblp:conf/acl/X17'],
    title: 'Only a catalogue',
    year: null,
    paperType: null,
    venueName: null,
  }),
];

describe.each(formats)('an export as %s', (format) => {
  it('is imported again with the same titles, names, dates and identifiers', async () => {
    const { papers: records, dropped, skipped } = await readText(format, exported(format, papers));
    expect([dropped, skipped]).toEqual([[], []]);
    const [first, second, third] = records;
    expect(first).toMatchObject({
      date: '2017-06-12',
      year: 2017,
      paperType: 'CONFERENCE_PAPER',
      venueName: 'R&D #1',
      url: papers[0]!.paper.url,
      authors: papers[0]!.authorNames.map((name) => ({ name })),
    });
    expect(plainText(first?.title ?? '')).toBe(papers[0]!.paper.title);
    expect(plainText(first?.abstract ?? '')).toBe('First. Second {x} 5% and $5 or .');
    expect(keysOf(first!)).toEqual(['paper:doi:10.1000/one']);
    expect(second).toMatchObject({
      title: 'On Graphs',
      year: 1998,
      isRetracted: true,
      authorListIsComplete: false,
      authorCount: 700,
    });
    const arxiv = format === 'ris' ? [] : ['paper:arxiv:1706.03762'];
    expect(keysOf(second!)).toEqual(
      ['paper:acl:P18-1001', ...arxiv, 'paper:doi:10.1000/x_(y)<z>;1-2'].sort(),
    );
    expect(third).toMatchObject({ title: 'Only a catalogue', authors: [{ name: 'K. Lund' }] });
    expect(keysOf(third!)).toEqual(['paper:dblp:conf/acl/X17']);
  });

  it.each(['ARTICLE', 'BOOK', 'BOOK_CHAPTER', 'CONFERENCE_PAPER', 'DISSERTATION', 'REPORT'] as PaperType[])(
    'keeps the type %s',
    async (paperType) => {
      const { papers: records } = await readText(format, exported(format, [cited([], { paperType })]));
      expect(records[0]).toMatchObject({ paperType, venueName: 'Annals' });
    },
  );

  it('keeps every record, with the title and the number of authors, whatever titles and names hold', async () => {
    const drawn = fc
      .sample(fc.record({ title: hostileName, name: hostileName }), 150)
      .map(({ title, name }, index) => ({
        title: plainText(title),
        name: plainText(name),
        id: `paper:s2:${index}`,
      }));
    const list = drawn.map(({ title, name, id }) =>
      cited([name, 'Bo Erdős'], { title: title === '' ? 'T' : title, id, venueName: name }),
    );
    const { papers: records, skipped } = await readText(format, exported(format, list));
    expect(skipped).toEqual([]);
    expect(records).toHaveLength(drawn.length);
    for (const [index, record] of records.entries()) {
      const { title, name } = drawn[index]!;
      expect(plainText(record.title ?? '')).toBe(plainText(citation(list[index]!).item.title ?? ''));
      expect(record.ids).toMatchObject({ s2: String(index), doi: '10.1000/one' });
      expect(record.authors?.at(-1)).toEqual({ name: 'Bo Erdős' });
      expect(record.authors).toHaveLength(name === '' ? 1 : 2);
      expect(title).toBeDefined();
    }
  });

  it('keeps plain names', async () => {
    const names = ['Jane Q. Public', "Kim O'Neil", 'J.-P. Martin', 'Anna de la Cruz', 'Carl Silva IV'];
    const { papers: records } = await readText(format, exported(format, [cited(names, {})]));
    const read = records[0]?.authors?.map(({ name }) => name) ?? [];
    expect(read.map(personName)).toEqual(names.map(personName));
  });
});
