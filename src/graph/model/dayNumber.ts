const MILLISECONDS_A_DAY = 86_400_000;

/**
 * Converts a date to days since 1970-01-01. If there is no date, the 1st of January of the year is used; null if the
 * year is unknown, too.
 */
export const dayNumber = (date: string | null, year: number | null): number | null => {
  if (date !== null) return Math.round(Date.parse(`${date}T00:00:00Z`) / MILLISECONDS_A_DAY);
  if (year === null) return null;
  const january = new Date(0);
  january.setUTCFullYear(year);
  return Math.round(january.getTime() / MILLISECONDS_A_DAY);
};
