import { readFileSync } from 'node:fs';
import { institutionTypes, paperTypes, topicLevels } from '../../src/graph/model/entities.ts';
import { validateRecord } from '../../src/import/validateRecord.ts';

const reasonFor = (value: unknown): string => {
  const result = validateRecord(value);
  return 'reason' in result ? result.reason : 'valid';
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
    expect(validateRecord(paper)).toEqual({ record: { title: 'T', ids: {}, authors: [{ name: 'A' }] } });
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
      'record: expected one of paper, topic, citation, found "author"',
    );
  });

  it.each([
    [{ title: 'T', authors: [{ name: 'A' }, {}] }, 'authors[1]: "name" is missing'],
    [{ title: 'T', authors: [{ name: 7 }] }, 'authors[0].name: expected a text, found 7'],
    [{ title: 'T', year: '2020' }, 'year: expected a whole number, found "2020"'],
    [{ title: 'T', year: 3001 }, 'year: expected at most 3000, found 3001'],
    [{ title: 'T', date: '2023-02-29' }, 'date: expected a calendar day as YYYY-MM-DD, found "2023-02-29"'],
    [{ title: 'x'.repeat(5001) }, 'title: expected at most 5000 characters, found a text of 5001 characters'],
    [
      { title: 'T', source: 'My Source' },
      'source: expected a text that matches ^[a-z0-9][a-z0-9-]{0,30}$, found "My Source"',
    ],
    [{ title: 'T', url: 'javascript:alert(1)' }, expect.stringMatching(/^url: expected a text that matches/)],
    [{ title: 'T', topics: { name: 'X' } }, 'topics: expected a list, found an object'],
    [[1, 2], 'the line: expected an object, found a list of 2 items'],
    ['text', 'the line: expected an object, found "text"'],
    [null, 'the line: expected an object, found null'],
  ])('is rejected with a helpful reason: %j', (value, reason) => {
    expect(reasonFor(value)).toEqual(reason);
  });

  it('loses NULs and lone surrogates, which no store accepts', () => {
    expect(validateRecord({ title: 'a\u0000b \ud800 \u{1f600}' })).toEqual({
      record: { title: 'ab \ufffd \u{1f600}' },
    });
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
});
