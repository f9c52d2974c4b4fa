import { labelOf, type Paper } from '../../graph/model/entities.ts';
import { relations } from '../../graph/model/relations.ts';
import type { ExportReads } from '../exportReads.ts';
import { oneLine } from '../oneLine.ts';
import { entityPath, startOf, type FeedItem } from './feedItem.ts';

const MOST_AUTHORS = 20;
const MOST_TOPICS = 5;

/** Converts papers to items of a feed, in the same order. Each paper must have a year. */
export const paperItems = async (reads: ExportReads, papers: readonly Paper[]): Promise<FeedItem[]> => {
  const ids = papers.map(({ id }) => id);
  if (ids.length === 0) return [];
  const page = { count: false, brief: true };
  const [neighbors, abstracts] = await Promise.all([
    reads.neighbors(ids, [
      {
        relation: 'paperAuthors',
        page: { ...page, first: MOST_AUTHORS, order: relations.paperAuthors.orders.PRINTED },
      },
      {
        relation: 'paperTopics',
        page: { ...page, first: MOST_TOPICS, order: relations.paperTopics.orders.HIGHEST_SCORE },
      },
    ]),
    reads.abstracts(ids),
  ]);
  return papers.map((paper) => {
    const [authors, topics] = (neighbors.get(paper.id) ?? []).map(({ entries }) =>
      entries.map(({ node }) => oneLine(labelOf(node))),
    );
    const abstract = abstracts.get(paper.id);
    return {
      path: entityPath(paper.id),
      title: oneLine(labelOf(paper)),
      published: startOf(paper.date, paper.year),
      authors: authors ?? [],
      topics: topics ?? [],
      abstract: abstract === undefined ? null : oneLine(abstract),
    };
  });
};
