import { gzipSync } from 'node:zlib';
import { droppedIn, folderOf, papersIn, read, recordsIn, skippedIn } from './readFormat.ts';

const work = (fields: object = {}) => ({ id: 'https://openalex.org/W1', title: 'T', ...fields });
const file = (content: unknown, name = 'works.jsonl') =>
  folderOf({ [name]: typeof content === 'string' ? content : JSON.stringify(content) });
const itemsOf = async (fields: object) => read('openalex', await file(work(fields)));
const paperOf = async (fields: object) => papersIn(await itemsOf(fields))[0]!;

describe('an OpenAlex file', () => {
  const works = [work(), work({ id: 'https://openalex.org/W2' })];
  it.each<[string, string | Uint8Array]>([
    ['of JSON lines', works.map((each) => JSON.stringify(each)).join('\n')],
    ['of gzip JSON lines', gzipSync(works.map((each) => JSON.stringify(each)).join('\n'))],
    ['with a page on one line', JSON.stringify({ meta: { count: 2 }, results: works })],
    ['with a page over many lines', JSON.stringify({ meta: { count: 2 }, results: works }, null, 2)],
    ['with a list', JSON.stringify(works)],
  ])('%s yields its works', async (_, content) => {
    const items = await read('openalex', await folderOf({ 'updated_date=2025-01-01/part_000.gz': content }));
    expect(papersIn(items).map(({ ids }) => ids)).toEqual([{ openalex: 'W1' }, { openalex: 'W2' }]);
    expect(items).toHaveLength(2);
  });

  it('may be one object over many lines', async () => {
    const items = await read('openalex', await file(JSON.stringify(work(), null, 1), 'W1.json'));
    expect(papersIn(items)).toHaveLength(1);
  });

  it('is read as JSON lines if only the first line is invalid', async () => {
    const items = await read('openalex', await file(`{"id":\n${JSON.stringify(work())}\n`));
    expect(skippedIn(items)).toEqual([expect.stringMatching(/^1: not valid JSON/)]);
    expect(papersIn(items)).toHaveLength(1);
  });

  it('that is a truncated document is skipped with one reason', async () => {
    const items = await read('openalex', await file('{\n "results": [\n {"id":\n'));
    expect(skippedIn(items)).toEqual([
      expect.stringMatching(/^1: the file is neither JSON lines nor one JSON document/),
    ]);
  });

  it('skips objects of other kinds', async () => {
    const others = ['A1', 'I1', 'S1'].map((id) => ({ id: `https://openalex.org/${id}` }));
    const items = await read(
      'openalex',
      await file([...others, {}, 7].map((each) => JSON.stringify(each)).join('\n')),
    );
    expect(skippedIn(items)).toEqual([
      '1: expected a work or a topic, found an author',
      '2: expected a work or a topic, found an institution',
      '3: expected a work or a topic, found a source',
      '4: expected a work or a topic, found an object without an OpenAlex id',
      '5: expected an OpenAlex object, found another JSON value',
    ]);
  });
});

describe('an OpenAlex work', () => {
  it('has all fields, with normalized ids', async () => {
    expect(
      await paperOf({
        doi: 'https://doi.org/10.7717/peerj.4375',
        title: ' The  state\nof OA ',
        publication_date: '2018-02-13',
        publication_year: 2018,
        type: 'article',
        primary_location: {
          landing_page_url: 'https://doi.org/10.7717/peerj.4375',
          source: { display_name: 'PeerJ' },
        },
        cited_by_count: 962,
        is_retracted: false,
        authorships: [],
        referenced_works: ['https://openalex.org/W1560783210'],
        keywords: [{ display_name: 'No topic' }],
      }),
    ).toEqual({
      ids: { doi: 'https://doi.org/10.7717/peerj.4375', openalex: 'W1' },
      title: 'The state of OA',
      date: '2018-02-13',
      year: 2018,
      paperType: 'ARTICLE',
      venueName: 'PeerJ',
      url: 'https://doi.org/10.7717/peerj.4375',
      citationCount: 962,
      isRetracted: false,

      references: ['openalex:W1560783210'],
    });
  });

  it('dated 1 January has only the year', async () => {
    const found = await paperOf({ publication_date: '2015-01-01', publication_year: 2015 });
    expect([found.date, found.year]).toEqual([undefined, 2015]);
  });

  it('has the arXiv id of a location or of its DOI', async () => {
    const locations = [
      { landing_page_url: 'https://doi.org/10.1/1' },
      { landing_page_url: 'http://arxiv.org/abs/hep-th/9901001v2' },
    ];
    expect((await paperOf({ locations })).ids).toEqual({
      openalex: 'W1',
      arxiv: 'http://arxiv.org/abs/hep-th/9901001v2',
    });
    const doi = 'https://doi.org/10.48550/arXiv.1706.03762';
    expect((await paperOf({ doi })).ids?.arxiv).toBe(doi);
  });

  it.each([
    ['preprint', undefined, 'PREPRINT'],
    ['book-chapter', undefined, 'BOOK_CHAPTER'],
    ['peer-review', undefined, 'OTHER'],
    ['constructor', undefined, 'OTHER'],
    ['article', 'conference', 'CONFERENCE_PAPER'],
  ])('of type %s in a source of type %s becomes %s', async (type, source, paperType) => {
    expect((await paperOf({ type, primary_location: { source: { type: source } } })).paperType).toBe(
      paperType,
    );
  });

  it('has the abstract of its inverted index without gaps', async () => {
    const index = { of: [1, 4], Most: [0], us: [2], 'us.': [6] };
    expect((await paperOf({ abstract_inverted_index: index })).abstract).toBe('Most of us of us.');
    expect(await paperOf({ abstract_inverted_index: null })).not.toHaveProperty('abstract');
  });

  it('is imported without the abstract if the inverted index has an invalid position', async () => {
    for (const position of [4_000_000_000, -1, 1.5, '7']) {
      const items = await itemsOf({ abstract_inverted_index: { word: [position] } });
      expect(papersIn(items)[0]).not.toHaveProperty('abstract');
      expect(droppedIn(items)).toEqual([expect.stringMatching(/^the abstract: position/)]);
    }
  });

  it('ignores fields of the wrong type', async () => {
    expect(
      await paperOf({ authorships: 'none', cited_by_count: 'nine', publication_year: 'soon', topics: 4 }),
    ).toEqual({ ids: { openalex: 'W1' }, title: 'T', url: 'https://openalex.org/W1' });
  });
});

