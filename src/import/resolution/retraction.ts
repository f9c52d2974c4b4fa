import type { PaperRecord } from '../importRecord.ts';
import { text } from './recordText.ts';

const word = '(?:retracted|withdrawn)';
const noun = '(?:article|chapter|paper)';

/**
 * What publishers write before the title of a retracted paper, for example `RETRACTED ARTICLE: `, `[Retracted] ` and
 * `Retracted – `. A hyphen counts only between spaces.
 */
const retractedTitle = new RegExp(`^\\W{0,2}${word}(?: ${noun})?(?:\\s*[:\\])–—]|\\s+-+\\s)`, 'i');
/**
 * A flag in capitals without a colon, before a title that is not in capitals, for example `RETRACTED Effects of light`.
 * After `RETRACTED ARTICLE`, the title may be in capitals, too.
 */
const retractedInCapitals =
  /^\W{0,2}(?:RETRACTED|WITHDRAWN) ?(?:(?:ARTICLE|CHAPTER)\b|(?:PAPER\b)?[\s.-]+(?=.*\p{Ll}{2}))/u;
/** What catalogues write after the title of a retracted paper, for example `(Retracted article. See vol. 17, pg. 1, 2012)`. */
const retractedAtEnd = new RegExp(`[([]${word}(?: ${noun}\\b[^()[\\]]{0,300})?[)\\]]\\.?$`, 'i');

/** Whether a paper is retracted; undefined if the source does not say. */
export const isRetracted = ({ isRetracted: stated, title }: PaperRecord): boolean | undefined => {
  const plain = /retracted|withdrawn/i.test(title ?? '') ? (text(title) ?? '') : '';
  return [retractedTitle, retractedInCapitals, retractedAtEnd].some((pattern) => pattern.test(plain))
    ? true
    : stated;
};
