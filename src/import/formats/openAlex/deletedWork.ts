import type { PaperRecord } from '../../importRecord.ts';

/** The record of a work that OpenAlex deleted. */
export const deletedWork = (id: string): PaperRecord => ({
  ids: { openalex: id },
  isRemoved: true,
  removalReason: 'OpenAlex deleted the work.',
});