describe('the id of an OpenAlex work', () => {
  it.each([
    'W1',
    'w1',
    'https://openalex.org/w1',
    'https://openalex.org/works/W1',
    'https://api.openalex.org/works/W1',
  ])('may be %s', async (id) => {
    expect((await paperOf({ id })).ids).toEqual({ openalex: 'W1' });
  });

  it('may be missing, as in answers with `select=`', async () => {
    const items = await read('openalex', await file({ title: 'T', doi: 'https://doi.org/10.1000/1' }));
    expect(papersIn(items)).toEqual([
      expect.objectContaining({ ids: { doi: 'https://doi.org/10.1000/1' }, title: 'T' }),
    ]);
  });
});

describe('an older OpenAlex work', () => {
  it('has the inverted index as JSON text', async () => {
    const found = await paperOf({ abstract_inverted_index: '{"We":[0],"show.":[1]}' });
    expect(found.abstract).toBe('We show.');
    const items = await itemsOf({ abstract_inverted_index: '{"We' });
    expect(droppedIn(items)).toEqual([expect.stringMatching(/^the abstract: not valid JSON/)]);
  });
});

describe('the id for what OpenAlex deleted', () => {
  const deleted = 'https://openalex.org/W4285719527';

  it('is neither a paper nor a reference', async () => {
    const referenced_works = [deleted, 'https://openalex.org/W2'];
    expect(await paperOf({ referenced_works })).toMatchObject({ references: ['openalex:W2'] });
    const items = await read('openalex', await file(work({ id: deleted, title: 'Deleted Work' })));
    expect(skippedIn(items)).toEqual(['1: the object stands for all works that OpenAlex deleted']);
  });

  it('says of works that are merged into it that they were deleted, and nothing of authors', async () => {
    const table = `merge_date,id,merge_into_id\n2022-06-13,W1,W4285719527\n2022-06-13,A1,A5317838346\n`;
    const items = await read('openalex', await file(table, 'merged_ids.csv'));
    expect(recordsIn(items)).toEqual([
      { ids: { openalex: 'W1' }, isRemoved: true, removalReason: 'OpenAlex deleted the work.' },
    ]);
    expect(skippedIn(items)).toHaveLength(1);
  });
});

describe('merged ids of OpenAlex', () => {
  it('are redirects', async () => {
    const table = `merge_date,id,merge_into_id
2022-06-14,W1,W2
2022-06-14,https://openalex.org/A1,https://openalex.org/A2
2022-06-14,V1,V2
`;
    const folder = await folderOf({ 'merged_ids/works/2022-06-14.csv.gz': gzipSync(table) });
    const items = await read('openalex', folder);
    expect(recordsIn(items)).toEqual([
      { record: 'redirect', kind: 'paper', from: 'openalex:W1', to: 'openalex:W2' },
      { record: 'redirect', kind: 'author', from: 'openalex:A1', to: 'openalex:A2' },
    ]);
    expect(skippedIn(items)).toEqual([
      '4: expected two ids of works, authors or institutions, found V1 and V2',
    ]);
  });

  it('are read after rows that are not valid, each of which is skipped', async () => {
    const table = [
      'merge_date,id,merge_into_id',
      '2023-01-01,W1,W2,extra',
      '2023-01-01,W3',
      '2023-01-01,"W4" x,W5',
      '"unclosed,W6,W7',
      '2023-01-01,"W8","W9"',
      '2023-01-01,W10,W11',
    ];
    const folder = await folderOf({
      'merged_ids/works/1.csv': table.join('\n'),
      'merged_ids/works/2.csv': 'a;b;c\n1;2;3\n',
      'merged_ids/works/3.csv': table.join('\r'),
    });
    const items = await read('openalex', folder);
    const redirects = [
      { record: 'redirect', kind: 'paper', from: 'openalex:W8', to: 'openalex:W9' },
      { record: 'redirect', kind: 'paper', from: 'openalex:W10', to: 'openalex:W11' },
    ];
    expect(recordsIn(items)).toEqual([...redirects, ...redirects]);
    const faults = [
      '2: the row has 4 values, but the table has 3 columns',
      '3: the row has 2 values, but the table has 3 columns',
      '4: the row is not valid CSV: a quotation mark is inside of a value',
      '5: the row is not valid CSV: a quotation mark is not closed',
    ];
    expect(skippedIn(items)).toEqual([
      ...faults,
      expect.stringMatching(/^1: the file is not a table of OpenAlex/),
      ...faults,
    ]);
  });
});
