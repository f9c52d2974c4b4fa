import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { folderOf, read } from './readFormat.ts';

/** The places of the problems in a file. */
const placesIn = async (format: string, content: string | Uint8Array) => {
  const items = await read(format, join(await folderOf({ 'page.json': content }), 'page.json'));
  return items.flatMap((item) => ('problem' in item ? [{ ...item.origin, file: undefined }] : []));
};

const works = [
  { id: 'https://openalex.org/W1', title: 'One', publication_year: 2001 },
  { id: 'https://openalex.org/W2', title: 'Two', publication_year: 'never' },
  { id: 'https://openalex.org/W3', title: 'Three', publication_year: 'soon' },
];

describe('a problem in a page of a web service', () => {
  it('is at the line of its record if the page has many lines', async () => {
    const page = JSON.stringify({ meta: { results: 3 }, results: works }, null, 1);
    const lines = page.split('\n');
    expect(await placesIn('openalex', page)).toEqual(
      ['W2', 'W3'].map((id) => ({ line: lines.findIndex((line) => line.includes(id)) })),
    );
  });

  it('has the position in the list if all is on one line', async () => {
    const page = JSON.stringify({ results: works });
    const expected = [
      { line: 1, item: 2 },
      { line: 1, item: 3 },
    ];
    expect(await placesIn('openalex', page)).toEqual(expected);
    expect(await placesIn('openalex', gzipSync(JSON.stringify(works)))).toEqual(expected);
  });

  it('has the position if lists are nested so that lines are not certain', async () => {
    const batch =
      '{"data":[null,{"paperId":"x","title":"One","year":"never"},\n{"paperId":"y","title":"Two"}]}';
    expect(await placesIn('semantic-scholar', batch)).toContainEqual(expect.objectContaining({ line: 1 }));
  });
});
