import { validateRecord } from '../../src/import/validateRecord.ts';
import { readText } from './formats/readReferences.ts';

const repaired = (fields: object) => {
  const result = validateRecord({ title: 'T', ...fields });
  if ('reason' in result) throw new Error(result.reason);
  const { title: _, ...record } = result.record as { title?: string };
  return { ...record, problems: result.problems.map(({ kind }) => kind) };
};

describe('values that are written as texts', () => {
  it.each<[object, object]>([
    [{ year: '2019' }, { year: 2019 }],
    [{ year: ' 2019 ' }, { year: 2019 }],
    [{ citationCount: '12' }, { citationCount: 12 }],
    [{ citationCount: '12.0' }, { citationCount: 12 }],
    [{ isRetracted: 'false' }, { isRetracted: false }],
    [{ isRetracted: 'True' }, { isRetracted: true }],
    [{ isRetracted: 0 }, { isRetracted: false }],
    [{ topics: [{ name: 'A', score: '0.5' }] }, { topics: [{ name: 'A', score: 0.5 }] }],
    [{ authors: [{ name: 'A', corresponding: 'true' }] }, { authors: [{ name: 'A', corresponding: true }] }],
  ])('are read: %j', (fields, expected) => {
    expect(repaired(fields)).toEqual({ ...expected, problems: [] });
  });

  it.each([
    { year: '2020a' },
    { year: '' },
    { citationCount: '1.5' },
    { citationCount: '0x10' },
    { isRetracted: 'maybe' },
    { isRetracted: 2 },
    { year: true },
  ])('are dropped if they are not readable: %j', (fields) => {
    expect(repaired(fields)).toEqual({ problems: ['invalidField'] });
  });

  it.each<[string, object]>([
    ['2019-05', { year: 2019, problems: [] }],
    ['2019', { year: 2019, problems: [] }],
    ['2019-05-00', { year: 2019, problems: [] }],
    ['2019-05-17T00:00:00Z', { date: '2019-05-17', problems: [] }],
    ['2019-02-30', { year: 2019, problems: ['impossibleDate'] }],
    ['2019-05-17 or so', { date: '2019-05-17', problems: [] }],
    ['May 2019', { problems: ['impossibleDate'] }],
    ['20190517', { problems: ['impossibleDate'] }],
  ])('give the day or the year of the date %s', (date, expected) => {
    expect(repaired({ date })).toEqual(expected);
  });

  it('do not replace a year that is stated', () => {
    expect(repaired({ date: '2019-05', year: '2018' })).toEqual({ year: 2018, problems: [] });
  });

  it.each<[string, object]>([
    [
      'openalex',
      {
        id: 'https://openalex.org/W1',
        publication_year: '2019',
        cited_by_count: '12',
        is_retracted: 'false',
      },
    ],
    [
      'openalex',
      { id: 'https://openalex.org/W1', publication_date: '2019-05', cited_by_count: 12, is_retracted: false },
    ],
    ['semantic-scholar', { corpusid: 1, year: '2019', citationcount: '12' }],
    ['jsonl', { year: '2019', citationCount: '12', isRetracted: 'False' }],
  ])('are read in every format: %s %j', async (format, fields) => {
    const { papers, dropped } = await readText(format, JSON.stringify({ title: 'T', ...fields }));
    expect(dropped).toEqual([]);
    expect(papers).toMatchObject([{ year: 2019, citationCount: 12 }]);
    expect(papers[0]?.isRetracted ?? false).toBe(false);
  });
});
