import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { importFormats } from '../../../src/import/formats/importFormats.ts';
import { recognizeFormat } from '../../../src/import/formats/recognizeFormat.ts';

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
  const nameOf = async (...paths: string[]): Promise<string> => (await recognizeFormat(paths, formats)).name;

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

  it('is an error where it is not known or not one', async () => {
    const text = written('notes.txt', 'title, authors');
    const [record, paper] = [
      written('a.jsonl', '{"record":"paper","title":"One"}'),
      written('b.jsonl', '{"corpusid":1}'),
    ];
    await expect(nameOf(text)).rejects.toThrow(
      `The format of ${text} is not recognized. Name it by --format. The formats are: ${[...importFormats.keys()].join(', ')}.`,
    );
    await expect(nameOf(record, paper)).rejects.toThrow(
      `The files are in several formats: ${record} is jsonl, ${paper} is semantic-scholar.`,
    );
    await expect(nameOf(join(folder, 'absent'))).rejects.toThrow('there is no such file or folder');
    await expect(nameOf(written('empty.json', ''))).rejects.toThrow('is not recognized');
  });
});
