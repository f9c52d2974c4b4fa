import type { FormatItem, RecordOrigin } from '../../importRecord.ts';
import { validateRecord } from '../../validateRecord.ts';

/** The record of a value, or the reason why the value is not a record. */
export const validatedItem = (origin: RecordOrigin, value: unknown): FormatItem => {
  const result = validateRecord(value);
  return 'record' in result ? { origin, record: result.record } : { origin, skipped: result.reason };
};
