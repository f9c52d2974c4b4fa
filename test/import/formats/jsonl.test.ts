import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, gunzipSync, gzipSync } from 'node:zlib';
import { readChunks, type ExpansionBounds } from '../../../src/import/formats/reading/chunks.ts';
import { jsonl } from '../../../src/import/formats/jsonl.ts';
import { folderOf, papersIn, read, recordsIn, skippedIn } from './readFormat.ts';

const titles = async (...paths: string[]) =>
  papersIn(await read('jsonl', ...paths)).map(({ title }) => title);

describe('JSON lines', () => {
  it('are read with their line numbers; a line that is not a record is skipped with a reason', async () => {
    const folder = await folderOf({ 'a.jsonl': '{"title":"A"}\n\n{"title":\n{"year":1}\r\n{"title":"B"}' });
    const items = await read('jsonl', join(folder, 'a.jsonl'));
    expect(papersIn(items)).toEqual([{ title: 'A' }, { title: 'B' }]);
    expect(items.at(-1)!.origin).toEqual({ file: join(folder, 'a.jsonl'), line: 5 });
    expect(skippedIn(items)).toEqual([
      expect.stringMatching(/^3: not valid JSON: /),
      '4: a paper needs ids or a title, but this record has neither',
    ]);
  });

  it('are read from gzip whatever the file name, and with a byte-order mark', async () => {
    const folder = await folderOf({ 'a.jsonl': gzipSync('\ufeff{"title":"A"}\n{"title":"B"}\n') });
    expect(await titles(folder)).toEqual(['A', 'B']);
  });

  it('that are not UTF-8 are skipped, and the next line is read', async () => {
    const content = Buffer.concat([
      Buffer.from('{"title":"'),
      Buffer.from([0xe9]),
      Buffer.from('"}\n{"title":"é"}\n'),
    ]);
    const items = await read('jsonl', await folderOf({ 'a.jsonl': content }));
    expect(skippedIn(items)).toEqual(['1: the line is not UTF-8']);
    expect(papersIn(items)).toEqual([{ title: 'é' }]);
  });

  it('of more than 16 MiB are skipped, and the next line is read', async () => {
    const folder = await folderOf({ 'a.jsonl': `{"title":"${'x'.repeat(17 << 20)}"}\n{"title":"B"}\n` });
    const items = await read('jsonl', folder);
    expect(skippedIn(items)).toEqual([`1: the line has ${(17 << 20) + 12} bytes, the limit is ${16 << 20}`]);
    expect(papersIn(items)).toEqual([{ title: 'B' }]);
  });

  it('may have a character that is split between two reads', async () => {
    const lines = Array.from({ length: 40_000 }, (_, index) => `{"title":"é ${index} 漢字"}`);
    expect(await titles(await folderOf({ 'a.jsonl': lines.join('\n') }))).toHaveLength(40_000);
  });
});

describe('a damaged gzip', () => {
  it('is read up to the damage, which is reported, and the next file is read', async () => {
    const lines = Array.from({ length: 5_000 }, (_, index) => `{"title":"${index} ${Math.sin(index)}"}`);
    const whole = gzipSync(lines.join('\n'));
    const folder = await folderOf({
      'a.jsonl.gz': whole.subarray(0, whole.length >> 1),
      'b.jsonl': '{"title":"B"}',
    });
    const items = await read('jsonl', folder);
    expect(skippedIn(items)).toEqual([
      expect.stringMatching(/: the gzip is damaged here \(unexpected end of file\); the rest is not read$/),
    ]);
    expect(papersIn(items).at(-1)).toEqual({ title: 'B' });
  });

  describe('keeps all records before the damage', () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => `{"title":"${index} ${Math.sin(index)}"}\n`);
    const flipped = (whole: Buffer, place: number): Buffer =>
      Buffer.from(whole.map((byte, index) => (index === place ? byte ^ 0xff : byte)));

    it.each([
      [
        'bytes after its end',
        lines,
        (whole: Buffer) => Buffer.concat([whole, Buffer.from('trailing garbage\n')]),
      ],
      [
        'bytes after its end, and few lines',
        lines.slice(0, 3),
        (whole: Buffer) => Buffer.concat([whole, Buffer.from('xyz')]),
      ],
      [
        'bytes after its second part',
        lines,
        (whole: Buffer) => Buffer.concat([whole, gzipSync('{"title":"last"}\n'), Buffer.from('xyz')]),
      ],
      ['a wrong checksum', lines, (whole: Buffer) => flipped(whole, whole.length - 8)],
    ])('with %s', async (_, content, damage) => {
      const file = join(await folderOf({ 'a.jsonl.gz': damage(gzipSync(content.join(''))) }), 'a.jsonl.gz');
      const items = await read('jsonl', file);
      expect(papersIn(items).slice(0, content.length)).toEqual(
        content.map((line) => JSON.parse(line) as unknown),
      );
      expect(skippedIn(items)).toEqual([
        expect.stringMatching(
          /^\d+: the gzip is damaged here \(incorrect (?:header|data) check\); the rest is not read$/,
        ),
      ]);
    });

    it('with wrong bytes in the middle', async () => {
      const whole = gzipSync(lines.join(''));
      const damaged = Buffer.concat([
        whole.subarray(0, 100_000),
        Buffer.alloc(50, 0xff),
        whole.subarray(100_050),
      ]);
      const text = gunzipSync(whole.subarray(0, 99_900), { finishFlush: constants.Z_SYNC_FLUSH }).toString();
      const items = await read('jsonl', await folderOf({ 'a.jsonl.gz': damaged }));
      expect(papersIn(items).length).toBeGreaterThanOrEqual(text.split('\n').length - 1);
      expect(skippedIn(items).at(-1)).toMatch(/the gzip is damaged here/);
    });
  });

  it('that is a decompression bomb is not read to the end', async () => {
    const blanks = gzipSync(Buffer.alloc(150_000_000, ' '));
    const items = await read('jsonl', await folderOf({ 'a.jsonl.gz': blanks }));
    expect(skippedIn(items)).toEqual([expect.stringMatching(/^1: the gzip expands more than 100 times/)]);
  });
});

