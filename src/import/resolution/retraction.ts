import type { PaperRecord } from '../importRecord.ts';

/** What publishers write before the title of a retracted paper, for example `RETRACTED ARTICLE: ` or `[Retracted] `. */
const retractedTitle = /^\W{0,2}(?:retracted|withdrawn)(?: (?:article|chapter|paper))?\s*[:\]]/i;

/** Whether a paper is retracted; undefined if the source does not say. */
export const isRetracted = ({ isRetracted: stated, title }: PaperRecord): boolean | undefined =>
  retractedTitle.test(title ?? '') ? true : stated;
