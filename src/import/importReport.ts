import type { RecordOrigin } from './importRecord.ts';

/** Places listed of each kind; further ones are only counted. */
const LISTED_PLACES = 100;
/** Examples listed of each note. */
const LISTED_EXAMPLES = 5;

export interface ReportedPlace extends RecordOrigin {
  reason: string;
}

/** A count, and the first examples. */
export interface Tally<Example> {
  total: number;
  first: Example[];
}

/** The result of an import, printed as text or as JSON. */
export interface ImportReport {
  /** Records read, without skipped lines. */
  read: number;
  /** Records that were not stored before. */
  new: number;
  changed: number;
  /** Records equal to what was stored. */
  unchanged: number;
  /** Lines that are not records. */
  skipped: Tally<ReportedPlace>;
  /** Parts of records that were left out, such as invalid identifiers. */
  dropped: Tally<ReportedPlace>;
  /** Peculiarities of imported records, such as "papers without a title", with examples. */
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

/** Counts a skipped line or a dropped part of a record. */
export const reportPlace = (
  report: ImportReport,
  kind: 'skipped' | 'dropped',
  origin: RecordOrigin,
  reason: string,
): void => addTo(report[kind], { ...origin, reason }, LISTED_PLACES);

/**
 * Counts a peculiarity of an imported record.
 *
 * @param about the peculiarity in the plural, for example `papers without a title`
 * @param example the record
 */
export const reportNote = (report: ImportReport, about: string, example: string): void => {
  const note = (report.notes[about] ??= { total: 0, first: [] });
  addTo(note, example, LISTED_EXAMPLES);
};

const addTo = <Example>(tally: Tally<Example>, example: Example, listed: number): void => {
  tally.total += 1;
  if (tally.first.length < listed) tally.first.push(example);
};

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

/** Replaces control characters: quoted file contents must not send commands to the terminal. */
export const printable = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]/gu, '\ufffd');
