import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { importFormats } from '../../../src/import/formats/importFormats.ts';
import { mixedFormats } from '../../../src/import/formats/mixedFormats.ts';
import { recognizeFormats } from '../../../src/import/formats/recognizeFormats.ts';
import { readRecords } from '../../../src/import/readRecords.ts';
import { papersIn } from './readFormat.ts';

const formats = [...importFormats.values()];

describe('the format of a file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'formats-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const written = (name: string, content: string | Buffer): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const nameOf = async (...paths: string[]): Promise<string> =>
    mixedFormats(await recognizeFormats(paths, formats)).name;

  it.each<[string, string | Buffer, string]>([
    ['a record', '{"title":"One","authors":[{"name":"Ada A"}]}\n', 'jsonl'],
    ['a topic', '{"record":"topic","name":"Trees","level":"TOPIC"}\n', 'jsonl'],
    ['records after a byte-order mark', '\uFEFF{"record":"paper","title":"One"}\n', 'jsonl'],
    ['a collection', '<?xml version="1.0"?>\n<collection id="P18"></collection>', 'acl-anthology'],
    ['a collection after a comment', '<!-- old -->\n<collection id="P18"/>', 'acl-anthology'],
    ['a work', '{"id":"https://openalex.org/W1","title":"One"}\n', 'openalex'],
    ['a page of works', '{"meta":{"count":1},\n"results":[{"id":"W1","authorships":[]}]}', 'openalex'],
    ['merged ids', 'merge_date,id,merge_into_id\n2022-01-01,W1,W2\n', 'openalex'],
    ['a bulk paper', '{"corpusid":1,"title":"One","authors":[]}\n', 'semantic-scholar'],
    ['a bulk citation', '{"citingcorpusid":1,"citedcorpusid":2}\n', 'semantic-scholar'],
    ['a page of a search', '{"total":1,"data":[{"paperId":"0a","title":"One"}]}', 'semantic-scholar'],
    [
      'CSL JSON of Zotero',
      '[\n{"id":"a","type":"article-journal","title":"One","author":[{"family":"A"}]}]',
      'csl-json',
    ],
    [
      'CSL JSON of our export',
      '[\n{"id":"a","citation-key":"a","type":"book","title":"One"}\n]\n',
      'csl-json',
    ],
    ['RIS', '\r\nTY  - JOUR\r\nTI  - One\r\nER  - \r\n', 'ris'],
    ['RIS after lines of a publisher', 'Provider: X\nDatabase: Y\n\nTY - CHAP\nTI - One\n', 'ris'],
    ['BibTeX', '% comment\n@Article{key,\n  title = {One}\n}\n', 'bibtex'],
    ['BibTeX on one line', ' @misc { key , title="One"}', 'bibtex'],
    ['BibTeX that begins with abbreviations', '@string{acl = "ACL"}\n@comment{x}\n', 'bibtex'],
    ['a record without authors', '{"ids":{"doi":"10.5555/n1"},"title":"One"}\n', 'jsonl'],
    ['a record with only identifiers', '{"ids":{"doi":"10.5555/n1"}}\n', 'jsonl'],
    ['a short page', '{"results":[{"display_name":"One","publication_year":2020}]}', 'openalex'],
    ['BibTeX after a long comment', `${'% comment\n'.repeat(10_000)}@misc{a, title={One}}`, 'bibtex'],
    [
      'dblp after a comment with a tag',
      '<?xml version="1.0"?>\n<!-- a > b <c> --><!DOCTYPE dblp SYSTEM "dblp.dtd">\n<dblp>\n</dblp>',
      'dblp',
    ],
    [
      'a collection after a long comment',
      `<!--${' old '.repeat(20_000)}--><collection id="P18"/>`,
      'acl-anthology',
    ],
    [
      'an answer of Crossref',
      '{"status":"ok","message":{"DOI":"10.1/a","type":"journal-article","container-title":["J"]}}',
      'csl-json',
    ],
    ['a gzip file', gzipSync('{"corpusid":1,"title":"One","authors":[]}\n'), 'semantic-scholar'],
  ])('is recognized by its content: %s', async (_, content, expected) => {
    expect(await nameOf(written('file.dat', content))).toBe(expected);
  });

  it.each([
    ['refs.bib', '% no entry yet', 'bibtex'],
    ['refs.ris.gz', gzipSync(''), 'ris'],
    ['refs.csljson', '[]', 'csl-json'],
    ['refs.bib', 'TY  - JOUR\n', 'ris'],
  ])('is recognized by its name if its content is in no format: %s', async (name, content, expected) => {
    expect(await nameOf(written(name, content))).toBe(expected);
  });

  it('is recognized in a folder, where other files do not matter', async () => {
    mkdirSync(join(folder, 'xml'));
    written('xml/P18.xml', '<collection id="P18"/>');
    written('package.json', '{"name":"something else"}');
    expect(await nameOf(folder)).toBe('acl-anthology');
  });

  it('is an error if it is not known', async () => {
    const text = written('notes.txt', 'title, authors');
    await expect(nameOf(text)).rejects.toThrow(
      `The format of ${text} is not recognized. Name it by --format. The formats are: ${[...importFormats.keys()].join(', ')}. EndNote, PubMed, Scopus, Web of Science and other programs can export BibTeX or RIS.`,
    );
    await expect(nameOf(join(folder, 'absent'))).rejects.toThrow('there is no such file or folder');
  });

  it.each([
    ['works.csv', 'id,doi,title,authors\nW1,10.1/a,"One, two",A|B\n'],
    ['works.csv', '\ufeffid;doi;title\r\nW1;10.1/a;One\r\n'],
    ['savedrecs.txt', 'PT\tAU\tTI\nJ\tAda A\tOne\n'],
    ['works.xlsx', 'PK\x03\x04 and more'],
  ])('is an error that names the alternatives if it is a table: %s', async (name, content) => {
    const path = written(name, content);
    await expect(nameOf(path)).rejects.toThrow(
      `${path} cannot be read: the file is a table, and of tables only the topics and the merged ids of OpenAlex are read: export RIS, BibTeX or JSON instead, or read from OpenAlex by sync.`,
    );
  });

  it.each<[string, string | Buffer]>([
    ['ZIP', 'PK\x03\x04 and more'],
    ['bzip2', 'BZh91AY&SY and more'],
    ['xz', Buffer.from('fd377a585a000004', 'hex')],
  ])('is an error that names %s, by which the file is packed', async (program, content) => {
    await expect(nameOf(written('refs', content))).rejects.toThrow(
      `the file is packed by ${program}: unpack it and import the files in it`,
    );
  });
});

