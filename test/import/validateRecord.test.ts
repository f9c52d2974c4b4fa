import { readFileSync } from 'node:fs';
import { institutionTypes, paperTypes, topicLevels } from '../../src/graph/model/entities.ts';
import { validateRecord } from '../../src/import/validateRecord.ts';

const reasonFor = (value: unknown): string => {
  const result = validateRecord(value);
  return 'reason' in result ? result.reason : 'valid';
};

const repaired = (value: unknown) => {
  const result = validateRecord(value);
  if ('reason' in result) throw new Error(result.reason);
  return { record: result.record, problems: result.problems.map(({ message }) => message) };
};

describe('an import record', () => {
  it('may have null for any optional property', () => {
    const paper = {
      record: null,
      title: 'T',
      ids: { doi: null },
      authors: [{ name: 'A', ids: null }],
      year: null,
    };
    expect(repaired(paper)).toEqual({
      record: { title: 'T', ids: {}, authors: [{ name: 'A' }] },
      problems: [],
    });
  });

  it('may have unknown properties', () => {
    expect(reasonFor({ title: 'T', mood: 'sunny' })).toBe('valid');
  });

  it('is a paper if it has an identifier or a title', () => {
    expect(reasonFor({ ids: { doi: '10.1000/1' } })).toBe('valid');
    expect(reasonFor({ title: 'T' })).toBe('valid');
    expect(reasonFor({ year: 2020 })).toBe('a paper needs ids or a title, but this record has neither');
    expect(reasonFor({ title: ' ', ids: { doi: null } })).toMatch('has neither');
  });

  it('is a topic or a citation if `record` says so', () => {
    expect(reasonFor({ record: 'topic', name: 'X', level: 'FIELD', broader: [{ level: null }] })).toBe(
      'valid',
    );
    expect(reasonFor({ record: 'topic' })).toBe('"name" is missing');
    expect(reasonFor({ record: 'citation', from: 'doi:10.1000/1', to: 's2:1' })).toBe('valid');
    expect(reasonFor({ record: 'citation', from: 'doi:10.1000/1', to: null })).toBe('"to" is missing');
    expect(reasonFor({ record: 'author', name: 'X' })).toBe(
      'record: expected one of paper, topic, citation, redirect, abstract, found "author"',
    );
  });

  it.each([
    [{ year: 2020 }, 'a paper needs ids or a title, but this record has neither'],
    [{ title: 7 }, 'a paper needs ids or a title, but this record has neither'],
    [{ title: 7, ids: { doi: 5 } }, 'a paper needs ids or a title, but this record has neither'],
    [{ record: 'topic', name: 5 }, 'name: expected a text, found 5'],
    [
      { record: 'citation', from: 'doi:10.1000/1', to: 'x' },
      expect.stringMatching(/^to: expected a scheme and a value/),
    ],
    [[1, 2], 'the line: expected an object, found a list of 2 items'],
    ['text', 'the line: expected an object, found "text"'],
    [null, 'the line: expected an object, found null'],
  ])('is rejected without what identifies it: %j', (value, reason) => {
    expect(reasonFor(value)).toEqual(reason);
  });

  it.each([
    [{ year: '2020a' }, {}, 'year: expected a whole number, found "2020a"'],
    [{ year: 3001 }, {}, 'year: expected at most 3000, found 3001'],
    [
      { date: '2023-02-29' },
      { year: 2023 },
      'date: expected a calendar day as YYYY-MM-DD, found "2023-02-29"',
    ],
    [{ citationCount: 3_000_000_000 }, {}, 'citationCount: expected at most 2147483647, found 3000000000'],
    [
      { paperType: 'POEM' },
      {},
      expect.stringMatching(/^paperType: expected one of ARTICLE, .*, found "POEM"$/),
    ],
    [
      { url: 'javascript:alert(1)' },
      {},
      'url: expected a web address that begins with http:// or https://, found "javascript:alert(1)"',
    ],
    [{ url: `http://x/${'y'.repeat(2000)}` }, {}, expect.stringMatching(/^url: expected at most 2000/)],
    [{ topics: { name: 'X' } }, {}, 'topics: expected a list, found an object'],
    [{ topics: [{ name: 'X' }, { name: '' }, { score: 1 }] }, { topics: [{ name: 'X' }] }, expect.anything()],
    [
      { references: [7, 'doi:10.1000/1'] },
      { references: ['doi:10.1000/1'] },
      'references[0]: expected a text, found 7',
    ],
    [
      { authors: [{ name: 'A' }, {}, 5, { name: 7 }, { name: 'B' }] },
      { authors: [{ name: 'A' }, { name: '' }, { name: '' }, { name: '' }, { name: 'B' }] },
      'authors[1]: "name" is missing',
    ],
    [
      { authors: [{ name: 'A', affiliations: [{ countryCode: 'xx', name: 'U' }, 7] }] },
      { authors: [{ name: 'A', affiliations: [{ name: 'U' }] }] },
      expect.stringMatching(/^authors\[0\]\.affiliations\[0\]\.countryCode: expected/),
    ],
    [
      { venueName: 'v'.repeat(1200) },
      { venueName: 'v'.repeat(1000) },
      expect.stringMatching(/^venueName: expected at most 1000/),
    ],
    [
      { authors: [{ name: 'A', affiliations: [{ printed: 'p'.repeat(6000) }] }] },
      { authors: [{ name: 'A', affiliations: [{ printed: 'p'.repeat(5000) }] }] },
      expect.stringMatching(/printed: expected at most 5000 characters, found a text of 6000 characters$/),
    ],
  ])('loses an invalid field and keeps the rest: %#', (fields, kept, message) => {
    const { record, problems } = repaired({ title: 'T', ...fields });
    expect(record).toEqual({ title: 'T', ...kept });
    expect(problems[0]).toEqual(message);
  });

  it('is cut where a text or a list is too long', () => {
    const authors = Array.from({ length: 20_001 }, () => ({ name: 'A' }));
    const { record, problems } = repaired({ title: `${'x'.repeat(4999)}\u{1f600}\u{1f600}`, authors });
    expect(record).toMatchObject({ title: 'x'.repeat(4999) });
    expect(record).toHaveProperty('authors.length', 20_000);
    expect(problems).toHaveLength(2);
  });

  it('loses NULs and lone surrogates, which no store accepts', () => {
    expect(repaired({ title: 'a\u0000b \ud800 \u{1f600}' }).record).toEqual({ title: 'ab \ufffd \u{1f600}' });
  });

  it('may nest unknown properties to any depth', () => {
    expect(reasonFor(JSON.parse(`{"title":"T","x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`))).toBe(
      'valid',
    );
  });

  it('may have keys like __proto__ and constructor', () => {
    const result = validateRecord(JSON.parse('{"title":"T","__proto__":{"year":"x"},"constructor":null}'));
    expect(result).toHaveProperty('record');
    expect(({} as { year?: unknown }).year).toBeUndefined();
  });
});

