import type { PaperRecord } from '../importRecord.ts';

/** What publishers write before the title of a retracted paper, for example `RETRACTED ARTICLE: ` or `[Retracted] `. */
const retractedTitle = /^\W{0,2}(?:retracted|withdrawn)(?: (?:article|chapter|paper))?\s*[:\]]/i;

/** Whether a paper is retracted; undefined if the source does not say. */
export const isRetracted = ({ isRemoved, isRetracted: stated, title }: PaperRecord): boolean | undefined =>
  isRemoved === true || retractedTitle.test(title ?? '') ? true : stated;

/** The record of a removed paper without what removed papers must not contribute to the graph. */
export const withoutRemovedParts = (record: PaperRecord): PaperRecord => {
  if (record.isRemoved !== true) return record;
  const { authorCount: _, authorListIsComplete: __, ...others } = record;
  return { ...others, abstract: '', authors: [], topics: [], references: [] };
};
