import type { ImportFormat, ImportRecord, SourceItem } from '../../src/import/importRecord.ts';

/** Records from memory as a format, so that tests import them the way files are. */
export const recordsFormat = (records: readonly ImportRecord[], source = 'drawn'): ImportFormat => ({
  name: 'records',
  source,
  async *read(): AsyncIterable<SourceItem> {
    for (const [index, record] of records.entries()) {
      yield await Promise.resolve({ origin: { file: 'records', line: index + 1 }, value: record });
    }
  },
});
