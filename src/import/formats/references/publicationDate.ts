import type { PaperRecord } from '../../importRecord.ts';

/** Matches a year, perhaps with a month and a day. Of a range such as `2016-05/2016-06`, only the start is read. */
const datePattern =
  /(?:^-|(?<!\d))\d{4}(?!\d)(?:(?<separator>[-/])(?<month>\d{1,2})(?!\d)(?:\k<separator>(?<day>\d{1,2})(?!\d))?)?/;

/**
 * The year of the first text that has one, and the first day in that year that a text states, such as `2017/06/12` or
 * an ISO date. If no text has a year, the first text is returned as the year, so that the report shows it.
 *
 * @param texts the texts of date fields, most reliable first
 */
export const publicationDate = (texts: readonly string[]): { date?: string; year?: number | string } => {
  const dates = texts.flatMap((text) => {
    const match = datePattern.exec(text.trim());
    const { month, day } = match?.groups ?? {};
    return match ? [{ year: match[0].replace(/(?<=\d)[-/].*/, ''), month, day }] : [];
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
