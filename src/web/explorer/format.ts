const numbers = new Intl.NumberFormat('en');

/** Formats a number, for example 1234 as "1,234". */
export const formatNumber = (count: number): string => numbers.format(count);

/** Formats a number with a noun, for example "1 paper" or "1,234 papers". */
export const formatCount = (count: number, singular: string, plural = `${singular}s`): string =>
  `${formatNumber(count)} ${count === 1 ? singular : plural}`;

/** Formats a range of years as "2019–2024" or "2024". Empty if no year is known. */
export const formatYears = (first: number | null, last: number | null): string => {
  if (first === null || last === null) return String(first ?? last ?? '');
  return first === last ? String(first) : `${first}–${last}`;
};

const dates = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' });

/** Formats a date as "Feb 11, 2026". @param date a date or a time in UTC */
export const formatDate = (date: string): string => dates.format(new Date(date));

const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });

/** The name of a country by its ISO 3166-1 code. Sources may also state a name, which is returned as it is. */
export const countryName = (code: string): string => {
  try {
    return regions.of(code) ?? code;
  } catch {
    return code;
  }
};