describe('files of several formats', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'formats-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const written = (files: Record<string, string>): void => {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
  };
  const readAll = async (...paths: string[]) => {
    const format = mixedFormats(await recognizeFormats(paths, formats));
    const items = [];
    for await (const item of readRecords(format, paths, { bytesRead: 0, bytesTotal: 0 })) items.push(item);
    const problems = items.flatMap((item) =>
      'problem' in item
        ? [`${relative(folder, item.origin.file)}: ${item.problem.kind}: ${item.problem.message}`]
        : [],
    );
    const sources = items.flatMap((item) => ('record' in item ? [item.source] : []));
    return { titles: papersIn(items).map(({ title }) => title), sources, problems };
  };

  it('in a folder are each read in their own format, however many there are', async () => {
    const entries = Array.from({ length: 120 }, (_, index) => `a${String(index).padStart(3, '0')}.bib`);
    written(Object.fromEntries(entries.map((name) => [name, `@misc{${name}, title={${name}}}`])));
    written({
      'z.ris': 'TY  - JOUR\nTI  - From RIS\nER  - \n',
      'deep/records.jsonl': '{"title":"A record","authors":[]}\n',
      'deep/notes.txt': 'nothing',
      'x.json': '{"name":"something else"}',
      'empty.bin': '',
    });
    const { titles, sources, problems } = await readAll(folder);
    expect(titles).toEqual([...entries, 'From RIS', 'A record']);
    expect(new Set(sources)).toEqual(new Set(['bibtex', 'ris', 'jsonl']));
    expect(problems).toEqual([
      'empty.bin: emptyFile: the file has no record',
      'x.json: otherFile: the file is in no known format',
      'deep/notes.txt: otherFile: the file is in no known format',
    ]);
  });

  it('that are named singly are read, and one in no known format is skipped', async () => {
    written({ 'a.bib': '@misc{a, title={A}}', 'b.txt': 'nothing', 'c.ris': 'TY  - JOUR\nTI  - C\nER  - \n' });
    const paths = ['c.ris', 'b.txt', 'a.bib'].map((name) => join(folder, name));
    expect(await readAll(...paths)).toMatchObject({
      titles: ['C', 'A'],
      problems: ['b.txt: unknownFormat: the file is in no known format'],
    });
  });

  it.each<[string, string]>([
    ['an empty file', ''],
    ['an empty list', '[ ]\n'],
    ['an answer of OpenAlex', '{"meta":{"count":0},"results":[],"group_by":[]}'],
    ['an answer of Semantic Scholar', '{"total":0,"offset":0,"data":[]}'],
    ['an answer of Crossref', '{"status":"ok","message":{"total-results":0,"items":[]}}'],
  ])('have no record if all are like %s', async (_, content) => {
    written({ 'answer.json': content });
    expect(await readAll(join(folder, 'answer.json'))).toMatchObject({
      titles: [],
      problems: ['answer.json: emptyFile: the file has no record'],
    });
  });

  it('beside a whole data set are those of the data set', async () => {
    written({
      'xml/P18.xml': '<collection id="P18"></collection>',
      'yaml/venues/acl.yaml': 'name: ACL',
      'tests/other.bib': '@misc{a, title={A}}',
    });
    const { titles, problems } = await readAll(folder);
    expect(titles).toEqual([]);
    expect(problems).toEqual([expect.stringMatching(/^xml\/P18\.xml: missingFile: /)]);
  });
});
