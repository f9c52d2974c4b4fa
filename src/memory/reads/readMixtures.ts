import type { AuthorGroup } from '../../graph/identity/mixture.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import { targetsOf } from '../algorithms/adjacency.ts';
import type { ReadContext } from './readContext.ts';

/** The maximum number of titles that are read for an author. */
const MOST_TITLES = 2_000;

/**
 * By author: the author's papers in groups that have little in common with each other, so that they may be the work of
 * several people. Authors with one group are left out.
 */
export const readMixtures = async (
  context: ReadContext,
  authorIds: readonly EntityId[],
): Promise<Map<EntityId, readonly AuthorGroup[]>> => {
  const mixtures = new Map<EntityId, readonly AuthorGroup[]>();
  for (const [id, author] of context.nodesById(authorIds)) {
    const titles = await readTitles(context, author);
    const groups = await context.run(context.queries.mixtures.groups(author, titles));
    if (groups) mixtures.set(id, groups);
  }
  return mixtures;
};

const readTitles = async (
  { queries, records }: ReadContext,
  author: number,
): Promise<ReadonlyMap<number, string>> => {
  const papers = [...targetsOf(queries.graph.rows.authorPapers, author)].slice(0, MOST_TITLES);
  const titles = new Map<number, string>();
  for (const [index, paper] of (await records.entities(papers)).entries()) {
    if (paper.kind === 'PAPER' && paper.title !== null) titles.set(papers[index] ?? 0, paper.title);
  }
  return titles;
};
