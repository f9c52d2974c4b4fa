import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createGzip } from 'node:zlib';
import { openEmbeddedStore } from '../../src/embedded/index.ts';
import { lists } from '../../src/graph/model/lists.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { importFormats } from '../../src/import/formats/importFormats.ts';
import type { ImportReport } from '../../src/import/importReport.ts';
import { runImport } from '../../src/import/runImport.ts';
import { anthology, collection, paper } from './formats/anthologyFiles.ts';
import { folderOf } from './formats/readFormat.ts';

/* Files that try to break an import or a reader of the imported data. */

const directory = mkdtempSync(join(tmpdir(), 'coauthor-graph-attacks-'));
afterAll(() => {
  rmSync(directory, { recursive: true });
});

/** Imports into an empty store; returns the report and the stored titles. */
const imported = async (format: string, ...paths: string[]) => {
  const store = await openEmbeddedStore({ directory: mkdtempSync(join(directory, 'store-')) });
  try {
    const report = await runImport({ store, format: importFormats.get(format)!, paths });
    return { report, titles: await titlesIn(store) };
  } finally {
    await store.close();
  }
};

const titlesIn = async (store: GraphStore): Promise<(string | null)[]> => {
  const page = { first: 100, order: lists.papers.orders.OLDEST, count: false };
  const { entries } = await store.list('PAPER', page);
  return entries.map(({ node }) => (node.kind === 'PAPER' ? node.title : null));
};

const placesIn = ({ skipped }: ImportReport): string[] =>
  skipped.first.map(({ file, line, reason }) => `${file.split('/').at(-1)}:${line}: ${reason}`);

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

describe('hostile lines', () => {
  it('are skipped and reported, or imported without the dangerous parts', async () => {
    const folder = await folderOf({
      'a.jsonl': Buffer.concat([
        Buffer.from(`{"title":"${'x'.repeat(17 << 20)}"}\n`),
        Buffer.from(`{"title":"not closed","x":${'['.repeat(3_000_000)}\n`),
        Buffer.from(`{"title":${nested(3_000_000)}}\n`),
        Buffer.from(`{"title":"a deep extra","year":2001,"x":${nested(100_000)}}\n`),
        Buffer.from([...Buffer.from('{"title":"'), 0xc3, 0x28, ...Buffer.from('"}\n')]),
        Buffer.from('{"title":"a\\u0000b \\ud800 c","year":2002}\n'),
        Buffer.from('{"title":"__proto__","__proto__":{"year":1},"year":2003,"constructor":{"x":1}}\n'),
        Buffer.from('{"record":"citation","from":"doi:10.1000/a"}\n'),
        Buffer.from('{"title":"null among references","references":[null]}\n'),
      ]),
      'b.jsonl': '{"title":"The rest","year":2004}\n',
    });
    const { report, titles } = await imported('jsonl', folder);
    expect(placesIn(report)).toEqual([
      expect.stringMatching(/^a\.jsonl:1: the line has \d+ bytes, the limit is \d+$/),
      'a.jsonl:5: the line is not UTF-8',
      expect.stringMatching(/^a\.jsonl:2: the JSON nests deeper than \d+ levels$/),
      expect.stringMatching(/^a\.jsonl:3: the JSON nests deeper than \d+ levels$/),
      expect.stringMatching(/^a\.jsonl:8: .*"to" is missing/),
    ]);
    expect(report.dropped.first.map(({ reason }) => reason)).toEqual([
      'references[0]: expected a text, found null',
    ]);
    expect(titles).toEqual(['a deep extra', 'ab \ufffd c', '__proto__', 'The rest', 'null among references']);
  });

  it('with a deeply nested extra field are unchanged in a second import', async () => {
    const folder = await folderOf({ 'a.jsonl': `{"title":"A","x":${nested(5_000)}}` });
    const again = await folderOf({ 'a.jsonl': `{"title":"A","x":${nested(5_000)}}` });
    const { report } = await imported('jsonl', folder, again);
    expect(report).toMatchObject({ read: 2, new: 1, unchanged: 1 });
  });

  it('do not send control characters to the terminal', async () => {
    const folder = await folderOf({ 'a.jsonl': '\u009b31m\u202eevil\n' });
    const { code, err } = await command('import', 'jsonl', '--strict', folder);
    expect(code).toBe(1);
    expect(err).toMatch(/a\.jsonl:1: .*not valid JSON/);
    expect(err).not.toMatch(/[\u0080-\u009f\u202e]/);
  });
});

