import { at } from '../algorithms/adjacency.ts';
import { EarliestDays } from '../algorithms/earliestDays.ts';
import { UNKNOWN } from '../algorithms/paperColumns.ts';
import type { Steps } from '../algorithms/steps.ts';
import { LONGEST_DISTANCE } from '../../graph/authorEvents.ts';
import type { MemoryGraph } from '../memoryGraph.ts';
import type { NodeEvent } from './nodeEvent.ts';
import type { NodeTest } from './filterTests.ts';

/**
 * Finds the days on which the number of steps from an author to other authors became smaller. Papers without a year
 * connect nobody.
 */
export const distanceEvents = function* (
  { rows, ranges, columns }: MemoryGraph,
  author: number,
  others: readonly number[],
  isJoint: NodeTest,
): Steps<NodeEvent[]> {
  const targets = others.filter((other) => other !== author);
  if (targets.length === 0) return [];
  const dayOf = (paper: number): number | undefined => {
    const day = at(columns.days, paper - columns.start);
    return day === UNKNOWN || !isJoint(paper) ? undefined : day;
  };
  const { authorPapers, paperAuthors } = rows;
  const { AUTHOR: authors, PAPER: papers } = ranges;
  const days = new EarliestDays({ authors, papers, authorPapers, paperAuthors, dayOf });
  yield* days.search(author, targets, LONGEST_DISTANCE);
  const events: NodeEvent[] = [];
  for (const entity of targets) {
    for (const [index, reached] of days.reached(entity).entries()) {
      const paper = days.firstPaper(entity, reached);
      events.push({
        kind: 'DISTANCE_SHORTENED',
        day: reached.day,
        year: at(columns.years, paper - columns.start),
        entity,
        paper,
        distance: reached.steps,
        previousDistance: days.reached(entity)[index + 1]?.steps ?? null,
      });
      yield;
    }
  }
  return events;
};
