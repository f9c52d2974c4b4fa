import { isCalendarDay } from './isCalendarDay.ts';

/**
 * The value that was meant, if a source writes a number or a truth value as a text, or a truth value as 0 or 1.
 * Undefined if the value cannot be read as one of the types.
 *
 * @param types types of JSON Schema
 */
export const readableValue = (value: unknown, types: readonly string[]): number | boolean | undefined => {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = String(value).trim().toLowerCase();
  if (types.includes('boolean')) {
    if (text === 'true' || text === '1') return true;
    return text === 'false' || text === '0' ? false : undefined;
  }
  const number = /^[+-]?\d{1,15}(?:\.\d{1,15})?$/.test(text) ? Number(text) : undefined;
  if (types.includes('number')) return number;
  return types.includes('integer') && Number.isInteger(number) ? number : undefined;
};

/** The parts that were found in a date that is not written as YYYY-MM-DD. */
interface ReadableDate {
  date?: string;
  year?: number;
  /** Whether no day is stated, as in `2019-05`. Such a date is not wrong. */
  isPartial: boolean;
}

/** Reads a date that may have a time after the day, or lack the day or the month. */
export const readableDate = (value: unknown): ReadableDate => {
  if (typeof value !== 'string' && typeof value !== 'number') return { isPartial: false };
  const text = String(value).trim();
  const day = /^\d{4}-\d{2}-\d{2}(?=[T ])/.exec(text)?.[0];
  if (day !== undefined && isCalendarDay(day)) return { date: day, isPartial: false };
  const year = /^\d{4}(?!\d)/.exec(text)?.[0];
  const isPartial = /^\d{4}(?:[-/](?:\d{1,2}(?:[-/]0{1,2})?)?)?$/.test(text);
  return { ...(year !== undefined && { year: Number(year) }), isPartial };
};
