import type { PaperRecord } from '../importRecord.ts';
import { text } from './recordText.ts';

/** What publishers write before the title of a retracted paper, for example `RETRACTED ARTICLE: ` or `[Retracted] `. */
const retractedTitle = /^\W{0,2}(?:retracted|withdrawn)(?: (?:article|chapter|paper))?\s*[:\])]/i;
/**
 * What catalogues write after the title of a retracted paper, for example `(Retracted article. See vol. 17, pg. 1,
 * 2012)`.
 */
const retractedAtEnd = /\(retracted(?: (?:article|chapter|paper)\b[^()]{0,300})?\)\.?$/i;

/** Whether a paper is retracted; undefined if the source does not say. */
export const isRetracted = ({ isRetracted: stated, title }: PaperRecord): boolean | undefined => {
  const plain = /retracted|withdrawn/i.test(title ?? '') ? (text(title) ?? '') : '';
  return retractedTitle.test(plain) || retractedAtEnd.test(plain) ? true : stated;
};
