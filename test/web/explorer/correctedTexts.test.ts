import { correctedTexts } from '../../../src/web/explorer/search/correctedTexts.ts';

describe('the corrected spellings of a searched text', () => {
  it('have for each word the most similar one of what was found', () => {
    const found = ['Concept-Based Parsing For Speech Translation', 'Translators and parsing'];
    expect(correctedTexts('transalation parsng', found)).toEqual([
      'Translation Parsing',
      'Translators parsing',
    ]);
  });

  it('name each spelling once, without regard to case and accents', () => {
    expect(correctedTexts('gunduz denis', ['Deniz Gündüz', 'GUNDUZ, Deniz'])).toEqual(['Gündüz Deniz']);
  });

  it('may complete the beginning of a word', () => {
    expect(correctedTexts('berivn isi', ['Berivan Isik'])).toEqual(['Berivan Isik']);
  });

  it('begin with the most similar one, and replace no word by an initial', () => {
    const found = ['Christoph M.', 'Christopher M. Mitchell', 'Kristoffer Maning', 'Christopher Manning'];
    expect(correctedTexts('christoper maning', found)).toEqual(['Christopher Manning', 'Kristoffer Maning']);
  });
});