interface Described {
  description?: string;
  $ref?: string;
  enum?: unknown[];
}
type Schema = { definitions: Record<string, Described & { properties?: Record<string, Described> }> };

describe('the schema of import records', () => {
  const schema = JSON.parse(readFileSync('schema/import-record.schema.json', 'utf8')) as Schema;

  it('has the same types of papers, topics and institutions as the graph', () => {
    const { paper, affiliation, topicLevel } = schema.definitions;
    expect(paper?.properties?.['paperType']?.enum).toEqual([...paperTypes, null]);
    expect(affiliation?.properties?.['institutionType']?.enum).toEqual([...institutionTypes, null]);
    expect(topicLevel?.enum).toEqual([...topicLevels, null]);
  });

  it('describes every property', () => {
    const undescribed: string[] = [];
    const visit = (at: string, node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      for (const [key, child] of Object.entries(node)) visit(`${at}/${key}`, child);
      if (!/\/properties\/[^/]+$/.test(at) || /\/(if|anyOf\/\d)\/properties\//.test(at)) return;
      const { description, $ref } = node as Described;
      const referred = schema.definitions[$ref?.replace('#/definitions/', '') ?? ''];
      if (description === undefined && referred?.description === undefined) undescribed.push(at);
    };
    visit('', schema);
    expect(undescribed).toEqual([]);
  });

  it('has problems whose messages have no patterns', () => {
    const invalid = {
      title: 'T',
      source: '?',
      url: 'x',
      references: ['x'],
      authors: [{ name: 'A', affiliations: [{ name: 'U', countryCode: 'x' }] }],
      topics: [{ name: ' ' }],
    };
    const { problems } = repaired(invalid);
    expect(problems).toHaveLength(5);
    expect(problems.join()).not.toMatch(/[\\^$]|another form/);
  });
});