describe('a gzip', () => {
  it('is limited in total size, and beyond some bytes in its expansion ratio', async () => {
    const path = join(await folderOf({ 'a.gz': gzipSync(Buffer.alloc(3_000_000)) }), 'a.gz');
    const lengthWithin = async (bounds: ExpansionBounds): Promise<number> => {
      let length = 0;
      for await (const chunk of readChunks({ path, bytes: 3_000 }, { bytesRead: 0, bytesTotal: 0 }, bounds)) {
        length += chunk.length;
      }
      return length;
    };
    expect(await lengthWithin({ maxRatio: 2_000, uncheckedBytes: 0, maxBytes: 3_000_000 })).toBe(3_000_000);
    expect(await lengthWithin({ maxRatio: 1, uncheckedBytes: 3_000_000, maxBytes: 3_000_000 })).toBe(
      3_000_000,
    );
    await expect(lengthWithin({ maxRatio: 2_000, uncheckedBytes: 0, maxBytes: 2_999_999 })).rejects.toThrow(
      'the gzip expands to more than 2999999 bytes; the rest is not read',
    );
    await expect(
      lengthWithin({ maxRatio: 10, uncheckedBytes: 2_999_999, maxBytes: 3_000_000 }),
    ).rejects.toThrow(/expands more than 10 times/);
  });
});

describe('paths', () => {
  it('of folders yield files by name, then subfolders, without hidden and other files', async () => {
    const folder = await folderOf({
      'b.jsonl': '{"title":"2"}',
      'a.ndjson': '{"title":"1"}',
      'A/c.jsonl': '{"title":"3"}',
      '.hidden.jsonl': '{"title":"no"}',
      'README.txt': 'no',
    });
    expect(await titles(folder)).toEqual(['1', '2', '3']);
  });

  it('of files are read whatever the file name', async () => {
    const folder = await folderOf({ 'records.txt': '{"title":"A"}' });
    expect(await titles(join(folder, 'records.txt'))).toEqual(['A']);
  });

  it('that do not exist, or are folders without files to read, are an error', async () => {
    const folder = await folderOf({ 'README.txt': '' });
    await expect(read('jsonl', join(folder, 'none'))).rejects.toThrow(
      `${join(folder, 'none')} cannot be read: there is no such file or folder.`,
    );
    await expect(read('jsonl', folder)).rejects.toThrow(
      `${folder} contains no file with a name that ends in .jsonl, .ndjson.`,
    );
    await expect(read('jsonl')).rejects.toThrow('The path of a file or folder to import is missing.');
  });
});

describe('a path without a record of its format', () => {
  const contents = {
    'a.bib': '@misc{a, title={A}}',
    'b.ris': 'TY  - JOUR\nTI  - B\nER  - \n',
    'empty.bib': '',
  };
  const found = async (format: string, ...names: string[]) => {
    const folder = await folderOf(contents);
    const items = await read(format, ...names.map((name) => join(folder, name)));
    return { titles: papersIn(items).map(({ title }) => title), skipped: skippedIn(items) };
  };

  it('is reported, unless it is empty', async () => {
    const missing = (format: string) => [`1: no record of the format ${format} was found`];
    expect(await found('bibtex', 'b.ris')).toEqual({ titles: [], skipped: missing('bibtex') });
    expect(await found('ris', 'a.bib')).toEqual({ titles: [], skipped: missing('ris') });
    expect(await found('bibtex', 'a.bib', 'b.ris')).toEqual({ titles: ['A'], skipped: missing('bibtex') });
    expect(await found('acl-anthology', 'a.bib')).toMatchObject({ titles: [], skipped: [expect.anything()] });
    expect(await found('bibtex', 'empty.bib')).toEqual({ titles: [], skipped: [] });
    expect(await found('bibtex', '.', './/a.bib')).toEqual({ titles: ['A', 'A'], skipped: [] });
  });
});

describe('reading progress', () => {
  it('ends at the total size, also for gzip and damaged files', async () => {
    const folder = await folderOf({
      'a.jsonl': '{"title":"A"}\n',
      'b.jsonl.gz': gzipSync('{"title":"B"}\n'),
      'c.jsonl.gz': gzipSync('{"title":"C"}\n').subarray(0, 20),
      'd.jsonl': '',
    });
    const progress = { bytesRead: 0, bytesTotal: 0 };
    for await (const item of jsonl.read([folder], progress)) expect(item).toHaveProperty('origin');
    expect(progress.bytesTotal).toBeGreaterThan(50);
    expect(progress.bytesRead).toBe(progress.bytesTotal);
  });

  it('closes the file if reading stops early', async () => {
    const folder = await folderOf({ 'a.jsonl.gz': gzipSync('{"title":"A"}\n'.repeat(100_000)) });
    for await (const item of jsonl.read([folder], { bytesRead: 0, bytesTotal: 0 })) {
      expect(item).toHaveProperty('value');
      break;
    }
    appendFileSync(join(folder, 'a.jsonl.gz'), '');
  });
});

describe('the packaged seed', () => {
  it('has only valid records, topics before papers, and needs no path', async () => {
    const items = await read('seed');
    expect(items.filter((item) => !('record' in item))).toEqual([]);
    const kinds = recordsIn(items).map((record) => record.record ?? 'paper');
    expect(kinds.lastIndexOf('topic')).toBeLessThan(kinds.indexOf('paper'));
  });
});
