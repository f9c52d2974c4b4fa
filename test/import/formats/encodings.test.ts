import { gunzipSync, gzipSync } from 'node:zlib';
import { rm } from 'node:fs/promises';
import { sampleFormats } from '../../support/sampleFiles.ts';
import { folderOf, papersIn, read, recordsIn, skippedIn } from './readFormat.ts';

/* Files as other programs save them: with other encodings, line ends and names, and cut off. */

const papers = Array.from({ length: 40 }, (_, index) => ({
  number: index + 1,
  title: `Zürich paper ${index + 1}`,
  doi: `https://doi.org/10.5555/${index + 1}`,
  year: '2020',
  authors: [`Bo Noether${index + 1}`],
}));

const utf16 = (text: string, isBigEndian: boolean): Buffer => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return isBigEndian ? bytes.swap16() : bytes;
};

const forms: Record<string, (text: string) => string | Buffer> = {
  'a byte-order mark': (text) => `\ufeff${text}`,
  CRLF: (text) => text.replace(/\r?\n/g, '\r\n'),
  'UTF-16, little-endian': (text) => utf16(text, false),
  'UTF-16, big-endian': (text) => utf16(text, true),
  'gzip without a name that says so': (text) => gzipSync(text),
  'UTF-16 in gzip': (text) => gzipSync(utf16(text, false)),
};

/** The files of a format, with the one that holds the papers in another form. */
const filesIn = (files: Record<string, string | Uint8Array>, form: (text: string) => string | Uint8Array) =>
  Object.fromEntries(
    Object.entries(files).map(([path, content]) => {
      if (path.startsWith('json/')) return [path, content];
      const text = typeof content === 'string' ? content : gunzipSync(content).toString();
      return [path.replace('part_000.gz', 'works.jsonl'), form(text)];
    }),
  );

const readFiles = async (format: string, files: Record<string, string | Uint8Array>) => {
  const folder = await folderOf(files);
  const items = await read(format, folder);
  await rm(folder, { recursive: true });
  return items;
};

describe.each(sampleFormats.map(({ name, files }) => ({ name, files })))(
  'files in $name',
  ({ name, files }) => {
    it.each(Object.keys(forms))('are read with %s', async (form) => {
      const expected = recordsIn(await readFiles(name, files(papers)));
      const items = await readFiles(name, filesIn(files(papers), forms[form]!));
      expect(skippedIn(items)).toEqual([]);
      expect(recordsIn(items)).toEqual(expected);
    });

    it('are read up to where their gzip is cut off, with a report', async () => {
      const cut = (text: string): Buffer => {
        const whole = gzipSync(text, { level: 0 });
        return whole.subarray(0, Math.floor(whole.length * 0.7));
      };
      const items = await readFiles(name, filesIn(files(papers), cut));
      const count = papersIn(items).length;
      expect(count).toBeGreaterThan(15);
      expect(count).toBeLessThan(papers.length);
      expect(skippedIn(items).join('\n')).toMatch(/^\d+: the gzip is damaged here/m);
    });
  },
);

describe('a page of an API', () => {
  const works = [1, 2, 3].map((number) => ({
    id: `https://openalex.org/W${number}`,
    title: `Work ${number}`,
  }));
  const page = JSON.stringify({ results: works, meta: { page: { count: 3 } } });

  it.each([
    ['with a comma too many', page.replace(']', ',]'), 3],
    [
      'over many lines with a comma too many',
      JSON.stringify({ results: works }, null, 1).replace(/\}\s*\]/, '},]'),
      3,
    ],
    ['that is cut off', page.slice(0, page.indexOf('Work 3')), 2],
    ['after something else', `<html>\n${page}`, 3],
  ])('%s keeps its complete objects and is reported', async (_, text, count) => {
    const items = await readFiles('openalex', { 'page.json': text });
    expect(papersIn(items)).toHaveLength(count);
    expect(skippedIn(items)[0]).toMatch(/^1: .*JSON/);
  });
});
