import { setImmediate as nextTurn } from 'node:timers/promises';
import { fullEntity, labelOf, type Paper } from '../../graph/model/entities.ts';
import { badInput } from '../../graph/errors.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import { kinds } from '../../graph/model/kinds.ts';
import { sortValues } from '../../graph/model/orders.ts';
import { LARGEST_PAGE } from '../../graph/model/pages.ts';
import { paperOrders, relations, type RelationName } from '../../graph/model/relations.ts';
import { entitiesOf, type ExportReads } from '../exportReads.ts';
import { oneLine } from '../oneLine.ts';
import type { CitedPaper } from './citation.ts';

/** The maximum number of authors in a citation, because a few papers have thousands of authors. */
const MAX_AUTHORS = 100;

/**
 * The papers for a file. They are read from the store page by page, each page only when the papers before it are
 * written.
 */
export interface PaperList {
  title: string;
  /** A sentence about what was left out; null if the list is complete. */
  cut: string | null;
  pages: AsyncIterable<readonly CitedPaper[]>;
}

/**
 * Lists the papers with some ids, or all papers of one author, topic or institution, newest first.
 *
 * @param most the maximum number of papers
 * @throws GraphError BAD_USER_INPUT for several ids that are not all ids of papers; UnknownId for an id that is not
 *   stored
 */
export const paperList = async (
  reads: ExportReads,
  ids: readonly EntityId[],
  most: number,
): Promise<PaperList> => {
  const entities = await entitiesOf(reads, ids, 'ids');
  const papers = entities.filter((entity) => entity.kind === 'PAPER');
  if (papers.length === entities.length) {
    return {
      title: papers.length === 1 && papers[0] ? oneLine(labelOf(papers[0])) : `${papers.length} papers`,
      cut: papers.length > most ? cutSentence(most, papers.length) : null,
      pages: pagesOf(reads, papers.slice(0, most)),
    };
  }
  const [owner, ...others] = entities;
  if (!owner || owner.kind === 'PAPER' || others.length > 0) {
    throw badInput('ids', 'ids must be ids of papers, or one id of an author, a topic or an institution.');
  }
  return {
    title: oneLine(`Papers of ${labelOf(owner)}`),
    cut: owner.paperCount > most ? cutSentence(most, owner.paperCount) : null,
    pages: pagesAlong(reads, kinds[owner.kind].papersAlong, owner.id, most),
  };
};

const cutSentence = (most: number, all: number): string => `The list has the first ${most} of ${all} papers.`;

async function* pagesOf(reads: ExportReads, papers: readonly Paper[]): AsyncGenerator<CitedPaper[]> {
  for (let start = 0; start < papers.length; start += LARGEST_PAGE) {
    yield cited(reads, papers.slice(start, start + LARGEST_PAGE));
    await nextTurn(); // lets other requests be served, because the embedded store answers synchronously
  }
}

async function* pagesAlong(
  reads: ExportReads,
  relation: RelationName,
  id: EntityId,
  most: number,
): AsyncGenerator<CitedPaper[]> {
  const order = paperOrders.NEWEST;
  let after: { after?: ReturnType<typeof sortValues> } = {};
  for (let left = most; left > 0;) {
    const page = { first: Math.min(LARGEST_PAGE, left), order, count: false, ...after };
    const answer = (await reads.neighbors([id], [{ relation, page }])).get(id)?.[0];
    const last = answer?.entries.at(-1);
    if (!answer || !last) return;
    yield cited(
      reads,
      answer.entries.map(({ node }) => fullEntity(node)).filter((node) => node.kind === 'PAPER'),
    );
    if (!answer.hasNext) return;
    after = { after: sortValues(order, last.node, last.edge) };
    left -= answer.entries.length;
    await nextTurn();
  }
}

/** Reads the authors, abstracts and LaTeX texts of papers. It takes three reads, however many papers there are. */
const cited = async (reads: ExportReads, papers: readonly Paper[]): Promise<CitedPaper[]> => {
  const ids = papers.map(({ id }) => id);
  const page = { first: MAX_AUTHORS, order: relations.paperAuthors.orders.PRINTED, count: false };
  const [authors, abstracts, latexTexts] = await Promise.all([
    reads.neighbors(ids, [{ relation: 'paperAuthors', page }]),
    reads.abstracts(ids),
    reads.latexTexts(ids),
  ]);
  return papers.map((paper) => {
    const listed = authors.get(paper.id)?.[0];
    return {
      paper,
      authorNames: listed?.entries.flatMap(({ edge }) => edge.authorship?.nameAsPrinted ?? []) ?? [],
      hasMoreAuthors: listed?.hasNext ?? false,
      abstract: abstracts.get(paper.id),
      latex: latexTexts.get(paper.id),
    };
  });
};
