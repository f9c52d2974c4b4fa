import { normalizeRecord } from '../../src/import/resolution/normalizeRecord.ts';
import { isRetracted } from '../../src/import/resolution/retraction.ts';
import { readText } from './formats/readReferences.ts';

describe('a retracted paper', () => {
  it.each([
    'RETRACTED: a',
    '(Retracted) a',
    '<scp>RETRACTED</scp>: a',
    '<b>RETRACTED:</b> a',
    '&#91;RETRACTED&#93; a',
    'A paper (Retracted article. See vol. 2, pg. 3, 2010)',
  ])('is recognized by its title: %s', (title) => {
    expect(isRetracted({ title })).toBe(true);
  });

  it.each(['Retracted papers', 'Why papers (retracted or not) are cited', 'Retraction: a'])(
    'is not every paper about retractions: %s',
    (title) => {
      expect(isRetracted({ title })).toBeUndefined();
    },
  );

  it('is recognized by the notice that Crossref lists', async () => {
    const item = { title: 'A', 'updated-by': [{ type: 'retraction', DOI: '10.1000/r' }] };
    const { papers } = await readText('csl-json', JSON.stringify([item]));
    expect(papers).toMatchObject([{ isRetracted: true }]);
  });
});

describe('dates', () => {
  it.each<[string, string]>([
    ['bibtex', '@thesis{a, title={T}, date={2016-05/2016-06}}'],
    ['bibtex', '@book{a, title={T}, date={2016-12/2017-01}}'],
    ['ris', 'TY  - JOUR\nTI  - T\nDA  - 2016/06-07\nER  - \n'],
    ['csl-json', '[{"title":"T","issued":"2016-05/2016-06"}]'],
    ['csl-json', '[{"title":"T","issued":2016}]'],
  ])('without a day get none: %s %s', async (format, text) => {
    const [paper] = (await readText(format, text)).papers;
    expect(paper).toMatchObject({ year: 2016 });
    expect(paper).not.toHaveProperty('date');
  });

  it('of two digits are dropped and reported', () => {
    const messages: string[] = [];
    const origin = { file: 'f', line: 1 };
    const normalized = normalizeRecord({ title: 'T', year: 98 }, 's', origin, (_, each) =>
      messages.push(each),
    );
    expect(normalized).toMatchObject({ paper: { paper: { year: null } } });
    expect(messages).toContain('year: 98 is not a possible year of publication');
  });
});

describe('a record', () => {
  it('may have a number as its title', async () => {
    expect((await readText('csl-json', '[{"title":1984}]')).papers).toMatchObject([{ title: '1984' }]);
  });

  it('without a title and a valid id is none', () => {
    const origin = { file: 'f', line: 1 };
    expect(normalizeRecord({ ids: { doi: 'garbage' } }, 's', origin, () => undefined)).toHaveProperty(
      'problem',
    );
  });

  it('of Semantic Scholar needs no title', async () => {
    const text = '{"paperId":"4a1b2c3d4e5f60718293a4b5c6d7e8f901234567","externalIds":{"DOI":"10.5555/s"}}';
    expect((await readText('semantic-scholar', text)).papers).toHaveLength(1);
  });
});
