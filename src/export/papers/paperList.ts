import { setImmediate as turn } from 'node:timers/promises';
import { fullEntity, labelOf, type Entity, type Paper } from '../../graph/model/entities.ts';
import { badInput } from '../../graph/errors.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import { sortValues } from '../../graph/model/orders.ts';
import { LARGEST_PAGE } from '../../graph/model/pages.ts';
import { paperOrders, relations, type RelationName } from '../../graph/model/relations.ts';
import { entitiesOf, type ExportReads } from '../exportReads.ts';
import { oneLine } from '../oneLine.ts';
import type { CitedPaper } from './citation.ts';

/** The most authors a paper is cited with; past that nobody reads them, and a few papers have thousands. */
const MOST_AUTHORS = 100;

/** Papers to be written to a file, read as they are written. */
export interface PaperList {
  title: string;
  /** What is left out, in a sentence; null where nothing is. */
  cut: string | null;
  pages: AsyncIterable<readonly CitedPaper[]>;
}

/** Which relation leads to the papers of an entity. */
const papersOf: Readonly<Record<Exclude<Entity['kind'], 'PAPER'>, RelationName>> = {
  AUTHOR: 'authorPapers',
  INSTITUTION: 'institutionPapers',
  TOPIC: 'topicPapers',
};

/**
 * The papers themselves where papers are asked for, else those of one author, topic or institution, newest first.
 *
 * @param most how many papers at most
 * @throws GraphError BAD_USER_INPUT for several ids that are not all of papers; UnknownId where one names nothing.
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
      cut: papers.length > most ? cutWords(most, papers.length) : null,
      pages: pagesOf(reads, papers.slice(0, most)),
    };
  }
  const [owner, ...others] = entities;
  if (!owner || owner.kind === 'PAPER' || others.length > 0) {
    throw badInput('ids', 'ids must be of papers, or one id of an author, a topic or an institution.');
  }
  const relation = papersOf[owner.kind];
  return {
    title: oneLine(`Papers of ${labelOf(owner)}`),
    cut: owner.paperCount > most ? cutWords(most, owner.paperCount) : null,
    pages: pagesAlong(reads, relation, owner.id, most),
  };
};

const cutWords = (most: number, all: number): string => `The first ${most} of ${all} papers.`;

async function* pagesOf(reads: ExportReads, papers: readonly Paper[]): AsyncGenerator<CitedPaper[]> {
  for (let start = 0; start < papers.length; start += LARGEST_PAGE) {
    yield cited(reads, papers.slice(start, start + LARGEST_PAGE));
    await turn(); // the embedded store answers at once: others wait for theirs
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
    const found = (await reads.neighbors([id], [{ relation, page }])).get(id)?.[0];
    const last = found?.entries.at(-1);
    if (!found || !last) return;
    yield cited(
      reads,
      found.entries.map(({ node }) => fullEntity(node)).filter((node) => node.kind === 'PAPER'),
    );
    if (!found.hasNext) return;
    after = { after: sortValues(order, last.node, last.edge) };
    left -= found.entries.length;
    await turn();
  }
}

/** Papers with what else is said of them when they are cited: two reads, however many there are. */
const cited = async (reads: ExportReads, papers: readonly Paper[]): Promise<CitedPaper[]> => {
  const ids = papers.map(({ id }) => id);
  const page = { first: MOST_AUTHORS, order: relations.paperAuthors.orders.PRINTED, count: false };
  const [authors, abstracts] = await Promise.all([
    reads.neighbors(ids, [{ relation: 'paperAuthors', page }]),
    reads.abstracts(ids),
  ]);
  return papers.map((paper) => {
    const listed = authors.get(paper.id)?.[0];
    return {
      paper,
      authorNames: listed?.entries.flatMap(({ edge }) => edge.authorship?.nameAsPrinted ?? []) ?? [],
      hasMoreAuthors: listed?.hasNext ?? false,
      abstract: abstracts.get(paper.id),
    };
  });
};
