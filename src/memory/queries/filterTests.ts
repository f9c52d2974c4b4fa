import type {
  AuthorFilter,
  CollaborationFilter,
  InstitutionFilter,
  ListFilter,
  PaperFilter,
  SearchedWords,
  TopicFilter,
  YearRange,
} from '../../graph/model/filters.ts';
import type { EntityKind } from '../../graph/model/entityKinds.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import { makesCollaborators } from '../../graph/collaborationCap.ts';
import type { SuggestionFilter } from '../../graph/suggestions.ts';
import { at, rowEnd, rowStart, targetsOf, type Adjacency } from '../algorithms/adjacency.ts';
import { UNKNOWN, UNKNOWN_YEAR } from '../algorithms/paperColumns.ts';
import type { MemoryGraph } from '../memoryGraph.ts';

/** Returns whether a node passes a filter. */
export type NodeTest = (node: number) => boolean;

/**
 * Returns the node of an entity, which may be given by its own id or another identifier; undefined if it is not stored.
 */
export type NodeOf = (id: EntityId) => number | undefined;

const all =
  (tests: readonly NodeTest[]): NodeTest =>
  (node) =>
    tests.every((test) => test(node));

/** Converts filters to tests of nodes. */
export class FilterTests {
  readonly #graph: MemoryGraph;
  readonly #nodeOf: NodeOf;
  readonly #titled: (words: SearchedWords) => ReadonlySet<number>;
  readonly #ofLists: Partial<Record<EntityKind, (filter: ListFilter) => NodeTest | undefined>> = {
    AUTHOR: (filter) => this.#ofAuthors(filter as AuthorFilter),
    INSTITUTION: (filter) => this.#ofInstitutions(filter as InstitutionFilter),
    PAPER: (filter) => this.ofPapers(filter as PaperFilter),
    TOPIC: (filter) => this.#hasWord('TOPIC', 'level', (filter as TopicFilter).level),
  };

  /** @param titled returns the papers that have the given words in their titles */
  constructor(graph: MemoryGraph, nodeOf: NodeOf, titled: (words: SearchedWords) => ReadonlySet<number>) {
    this.#graph = graph;
    this.#nodeOf = nodeOf;
    this.#titled = titled;
  }

  /** A test for the entities of a list of one kind; undefined if there is no filter. */
  ofKind(kind: EntityKind, filter: ListFilter | undefined): NodeTest | undefined {
    return filter && this.#ofLists[kind]?.(filter);
  }

  /** A test for papers; undefined if there is no filter. */
  ofPapers(filter: PaperFilter | undefined): NodeTest | undefined {
    if (!filter) return undefined;
    const { columns } = this.#graph;
    const tests = this.#ofAnyPapers(filter);
    if (filter.paperTypes) tests.push(this.#hasWord('PAPER', 'paperType', ...filter.paperTypes));
    if (filter.authorIds) tests.push(leadsTo(this.#graph.rows.paperAuthors, this.#nodes(filter.authorIds)));
    if (filter.title) {
      const titled = this.#titled(filter.title);
      tests.push((paper) => titled.has(paper));
    }
    if (filter.hasCode !== undefined) {
      const code = filter.hasCode ? 1 : 0;
      tests.push((paper) => columns.hasCode[paper - columns.start] === code);
    }
    return all(tests);
  }

  /** A test for papers: whether they make their authors collaborators and, if there is a filter, pass it. */
  ofJointPapers(filter: CollaborationFilter | undefined): NodeTest {
    const { columns, cap, rows } = this.#graph;
    const tests: NodeTest[] = [
      (paper) => makesCollaborators(at(columns.teamSizes, paper - columns.start), cap),
    ];
    if (!filter) return all(tests);
    tests.push(...this.#ofAnyPapers(filter));
    if (filter.institutionIds)
      tests.push(leadsTo(rows.paperInstitutions, this.#nodes(filter.institutionIds)));
    const most = filter.maxAuthorsPerPaper;
    if (most !== undefined) {
      tests.push((paper) => {
        const count = at(columns.authorCounts, paper - columns.start);
        return count !== UNKNOWN && count <= most;
      });
    }
    return all(tests);
  }

  /**
   * A test for collaborators: whether an author passes the conditions of the filter that are about authors, not about
   * papers.
   */
  ofCollaborators({ identification }: CollaborationFilter): NodeTest {
    return identification ? this.#hasWord('AUTHOR', 'identification', ...identification) : () => true;
  }

  /** A test for authors who are suggested as collaborators. */
  ofSuggestions({
    activeSinceYear,
    institutionIds,
    excludeInstitutionIds,
    topicIds,
    identification,
  }: SuggestionFilter): NodeTest {
    const { authorInstitutions, authorTopics } = this.#graph.rows;
    const tests: NodeTest[] = [];
    if (activeSinceYear !== undefined) tests.push((author) => this.#lastYear(author) >= activeSinceYear);
    if (institutionIds) tests.push(leadsTo(authorInstitutions, this.#nodes(institutionIds)));
    if (excludeInstitutionIds) {
      const isExcluded = leadsTo(authorInstitutions, this.#nodes(excludeInstitutionIds));
      tests.push((author) => !isExcluded(author));
    }
    if (topicIds) tests.push(leadsTo(authorTopics, this.topicsWithin(topicIds)));
    if (identification) tests.push(this.#hasWord('AUTHOR', 'identification', ...identification));
    return all(tests);
  }

  #ofAuthors({ topicIds, institutionIds, countryCodes }: AuthorFilter): NodeTest {
    const { rows, ranges } = this.#graph;
    const sets: ReadonlySet<number>[] = [];
    if (topicIds) sets.push(allTargets(rows.topicAuthors, this.topicsWithin(topicIds)));
    if (institutionIds) sets.push(allTargets(rows.institutionAuthors, this.#nodes(institutionIds)));
    if (countryCodes) {
      const isInCountry = this.#hasWord('INSTITUTION', 'countryCode', ...countryCodes);
      const institutions: number[] = [];
      const { start, end } = ranges.INSTITUTION;
      for (let node = start; node < end; node += 1) if (isInCountry(node)) institutions.push(node);
      sets.push(allTargets(rows.institutionAuthors, institutions));
    }
    return (author) => sets.every((set) => set.has(author));
  }

  #ofInstitutions({ countryCodes, institutionTypes }: InstitutionFilter): NodeTest {
    const tests: NodeTest[] = [];
    if (countryCodes) tests.push(this.#hasWord('INSTITUTION', 'countryCode', ...countryCodes));
    if (institutionTypes) tests.push(this.#hasWord('INSTITUTION', 'institutionType', ...institutionTypes));
    return all(tests);
  }

  /** The tests for the conditions that both PaperFilter and CollaborationFilter have. */
  #ofAnyPapers(filter: Pick<PaperFilter, 'years' | 'venueNames' | 'topicIds'>): NodeTest[] {
    const tests: NodeTest[] = [];
    if (filter.years) tests.push(this.#inYears(filter.years));
    if (filter.venueNames) tests.push(this.#hasWord('PAPER', 'venueName', ...filter.venueNames));
    if (filter.topicIds) {
      tests.push(leadsTo(this.#graph.rows.paperTopics, this.topicsWithin(filter.topicIds)));
    }
    return tests;
  }

  #inYears({ from = -Infinity, to = Infinity }: YearRange): NodeTest {
    const { columns } = this.#graph;
    return (paper) => {
      const year = at(columns.years, paper - columns.start);
      return year !== UNKNOWN_YEAR && year >= from && year <= to;
    };
  }

  #hasWord(kind: EntityKind, field: string, ...words: readonly (string | undefined)[]): NodeTest {
    const column = this.#graph.words[kind][field];
    if (!column) throw new TypeError(`The memory graph has no column for the field ${field} of ${kind}.`);
    return column.isOneOf(words.filter((word) => word !== undefined));
  }

  /** The nodes of the given topics and of all narrower topics. */
  topicsWithin(ids: readonly EntityId[]): Set<number> {
    const { narrower } = this.#graph.rows;
    const topics = this.#nodes(ids);
    // the loop also visits the topics that it adds
    for (const topic of topics) for (const each of targetsOf(narrower, topic)) topics.add(each);
    return topics;
  }

  #nodes(ids: readonly EntityId[]): Set<number> {
    return new Set(ids.flatMap((id) => this.#nodeOf(id) ?? []));
  }

  /** The year of the author's newest paper; UNKNOWN_YEAR only if no paper has a year. */
  #lastYear(author: number): number {
    const { rows, columns } = this.#graph;
    const [newest] = targetsOf(rows.authorPapers, author);
    return newest === undefined ? UNKNOWN_YEAR : at(columns.years, newest - columns.start);
  }
}

const leadsTo =
  (rows: Adjacency, nodes: ReadonlySet<number>): NodeTest =>
  (node) => {
    for (let slot = rowStart(rows, node); slot < rowEnd(rows, node); slot += 1) {
      if (nodes.has(at(rows.targets, slot))) return true;
    }
    return false;
  };

const allTargets = (rows: Adjacency, nodes: Iterable<number>): Set<number> => {
  const targets = new Set<number>();
  for (const node of nodes) for (const target of targetsOf(rows, node)) targets.add(target);
  return targets;
};
