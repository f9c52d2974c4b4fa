import { otherSearches } from '../../../src/web/explorer/paths/otherSearches.ts';
import { formatPathOptions, parsePathOptions } from '../../../src/web/explorer/paths/pathOptions.ts';

const optionsOf = (query: string) => parsePathOptions(new URLSearchParams(`from=a&to=b&${query}`));

/** The labels of the searches, and the parameters of their addresses. */
const searchesFor = (...args: Parameters<typeof otherSearches>) =>
  otherSearches(...args).map(({ label, options }) => [
    label,
    Object.entries(formatPathOptions(options))
      .filter(([name, value]) => value !== '' && name !== 'from' && name !== 'to')
      .flat()
      .join(' '),
  ]);

describe('otherSearches', () => {
  it('leaves out each filter, and all of them', () => {
    expect(
      searchesFor('authors', 'NOT_CONNECTED', optionsOf('since=2000&until=2010&minPapers=3&cost=STRENGTH')),
    ).toEqual([
      ['Papers of all years', 'cost STRENGTH minPapers 3'],
      ['One joint paper is enough', 'cost STRENGTH since 2000 until 2010'],
      ['Without all filters', 'cost STRENGTH'],
    ]);
  });

  it('offers longer paths only if there is none of the maximum length', () => {
    expect(searchesFor('authors', 'BEYOND_MAX_LENGTH', optionsOf('maxLength=4'))).toEqual([
      ['At most 6 steps', 'maxLength 6'],
      ['At most 20 steps', 'maxLength 20'],
    ]);
    expect(searchesFor('authors', 'NOT_CONNECTED', optionsOf('maxLength=4'))).toEqual([]);
  });

  it('offers shorter paths after a search that was stopped', () => {
    expect(searchesFor('authors', 'STOPPED', optionsOf('maxLength=7&since=2000'))).toEqual([
      ['At most 6 steps', 'maxLength 6 since 2000'],
    ]);
  });

  it('offers to connect topics by their authors instead of their papers', () => {
    expect(searchesFor('topics', 'NOT_CONNECTED', optionsOf(''))).toEqual([
      ['Connect topics by their authors', 'through AUTHORS'],
    ]);
    expect(searchesFor('topics', 'NOT_CONNECTED', optionsOf('through=AUTHORS'))).toEqual([]);
  });

  it('offers nothing if there is a path', () => {
    expect(searchesFor('authors', 'FOUND', optionsOf('since=2000'))).toEqual([]);
  });
});
