import type { ImportFormat, ReadingProgress, SourceItem } from '../importRecord.ts';
import type { RecognizedFiles } from './recognizeFormats.ts';

/** One import of files in several formats: reads each file in its own format, and reports those without one. */
export const mixedFormats = ({ groups, unread }: RecognizedFiles): ImportFormat => ({
  name: [...groups.keys()].map(({ name }) => name).join(' or '),
  source: 'file', // never used, because every item names the source of its own format
  async *read(_: readonly string[], progress: ReadingProgress): AsyncGenerator<SourceItem> {
    yield* unread;
    for (const [format, paths] of groups) {
      for await (const item of format.read(paths, progress)) {
        yield 'value' in item ? { ...item, source: format.source } : item;
      }
    }
  },
});
