import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { normalizeRecord } from '../../src/import/resolution/normalizeRecord.ts';
import { translated } from '../../src/import/translated.ts';
import { askedPaper, completionRecords } from '../../src/sources/semanticScholar/completionRecords.ts';
import type { Paper } from '../../src/graph/model/entities.ts';
import { changeAt, hostileValues, placesIn } from '../support/hostileFields.ts';
import { jsonFormats } from '../support/richFormats/jsonFormats.ts';
import type { Json } from '../support/richFormats/richFormat.ts';
import { folderOf, papersIn, read } from './formats/readFormat.ts';

/** The record once for each odd value at the place. */
const variants = (record: Json, path: readonly (string | number)[]): Json[] =>
  hostileValues.map((value) => {
    const changed = structuredClone(record);
    changeAt(changed, path, { value });
    return changed;
  });

/** Fields without which an identifier in another field is read. */
const missing: Record<string, readonly string[]> = { openalex: ['locations', 'primary_location'] };

describe.each(jsonFormats)('a value of any type in any field of $name', ({ name, record, files }) => {
  const whole = record(1) as Record<string, Json>;
  const { [missing[name]?.[0] ?? '']: _, [missing[name]?.[1] ?? '']: __, ...partial } = whole;
  const changed = [whole, partial].flatMap((base) => placesIn(base).flatMap((path) => variants(base, path)));

  it('costs the field or the record, and no other record', async () => {
    const [[file, content]] = Object.entries(files(changed)) as [[string, string]];
    const folder = await folderOf({ [file]: content });
    const items = await read(name, join(folder, file));
    await rm(folder, { recursive: true });
    const failed = items.filter((item) => 'problem' in item && item.problem.kind === 'failedRecord');
    expect(failed).toEqual([]);
    const records = papersIn(items);
    expect(records.length).toBeGreaterThan(changed.length * 0.95);
    for (const each of records) {
      const normalized = normalizeRecord(each, 'x', { file, line: 1 }, () => undefined);
      if ('kind' in normalized && normalized.kind === 'paper') expect(normalized.paper.paper).toBeDefined();
    }
  });
});

it('an answer of Semantic Scholar with a value of any type in any field completes a paper', () => {
  const paper = jsonFormats.find(({ name }) => name === 'semantic-scholar')!.record(1) as Record<
    string,
    Json
  >;
  const base = { ...paper, citations: [{ corpusId: 7, externalIds: { DOI: '10.1000/y' } }] };
  const asked = askedPaper({ keys: ['paper:doi:10.1000/x'] } as unknown as Paper)!;
  for (const path of placesIn(base)) {
    for (const answer of variants(base, path)) {
      const complete = () => completionRecords(asked, answer as Record<string, Json>, () => true);
      expect(complete).not.toThrow();
    }
  }
});

it('an unexpected error in the translation of a record is reported as the loss of the record', () => {
  const result = translated(() => {
    throw new TypeError('x is not a function');
  });
  expect(result).toMatchObject({
    problem: { kind: 'failedRecord', message: expect.stringContaining('x is not a function') },
  });
});
