import type { EntityKind } from '../../graph/model/entityKinds.ts';
import { at } from '../algorithms/adjacency.ts';
import { nodeFlags } from '../algorithms/nodeFlags.ts';
import type { Steps } from '../algorithms/steps.ts';
import type { Affiliations } from '../memoryGraph.ts';
import type { UpdateContext } from './updateContext.ts';
import { renumberer } from './renumbering.ts';

/** Returns the affiliations of a graph after an update. */
export const updatedAffiliations = function* (context: UpdateContext): Steps<Affiliations> {
  const { numbering, old } = context;
  const read = yield* context.readAffiliations('AFFILIATIONS');
  yield;
  const runs = keptRuns(context);
  yield;
  const keptCount = runs.reduce((sum, [from, to]) => sum + to - from, 0);
  const { papers, authors, institutions } = old.affiliations;
  if (keptCount === papers.length && read.papers.length === 0 && numbering.isSame) return old.affiliations;
  const joined = (kind: EntityKind, values: Uint32Array, added: Uint32Array): Uint32Array => {
    const all = new Uint32Array(keptCount + added.length);
    let place = 0;
    for (const [from, to] of runs) {
      all.set(values.subarray(from, to), place);
      place += to - from;
    }
    renumberer(numbering, old.ranges[kind])(all.subarray(0, keptCount));
    all.set(added, keptCount);
    return all;
  };
  return {
    papers: joined('PAPER', papers, read.papers),
    authors: joined('AUTHOR', authors, read.authors),
    institutions: joined('INSTITUTION', institutions, read.institutions),
  };
};

/** The runs of consecutive indexes of the affiliations that are kept: the start and the end of each. */
const keptRuns = (context: UpdateContext): [start: number, end: number][] => {
  const { PAPER, INSTITUTION } = context.old.ranges;
  const { papers, institutions } = context.old.affiliations;
  const stale = context.stale('AFFILIATIONS');
  const [isStale, isGone] = [nodeFlags(stale, PAPER), nodeFlags(stale, INSTITUTION)];
  const runs: [start: number, end: number][] = [];
  let start = 0;
  for (let index = 0; index <= papers.length; index += 1) {
    const isKept =
      index < papers.length &&
      isStale[at(papers, index) - PAPER.start] === 0 &&
      isGone[at(institutions, index) - INSTITUTION.start] === 0;
    if (isKept) continue;
    if (index > start) runs.push([start, index]);
    start = index + 1;
  }
  return runs;
};
