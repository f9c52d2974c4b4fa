import { problemKinds, type ImportProblem, type ProblemKind } from './importProblem.ts';
import type { RecordOrigin } from './importRecord.ts';

/** How many places the report lists for each kind of problem; further places are only counted. */
const LISTED_PLACES = 100;
/** How many places are printed for each kind of problem. */
const PRINTED_PLACES = 10;

interface ReportedPlace extends RecordOrigin {
  kind: ProblemKind;
  reason: string;
}

/**
 * The problems with the same effect: skipped, dropped or noted. All are counted by kind; only the first of each kind
 * are listed.
 */
interface ProblemTally {
  total: number;
  kinds: Partial<Record<ProblemKind, number>>;
  first: ReportedPlace[];
}

/** The result of an import, printed as text or as JSON. */
export interface ImportReport {
  /** Records read, without skipped lines. */
  read: number;
  /** Records that were not stored before. */
  new: number;
  changed: number;
  /** Records that did not change the stored data. */
  unchanged: number;
  /** Lines that were not imported. */
  skipped: ProblemTally;
  /** Parts of records that were not imported, such as invalid identifiers. */
  dropped: ProblemTally;
  /** Peculiarities of imported records, such as papers without a title. */
  noted: ProblemTally;
}

const emptyTally = (): ProblemTally => ({ total: 0, kinds: {}, first: [] });

export const emptyReport = (): ImportReport => ({
  read: 0,
  new: 0,
  changed: 0,
  unchanged: 0,
  skipped: emptyTally(),
  dropped: emptyTally(),
  noted: emptyTally(),
});

export const reportProblem = (
  report: ImportReport,
  { kind, message }: ImportProblem,
  origin: RecordOrigin,
): void => {
  const tally = report[problemKinds[kind].effect];
  const count = (tally.kinds[kind] ?? 0) + 1;
  tally.total += 1;
  tally.kinds[kind] = count;
  if (count <= LISTED_PLACES) tally.first.push({ kind, ...origin, reason: message });
};

export const renderReport = (report: ImportReport): string =>
  [
    `${counted(report.read)} records read: ${counted(report.new)} new, ${counted(report.changed)} changed, ${counted(report.unchanged)} unchanged`,
    ...problemLines('skipped', report.skipped),
    ...problemLines('dropped', report.dropped),
    ...problemLines('noted', report.noted),
  ].join('\n');

/**
 * The lines of the report about problems with one effect: each kind of problem with its count and examples, most
 * frequent first.
 */
const problemLines = (effect: string, { kinds, first }: ProblemTally): string[] =>
  (Object.entries(kinds) as [ProblemKind, number][])
    .sort(([, left], [, right]) => right - left)
    .flatMap(([kind, count]) => {
      const places = first.filter((place) => place.kind === kind).slice(0, PRINTED_PLACES);
      const others = count - places.length;
      return [
        `${counted(count)} ${effect}: ${problemKinds[kind].label}`,
        ...places.map((place) => `  ${placeText(place)}: ${printable(place.reason)}`),
        ...(others > 0 ? [`  and ${counted(others)} more`] : []),
      ];
    });

/** The place of a record as a text, for example `works.json:1, item 17`. */
export const placeText = ({ file, line, item }: RecordOrigin): string =>
  `${printable(file)}:${line}${item === undefined ? '' : `, item ${item}`}`;

const counted = (count: number): string => count.toLocaleString('en-US');

/** Replaces control characters: quoted file contents must not send commands to the terminal. */
export const printable = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]/gu, '\ufffd');
