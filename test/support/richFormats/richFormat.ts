/*
 * A record with all fields of each format, as a JSON value, and the file that is written from such values. The text
 * formats write any value as text.
 */

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

export interface RichFormat {
  /** The name on the command line. */
  name: string;
  /** A record that has no entity in common with those of other numbers. */
  record(number: number): Json;
  files(records: readonly Json[]): Record<string, string>;
}

/** Items that differ in their fields. */
export const list = (...items: Json[]): Json[] => items;
