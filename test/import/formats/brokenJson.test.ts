import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { droppedIn, folderOf, papersIn, read, skippedIn } from './readFormat.ts';
import { readText } from './readReferences.ts';

const item = (number: number) => ({ id: `L${number}`, title: `Item ${number}`, author: [{ family: 'A' }] });
const items = Array.from({ length: 10 }, (_, index) => item(index + 1));
const work = (number: number) => ({
  id: `https://openalex.org/W${number}`,
  title: `Item ${number}`,
  authorships: [{ author: { display_name: 'A' } }],
});

/** Damages of the third item that leave a string or a bracket without its end, or with one too many. */
const damages: readonly (readonly [string, (text: string) => string])[] = [
  ['a quotation mark less', (text) => text.replace('Item 3"', 'Item 3')],
  ['a quotation mark more', (text) => text.replace('Item 3"', 'Item 3""')],
  ['a bracket less', (text) => text.replace(/(Item 3[^]*?)\]/, '$1')],
  ['a brace less', (text) => text.replace(/(Item 3[^]*?)\}/, '$1')],
  ['a brace more', (text) => text.replace(/(Item 3[^]*?\]\s*\})/, '$1}')],
];

const titlesWithout3 = items.map(({ title }) => title).filter((title) => title !== 'Item 3');

/** Titles of other items than the broken one. With a brace too many, also that one can be read. */
const othersIn = (papers: readonly { title?: string }[]) =>
  papers.map(({ title }) => title).filter((title) => title !== 'Item 3');

