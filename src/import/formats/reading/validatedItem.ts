import type { FormatItem, RecordOrigin } from '../../importRecord.ts';
import { validateRecord } from '../../validateRecord.ts';

/** The item that a value makes: its record, or why it is none. */
export const validatedItem = (origin: RecordOrigin, value: unknown): FormatItem => {
  const result = validateRecord(value);
  return 'record' in result ? { origin, record: result.record } : { origin, skipped: result.reason };
};