describe('XML and YAML that expand', () => {
  it('a paper without an end is not read, and the next file is read', async () => {
    const endless = `<author>${'<affiliation>Somewhere over the rainbow</affiliation>'.repeat(500_000)}</author>`;
    const folder = await anthology({
      'P18.xml': collection('P18', '1', paper('1', `<title>One</title>`) + paper('2', endless)),
      'P19.xml': collection('P19', '1', paper('1', `<title>Other</title>`)),
    });
    const { report, titles } = await imported('acl-anthology', folder);
    expect(placesIn(report)).toEqual([
      expect.stringMatching(
        /^P18\.xml:\d+: a paper has more than \d+ characters; the rest of the file is not read$/,
      ),
    ]);
    expect(titles).toEqual(['One', 'Other']);
  });

  it('exponential aliases are rejected', async () => {
    const rows = Array.from(
      { length: 12 },
      (_, at) => `a${at + 1}: &a${at + 1} [${`*a${at}, `.repeat(9)}*a${at}]`,
    );
    const folder = await folderOf({
      'xml/P18.xml': collection('P18', '1', paper('1')),
      'yaml/name_variants.yaml': `a0: &a0 [x, x]\n${rows.join('\n')}\n`,
    });
    await expect(imported('acl-anthology', folder)).rejects.toThrow(
      /name_variants\.yaml is not valid YAML: .*alias/,
    );
  });
});

/** Runs the built program and measures its peak memory in megabytes. */
const command = async (...args: string[]) => {
  const program = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
  const measure = 'process.on("exit",()=>console.error("peak",process.resourceUsage().maxRSS))';
  const child = spawn(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(measure)}`, program, ...args],
    { env: { PATH: process.env['PATH'] ?? '', DATA_DIR: mkdtempSync(join(directory, 'store-')) } },
  );
  const output = { out: '', err: '' };
  child.stdout.on('data', (text: Buffer) => (output.out += text.toString()));
  child.stderr.on('data', (text: Buffer) => (output.err += text.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...output, peak: Number(/peak (\d+)/.exec(output.err)?.[1]) / 1024 };
};

/** A gzip file of many parts. */
const gzipOf = async (name: string, piece: (index: number) => string, count: number): Promise<string> => {
  const path = join(directory, name);
  const pieces = function* () {
    for (let index = 0; index < count; index += 1) yield piece(index);
  };
  await pipeline(Readable.from(pieces()), createGzip({ level: 1 }), createWriteStream(path));
  return path;
};

/** Far above the memory of an import, far below the expanded size of these files. */
const MAX_MEGABYTES = 450;

describe('the memory of an import stays small', () => {
  it('with a decompression bomb', async () => {
    const bomb = await gzipOf('bomb.jsonl.gz', () => ' '.repeat(1 << 20), 700);
    const { code, out, peak } = await command('import', 'jsonl', bomb);
    expect(out).toContain('bomb.jsonl.gz:1: the gzip expands more than');
    expect(code).toBe(1);
    expect(peak).toBeLessThan(MAX_MEGABYTES);
  });

  it('with large lines', async () => {
    // random text in each part keeps the expansion ratio below the limit
    const piece = (): string => Math.random().toString(36).slice(2).padEnd(1_000, 'x');
    const extra = Array.from({ length: 12_000 }, piece).join('');
    const large = await gzipOf('large.jsonl.gz', (index) => `{"title":"${index}","extra":"${extra}"}\n`, 50);
    const { out, peak } = await command('import', 'jsonl', large);
    expect(out).toMatch(/^50 records read/);
    expect(peak).toBeLessThan(MAX_MEGABYTES);
  });

  it('with a document of very many lines', async () => {
    const lines = await gzipOf('lines.json.gz', () => '[\n'.repeat(100_000), 19);
    const { out, peak } = await command('import', 'openalex', lines);
    expect(out).toContain('lines.json.gz:1: the file is neither JSON lines nor one JSON document');
    expect(peak).toBeLessThan(MAX_MEGABYTES);
  });
});
