import { matchedParts } from '../../../src/web/explorer/search/matchedParts.ts';

/** The label with the matched parts in brackets, and words that are only similar in parentheses. */
const marked = (label: string, text: string): string =>
  matchedParts(label, text)
    .map(({ part, isMatch, isSimilar }) => (isSimilar ? `(${part})` : isMatch ? `[${part}]` : part))
    .join('');

describe('matchedParts', () => {
  it.each([
    ['Deep Learning for Deer', 'deep learn', '[Deep] [Learn]ing for Deer'],
    ['Ondřej Bojar', 'ondr', '[Ondř]ej Bojar'],
    ['Leighton Barnes', 'léigh bar', '[Leigh]ton [Bar]nes'],
    ['unlearning', 'learn', 'unlearning'],
    ['A–B', 'b, c', 'A–[B]'],
    ['自然 言語', '自', '[自]然 言語'],
    ['anything', ' ', 'anything'],
    ['Graham Neubig', 'grahm neubigg', '(Graham) (Neubig)'],
    [
      'Cushion Treemaps: Visualization of Hierarchies',
      'visualisation treemap',
      'Cushion [Treemap]s: (Visualization) of Hierarchies',
    ],
    ['A cat and a dog', 'cot', 'A cat and a dog'],
    ['Deep Learning', 'graph deep', '[Deep] Learning'],
  ])('in “%s” marks “%s”', (label, text, expected) => {
    expect(marked(label, text)).toBe(expected);
  });
});
