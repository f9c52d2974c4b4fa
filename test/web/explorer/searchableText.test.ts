import { searchableText } from '../../../src/web/explorer/search/searchableText.ts';

describe('searchableText', () => {
  it.each([
    ['kevin-knight', 'kevin knight'],
    ['Kevin%20Knight', 'Kevin Knight'],
    ['Emmanuel%2520J.%2520Cand%25C3%25A8s', 'Emmanuel J. Candès'],
    ["Brendan%20O'Connor", "Brendan O'Connor"],
  ])('finds the name in %s', (part, text) => {
    expect(searchableText(part)).toBe(text);
  });

  it.each(['', 'x', '10.1000/xyz', '0000-0002-1825-0097', '1706.03762', '%E0%A4%A', 'P18-1001'])(
    'finds no name in "%s"',
    (part) => {
      expect(searchableText(part)).toBeUndefined();
    },
  );
});
