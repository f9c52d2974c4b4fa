import {
  eventKinds,
  eventOrder,
  type AuthorEventsRequest,
  type EventKind,
} from '../../graph/authorEvents.ts';
import { dayNumber } from '../../graph/model/dayNumber.ts';
import type { Page } from '../../graph/model/pages.ts';
import { at, rowEnd, rowStart, targetsOf } from '../algorithms/adjacency.ts';
import { UNKNOWN, UNKNOWN_YEAR } from '../algorithms/paperColumns.ts';
import type { Steps } from '../algorithms/steps.ts';
import type { MemoryGraph } from '../memoryGraph.ts';
import { distanceEvents } from './distanceEvents.ts';
import type { FilterTests } from './filterTests.ts';
import type { NodeEvent } from './nodeEvent.ts';
import { nodePage } from './nodePages.ts';
import type { SortColumns } from './sortColumns.ts';

const noDistance = { distance: null, previousDistance: null };

/** Finds the events in authors' work. Their days are the dates of papers. Papers without a year are left out. */
export class AuthorEvents {
  readonly #graph: MemoryGraph;
  readonly #columns: SortColumns;

  constructor(graph: MemoryGraph, columns: SortColumns) {
    this.#graph = graph;
    this.#columns = columns;
  }

  /** @param others authors; an event says when the distance between `author` and one of them became shorter */
  *page(
    author: number,
    request: AuthorEventsRequest,
    others: readonly number[],
    tests: FilterTests,
  ): Steps<Page<NodeEvent>> {
    const { kinds, since = -Infinity, first, after, backward, count } = request;
    const all = [...this.#withPapers(author, tests), ...this.#institutions(author)];
    if (kinds.includes('DISTANCE_SHORTENED'))
      all.push(...(yield* distanceEvents(this.#graph, author, others, tests.ofJointPapers(undefined))));
    const events = all.filter(({ kind, day }) => kinds.includes(kind) && day >= since);
    const event = (index: number) => events[index] as NodeEvent;
    return yield* nodePage(
      { length: events.length, entry: (index) => index, isRanked: false },
      {
        first,
        columns: [
          (index) => 0 - event(index).day,
          (index) => eventKinds.indexOf(event(index).kind),
          (index) => event(index).entity,
        ],
        after: after && this.#columns.after(eventOrder, after, undefined),
        backward,
        passes: undefined,
        count,
      },
      event,
    );
  }

  /** The events that a paper of the author caused: the first paper, and new collaborators, topics and institutions. */
  #withPapers(author: number, tests: FilterTests): NodeEvent[] {
    const { rows, columns } = this.#graph;
    const isJoint = tests.ofJointPapers(undefined);
    const dayOf = (paper: number) => at(columns.days, paper - columns.start);
    const papers = [...targetsOf(rows.authorPapers, author)]
      .filter((paper) => dayOf(paper) !== UNKNOWN)
      .sort((a, b) => dayOf(a) - dayOf(b) || a - b);
    const events: NodeEvent[] = [];
    const seen = new Set([author]);
    for (const [index, paper] of papers.entries()) {
      const add = (kind: EventKind, entity: number): void => {
        if (seen.has(entity)) return;
        seen.add(entity);
        events.push({
          kind,
          day: dayOf(paper),
          year: at(columns.years, paper - columns.start),
          entity,
          paper,
          ...noDistance,
        });
      };
      if (index === 0) add('FIRST_PAPER', paper);
      if (isJoint(paper))
        for (const other of targetsOf(rows.paperAuthors, paper)) add('NEW_COLLABORATOR', other);
      for (const topic of targetsOf(rows.paperTopics, paper)) add('NEW_TOPIC', topic);
    }
    return events;
  }

  /**
   * The events of new institutions. The graph in memory holds only the first year of an author at an institution, not
   * the paper.
   */
  #institutions(author: number): NodeEvent[] {
    const { authorInstitutions: rows } = this.#graph.rows;
    const events: NodeEvent[] = [];
    for (let slot = rowStart(rows, author); slot < rowEnd(rows, author); slot += 1) {
      const year = at(rows.firstYears, slot);
      if (year === UNKNOWN_YEAR) continue;
      const day = dayNumber(null, year) as number;
      const entity = at(rows.targets, slot);
      events.push({ kind: 'NEW_INSTITUTION', day, year, entity, paper: null, ...noDistance });
    }
    return events;
  }
}
