import {
  duplicatePosition,
  type DuplicateCandidate,
  type DuplicatesRequest,
} from '../../src/graph/identity/duplicates.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { runImport } from '../../src/import/runImport.ts';
import { recordsFormat } from '../support/recordsFormat.ts';
import { printTable } from './table.ts';
import { median, quantile, secondsOf } from './timing.ts';

/* How long a page of candidates takes, and how much longer changes take once the candidates are computed. */

const ROUNDS = 20;

const millisecondsOf = async (work: () => Promise<unknown>): Promise<number> =>
  1_000 * (await secondsOf(work));

/** Milliseconds until a change is stored and readers see it, by what was changed; medians. */
export const changeTimes = async (store: GraphStore): Promise<ReadonlyMap<string, number>> => {
  const times = new Map<string, number[]>();
  const measure = async (what: string, work: () => Promise<unknown>): Promise<void> => {
    const list = times.get(what) ?? [];
    times.set(what, list);
    list.push(await millisecondsOf(work));
  };
  const page = await store.list('AUTHOR', { first: 100, order: ['-paperCount', 'id'], count: false });
  const [one, other] = [page.entries[50]?.node.id ?? '', page.entries[99]?.node.id ?? ''];
  for (let round = 0; round < 5; round += 1) {
    const draft = { kind: 'SAME' as const, entityIds: [one, other], by: 'bench' };
    await measure('a correction', () => store.correct(draft));
    const [made] = await store.corrections();
    await measure('its undoing', () => store.undoCorrection(made?.id ?? '', 'bench'));
    const record = {
      ids: { acl: 'P99-9999' },
      title: `Round ${round}`,
      authors: [{ name: 'Christopher D. Manning' }, { name: `Newcomer Number${round}` }],
    };
    const format = recordsFormat([record], 'acl');
    await measure('an import of one paper', () => runImport({ store, format, paths: [] }));
  }
  return new Map(Array.from(times, ([what, list]) => [what, median(list)]));
};

/** Prints how long changes take before and after the candidates are computed. */
export const reportChanges = (
  without: ReadonlyMap<string, number>,
  withCandidates: ReadonlyMap<string, number>,
): void => {
  printTable(
    'Changes, before and after the candidates are computed; milliseconds, medians',
    ['what', 'before', 'after'],
    Array.from(without, ([what, before]) => [what, before, withCandidates.get(what) ?? NaN]),
  );
};

/** Prints how long pages of candidates take. */
export const reportCandidatePages = async (store: GraphStore): Promise<void> => {
  const request: DuplicatesRequest = { minScore: 0, first: 20, count: true };
  const { entries } = await store.duplicates(undefined, { ...request, minScore: 0.5e9, backward: true });
  const last = entries.at(-1)?.node as DuplicateCandidate;
  const pages: [string, string | undefined, Partial<DuplicatesRequest>][] = [
    ['the first page', undefined, {}],
    ['the last page', undefined, { backward: true }],
    ['of score 0.5 and more, the last page', undefined, { minScore: 0.5e9, backward: true }],
    ['after a pair of score 0.5', undefined, { after: duplicatePosition(last) }],
    ['declared different', undefined, { status: 'DIFFERENT' }],
    ['of one author', last.entities[0].id, {}],
  ];
  const rows = [];
  for (const [what, author, more] of pages) {
    const samples: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      samples.push(await millisecondsOf(() => store.duplicates(author, { ...request, ...more })));
    }
    rows.push([what, median(samples), quantile(samples, 1)]);
  }
  const { total } = await store.duplicates(undefined, request);
  printTable(`Pages of ${total} candidates; milliseconds`, ['page', 'median', 'slowest'], rows);
};