describe.each(damages)('an item of a JSON list with %s', (_, damage) => {
  const lists = [
    `[\n${items.map((each) => JSON.stringify(each)).join(',\n')}\n]`,
    `[${items.map((each) => JSON.stringify(each)).join(',\n ')}]`,
    JSON.stringify(items, null, 2),
    JSON.stringify(items, null, '\t').replace(/,\n\t\{/g, ', {'),
    JSON.stringify(items),
  ];

  it.each(lists)('loses only itself: %#', async (text) => {
    const { papers, skipped } = await readText('csl-json', damage(text));
    expect(othersIn(papers)).toEqual(titlesWithout3);
    const lines = text.split('\n');
    const line = lines.findIndex((each) => each.includes('Item 3')) + 1;
    expect(skipped.some((each) => line - 3 <= Number(each.split(':')[0]))).toBe(true);
  });

  it('loses only itself in a page of a web service', async () => {
    const works = items.map((each, index) => ({ ...work(index + 1), title: each.title }));
    const page = damage(JSON.stringify({ meta: { count: 10 }, results: works }, null, 2));
    const folder = await folderOf({ 'page.json': page });
    const records = await read('openalex', folder);
    expect(othersIn(papersIn(records))).toEqual(titlesWithout3);
    expect(skippedIn(records)).not.toEqual([]);
  });
});

describe('broken items of a list on one line', () => {
  const broken = (text: string, ...numbers: number[]): string =>
    numbers.reduce((each, number) => each.replace(`Item ${number}"`, `Item ${number}`), text);
  const problemsIn = (records: Awaited<ReturnType<typeof read>>) =>
    records.flatMap((each) => ('problem' in each ? [[each.origin.line, each.origin.item]] : []));

  it.each([
    [[3], [3]],
    [[1], [1]],
    [[10], [10]],
    [
      [2, 5],
      [2, 5],
    ],
    [
      [2, 5, 7],
      [2, 5, 7],
    ],
    [
      [2, 3],
      [2], // nothing that can be read is between the two
    ],
  ])('%j are reported once each, with their places', async (numbers, places) => {
    const works = items.map((each, index) => ({
      ...{ ...work(index + 1), title: each.title },
      topics: [1, 2].map((topic) => ({ id: `https://openalex.org/T${topic}`, display_name: 'T' })),
    }));
    for (const list of [works, { meta: { count: 10 }, results: works, group_by: [] }]) {
      const text = broken(JSON.stringify(list), ...numbers);
      const records = await read('openalex', await folderOf({ 'page.json': text }));
      const expected = items.filter((_, index) => !numbers.includes(index + 1)).map(({ title }) => title);
      expect(papersIn(records).map(({ title }) => title)).toEqual(expected);
      expect(problemsIn(records)).toEqual(places.map((place) => [1, place]));
    }
  });

  it.each([
    ['a brace less', (text: string) => text.replace('[[2003]]}}', '[[2003]]}')],
    ['a quotation mark before a bracket', (text: string) => text.replace('Item 3"', 'Item 3 "]"')],
    ['a control character', (text: string) => text.replace('Item 3', 'Item\u00003')],
  ])('are not confused with the objects inside of an item: %s', async (_, damage) => {
    const nested = items.map((each, index) => ({
      ...each,
      related: [{ id: 'R', title: 'Related' }],
      issued: { 'date-parts': [[2000 + index + 1]] },
    }));
    const { papers, skipped } = await readText('csl-json', damage(JSON.stringify(nested)));
    expect(papers.map(({ title }) => title)).toEqual(titlesWithout3);
    expect(skipped).toHaveLength(1);
  });

  it('may be followed by items with other fields', async () => {
    const list = [
      { title: 'One' },
      { title: 'Item 3', authors: [{ name: 'A' }] },
      { title: 'Two', year: 2001 },
    ];
    const records = await read('jsonl', await folderOf({ 'a.jsonl': broken(JSON.stringify(list), 3) }));
    expect(papersIn(records).map(({ title }) => title)).toEqual(['One', 'Two']);
    expect(problemsIn(records)).toEqual([[1, 2]]);
  });

  it('are not made of the objects inside of an item in which the file is cut off', async () => {
    const list = [item(1), { ...item(2), author: [{ family: 'A' }, { family: 'B' }], title: 'Item 2' }];
    const text = JSON.stringify(list);
    const start = text.indexOf('},{"id"');
    for (let length = start + 2; length < text.length - 1; length += 1) {
      const { papers, skipped } = await readText('csl-json', text.slice(0, length));
      expect(papers.map(({ title }) => title)).toEqual(['Item 1']);
      expect(skipped.length).toBeGreaterThan(0);
    }
  });

  it('are found in a time that grows with the length of the line', async () => {
    const folder = await folderOf({ 'a.json': `[{"id":1},${'{"a":[{"id":'.repeat(200_000)}` });
    expect(papersIn(await read('csl-json', folder))).toEqual([]);
  });
});

describe('several JSON documents in one file', () => {
  const works = [work(1), work(2), work(3)];
  const pages = [
    { meta: {}, results: works },
    { meta: {}, results: [work(4), work(5)] },
  ];
  it.each([
    ['over many lines', works.map((each) => JSON.stringify(each, null, 2)).join('\n'), 3],
    ['with commas between', works.map((each) => `${JSON.stringify(each)},`).join('\n'), 3],
    ['on one line', works.map((each) => JSON.stringify(each)).join(''), 3],
    ['that are pages', pages.map((each) => JSON.stringify(each, null, 2)).join('\n'), 5],
    ['that are pages on one line', pages.map((each) => JSON.stringify(each)).join('\n'), 5],
  ])('%s are all read', async (_, text, count) => {
    const records = await read('openalex', await folderOf({ 'works.json': text }));
    expect(papersIn(records)).toHaveLength(count);
    expect(skippedIn(records)).toEqual([]);
  });
});

describe('an archive of tar', () => {
  const tar = Buffer.alloc(2_048);
  tar.write('lib.bib');
  tar.write('ustar', 257);
  tar.write('@misc{a, title={A}}', 512);

  it.each([tar, gzipSync(tar)])('is refused with what to do: %#', async (content) => {
    const items = await read('bibtex', await folderOf({ 'lib.bib': content }));
    expect(papersIn(items)).toEqual([]);
    expect(skippedIn(items)).toEqual([expect.stringContaining('is an archive of tar: unpack it')]);
  });
});

it('a file that was compressed by gzip twice is refused with what to do', async () => {
  const items = await read(
    'ris',
    await folderOf({ 'a.ris': gzipSync(gzipSync('TY  - JOUR\nTI  - A\nER  - \n')) }),
  );
  expect(papersIn(items)).toEqual([]);
  expect(skippedIn(items)).toEqual([expect.stringContaining('is compressed by gzip twice: unpack it')]);
});

describe('a file of our own records', () => {
  const records = [{ title: 'One' }, { title: 'Two' }];
  it.each([
    JSON.stringify(records),
    JSON.stringify(records, null, 2),
    records.map((each) => JSON.stringify(each, null, 2)).join('\n'),
    records.map((each) => `${JSON.stringify(each)},`).join('\n'),
    records.map((each) => `\ufeff${JSON.stringify(each)}`).join('\n'),
  ])('may be a list or have many lines for a record: %#', async (text) => {
    const items = await read('jsonl', await folderOf({ 'records.jsonl': text }));
    expect(papersIn(items)).toEqual(records);
    expect(skippedIn(items)).toEqual([]);
  });

  it('may have NaN for null, which is reported', async () => {
    const text = '{"title":"NaN","year":NaN,"citationCount":-Infinity}\n{"title":"Two"}';
    const items = await read('jsonl', await folderOf({ 'records.jsonl': text }));
    expect(papersIn(items)).toEqual([{ title: 'NaN' }, { title: 'Two' }]);
    expect(droppedIn(items)).toEqual(['NaN and Infinity are not valid JSON; they were read as null']);
  });

  it('may be a gzip with zeros at its end', async () => {
    const gzip = gzipSync('{"title":"One"}\n{"title":"Two"}\n');
    for (const zeros of [1, 512, 100_000]) {
      const folder = await folderOf({ 'r.jsonl.gz': Buffer.concat([gzip, Buffer.alloc(zeros)]) });
      const items = await read('jsonl', join(folder, 'r.jsonl.gz'));
      expect(papersIn(items)).toHaveLength(2);
      expect(skippedIn(items)).toEqual([]);
    }
  });
});
