import type { RecordOrigin } from './importRecord.ts';

/** So many places are listed of each kind; past them they are only counted. */
export const LISTED_PLACES = 100;
/** Notes are about records that were kept, so that a few examples are enough. */
const LISTED_EXAMPLES = 5;

export interface ReportedPlace extends RecordOrigin {
  reason: string;
}

/** How many there were, and the first of them. */
export interface Tally<Example> {
  total: number;
  first: Example[];
}

/** What an import did, for people and, as JSON, for programs. */
export interface ImportReport {
  /** Records read; lines that are none are not among them. */
  read: number;
  /** What was not stored before. */
  new: number;
  changed: number;
  /** As they were stored. */
  unchanged: number;
  /** Lines that are no record. */
  skipped: Tally<ReportedPlace>;
  /** Parts of records that were left out, such as identifiers that are none. */
  dropped: Tally<ReportedPlace>;
  /** What is odd about records that were kept, for instance "papers without a title", with examples. */
  notes: Record<string, Tally<string>>;
}

export const emptyReport = (): ImportReport => ({
  read: 0,
  new: 0,
  changed: 0,
  unchanged: 0,
  skipped: { total: 0, first: [] },
  dropped: { total: 0, first: [] },
  notes: {},
});

/** Counts a line that was skipped, or a part of a record that was dropped, and lists it if it is among the first. */
export const reportPlace = (
  report: ImportReport,
  kind: 'skipped' | 'dropped',
  origin: RecordOrigin,
  reason: string,
): void => addTo(report[kind], { ...origin, reason }, LISTED_PLACES);

/**
 * Counts something odd about a record that was kept.
 *
 * @param about what it is, in the plural: `papers without a title`.
 * @param example which record it is.
 */
export const reportNote = (report: ImportReport, about: string, example: string): void => {
  const note = (report.notes[about] ??= { total: 0, first: [] });
  addTo(note, example, LISTED_EXAMPLES);
};

const addTo = <Example>(tally: Tally<Example>, example: Example, listed: number): void => {
  tally.total += 1;
  if (tally.first.length < listed) tally.first.push(example);
};

/** The report as text of several lines. */
export const renderReport = (report: ImportReport): string =>
  [
    `${counted(report.read)} records read: ${counted(report.new)} new, ${counted(report.changed)} changed, ${counted(report.unchanged)} unchanged`,
    ...placeLines('skipped', report.skipped),
    ...placeLines('dropped', report.dropped),
    ...Object.entries(report.notes).map(([about, { total, first }]) => {
      const rest = total > first.length ? ', …' : '';
      return `${counted(total)} ${about}: ${first.map(printable).join(', ')}${rest}`;
    }),
  ].join('\n');

const placeLines = (title: string, { total, first }: Tally<ReportedPlace>): string[] => {
  if (total === 0) return [];
  const lines = first.map(({ file, line, reason }) => `  ${printable(file)}:${line}: ${printable(reason)}`);
  const unlisted = total - first.length;
  return [
    `${counted(total)} ${title}:`,
    ...lines,
    ...(unlisted > 0 ? [`  and ${counted(unlisted)} more`] : []),
  ];
};

const counted = (count: number): string => count.toLocaleString('en-US');

/** Reasons quote what files hold, and that must not steer the reader's terminal. */
export const printable = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]/gu, '\ufffd');
