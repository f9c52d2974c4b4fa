import type { EntityId } from '../../../graph/model/ids.ts';
import { degree, targetsOf } from '../../algorithms/adjacency.ts';
import type { Steps } from '../../algorithms/steps.ts';
import type { MemoryGraph } from '../../memoryGraph.ts';
import type { AuthorNaming } from '../../entityRecords.ts';
import { ABSENT } from '../../build/renumbering.ts';
import type { NameIndex } from './nameIndex.ts';
import { LARGEST_BLOCK, MOST_COLLABORATORS } from './possiblePairs.ts';

/** What an update of the graph has changed about authors. */
interface AuthorChange {
  old: MemoryGraph;
  graph: MemoryGraph;
  /** For each author of the new graph, numbered from 0: the number in the old graph, or ABSENT. */
  oldOf: Uint32Array;
  /** The authors who were read again, with their current names; undefined for authors who were removed. */
  namings: ReadonlyMap<EntityId, AuthorNaming | undefined>;
  /**
   * The authors of pairs (see ClaimedPairs) that were added or removed by the update: pairs of authors to whom records
   * give the same identifier.
   */
  claiming: ReadonlySet<EntityId>;
}

/** How many authors are processed between two pauses in which requests are served. */
const AUTHORS_PER_STEP = 5_000;

/**
 * Updates `names` to the new graph, and finds the authors whose pairs may have changed:
 * - the authors who were read again, and the authors in `claiming`;
 * - the collaborators of an author whose number of collaborators has crossed the limit MOST_COLLABORATORS;
 * - the authors of a group of similar names whose size has crossed the limit LARGEST_BLOCK;
 * - the authors who have a word in their names whose rounded count has changed.
 *
 * @returns the authors, numbered from 0; undefined if the pairs of all authors may have changed
 */
export function* changedAuthors(
  change: AuthorChange,
  names: NameIndex,
): Steps<ReadonlySet<number> | undefined> {
  const { graph, namings } = change;
  const growth = replacedNames(change, names);
  const { words, isTotalChanged } = names.counts.takeChanges();
  if (isTotalChanged) return undefined;
  const authors = new Set<number>();
  for (const id of namings.keys()) {
    const node = graph.nodeOfId(id);
    if (node === undefined) continue;
    authors.add(node - graph.ranges.AUTHOR.start);
    for (const each of newlyConnected(change, id, node)) authors.add(each - graph.ranges.AUTHOR.start);
  }
  for (const id of change.claiming) {
    const node = graph.nodeOfId(id);
    if (node !== undefined) authors.add(node - graph.ranges.AUTHOR.start);
  }
  for (const [key, block] of yield* names.blocks.members(new Set(growth.keys()))) {
    const before = block.length - (growth.get(key) ?? 0);
    if (before > LARGEST_BLOCK !== block.length > LARGEST_BLOCK) for (const each of block) authors.add(each);
  }
  const numbers = names.likeness.numbersOf(words);
  for (let author = 0; author < names.size && numbers.size > 0; author += 1) {
    if (names.likeness.hasWord(author, numbers)) authors.add(author);
    if (author % AUTHORS_PER_STEP === 0) yield;
  }
  return authors;
}

/**
 * Replaces the names of authors who were read again.
 *
 * @returns by key of a group of similar names: by how many authors the group has grown; negative if it has shrunk
 */
const replacedNames = (
  { old, graph, oldOf, namings }: AuthorChange,
  names: NameIndex,
): Map<number, number> => {
  const growth = new Map<number, number>();
  const count = (author: number, difference: 1 | -1): void => {
    for (const key of names.blocks.keysOf(author)) growth.set(key, (growth.get(key) ?? 0) + difference);
  };
  for (const id of namings.keys()) {
    const node = old.nodeOfId(id);
    if (node === undefined) continue;
    count(node - old.ranges.AUTHOR.start, -1);
    names.set(node - old.ranges.AUTHOR.start, undefined);
  }
  names.renumber(oldOf);
  for (const [id, naming] of namings) {
    const node = graph.nodeOfId(id);
    if (node === undefined) continue;
    names.set(node - graph.ranges.AUTHOR.start, naming);
    count(node - graph.ranges.AUTHOR.start, 1);
  }
  return growth;
};

/**
 * If an author's number of collaborators has crossed the limit MOST_COLLABORATORS, returns this author's collaborators,
 * because pairs among them are found through this author only below the limit. Otherwise returns an empty list.
 */
const newlyConnected = ({ old, graph }: AuthorChange, id: EntityId, node: number): Iterable<number> => {
  const before = old.nodeOfId(id);
  const connects = ({ rows }: MemoryGraph, author: number): boolean =>
    degree(rows.collaborators, author) <= MOST_COLLABORATORS;
  if (before === undefined || connects(old, before) === connects(graph, node)) return [];
  return targetsOf(graph.rows.collaborators, node);
};

/**
 * Returns, for each author of the new graph, numbered from 0, the number in the old graph, or ABSENT.
 *
 * @param nodes by node of the new graph: the node in the old graph, or ABSENT
 */
export const oldAuthors = (nodes: Uint32Array, old: MemoryGraph, graph: MemoryGraph): Uint32Array => {
  const { start, end } = graph.ranges.AUTHOR;
  return nodes.slice(start, end).map((node) => (node === ABSENT ? ABSENT : node - old.ranges.AUTHOR.start));
};
