/**
 * What an import can report, by kind. `skipped`: the line was not imported. `dropped`: a part of the line was not
 * imported. `noted`: the line was imported, but is unusual.
 */
export const problemKinds = {
  notJson: { effect: 'skipped', label: 'lines that are not JSON' },
  unreadableLine: { effect: 'skipped', label: 'lines that cannot be read' },
  damagedFile: { effect: 'skipped', label: 'files that are damaged from a place on' },
  noRecords: { effect: 'skipped', label: 'files without a record of their format' },
  unknownFormat: { effect: 'skipped', label: 'files in no known format' },
  failedRecord: { effect: 'skipped', label: 'records that this program failed to translate' },
  notARecord: { effect: 'skipped', label: 'entries that are not records' },
  unsupportedObject: { effect: 'skipped', label: 'objects of a kind that is not imported' },
  invalidField: { effect: 'dropped', label: 'fields with an invalid value' },
  longField: { effect: 'dropped', label: 'fields that were too long and were cut' },
  impossibleDate: { effect: 'dropped', label: 'impossible dates' },
  invalidIdentifier: { effect: 'dropped', label: 'invalid identifiers' },
  invalidReference: { effect: 'dropped', label: 'invalid references' },
  sharedIdentifier: { effect: 'dropped', label: 'identifiers that belong to another entity' },
  contradictoryIdentifier: { effect: 'dropped', label: 'identifiers that contradict each other' },
  incompatibleName: { effect: 'dropped', label: 'ORCIDs that belong to another person' },
  shorterAuthorList: {
    effect: 'dropped',
    label: 'incomplete lists of authors, where a better list is stored',
  },
  missingFile: { effect: 'dropped', label: 'files that are missing' },
  contradictoryCount: {
    effect: 'noted',
    label: 'lists whose length differs from the count that the source states',
  },
  otherFile: { effect: 'noted', label: 'other files in a folder, in no known format, which were not read' },
  emptyFile: { effect: 'noted', label: 'files without records' },
  duplicateEntry: { effect: 'noted', label: 'papers with two ids in one catalogue' },
  retractedPaper: { effect: 'noted', label: 'papers that are retracted' },
  removedPaper: { effect: 'noted', label: 'papers that their source removed' },
  otherSourcePaper: {
    effect: 'noted',
    label: 'papers that a source removed, but which are kept as another source describes them',
  },
  uncheckedPaper: {
    effect: 'noted',
    label: 'papers that a source lists no more, and of which it does not say whether they were removed',
  },
  incompleteAuthors: { effect: 'noted', label: 'papers of which a source lists only the first authors' },
  missingTitle: { effect: 'noted', label: 'papers without a title' },
  missingAuthors: { effect: 'noted', label: 'papers without authors' },
} as const satisfies Record<string, { effect: 'skipped' | 'dropped' | 'noted'; label: string }>;

export type ProblemKind = keyof typeof problemKinds;

export interface ImportProblem {
  kind: ProblemKind;
  message: string;
}

/** Receives each problem of a record. */
export type OnProblem = (kind: ProblemKind, message: string) => void;
