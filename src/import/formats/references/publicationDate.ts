import type { PaperRecord } from '../../importRecord.ts';

const datePattern = /(?:^-|(?<!\d))\d{4}(?!\d)(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?/;

/**
 * The year of the first text that has one, and the first day in that year that a text states, such as `2017/06/12` or
 * an ISO date. If no text has a year, the first text is returned as the year, so that the report shows it.
 *
 * @param texts the texts of date fields, most reliable first
 */
export const publicationDate = (texts: readonly string[]): { date?: string; year?: number | string } => {
  const dates = texts.flatMap((text) => {
    const match = datePattern.exec(text.trim());
    return match ? [{ year: match[0].replace(/(?<=\d)[-/].*/, ''), month: match[1], day: match[2] }] : [];
  });
  const [first] = dates;
  if (!first) return texts[0] === undefined ? {} : { year: texts[0] };
  const full = dates.find(
    ({ year, month, day }) => year === first.year && Number(month) > 0 && Number(day) > 0,
  );
  return {
    year: Number(first.year),
    ...(full && { date: [full.year, twoDigits(full.month), twoDigits(full.day)].join('-') }),
  } satisfies Partial<Record<keyof PaperRecord, unknown>>;
};

const twoDigits = (number = ''): string => number.padStart(2, '0');
