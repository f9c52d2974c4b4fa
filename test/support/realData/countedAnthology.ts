import { readAnthology, type Anthology } from './anthology.ts';
import {
  collaborationsOf,
  papersBy,
  variedByDegree,
  type CountedEdges,
  type CountedPaper,
} from './countedGraph.ts';
import { idOf } from './spelling.ts';
import { once, sharedData } from './where.ts';

/** The Anthology and what counting by hand makes of it. */
interface Counted extends Anthology {
  collaborations: CountedEdges;
  papersOf: Map<string, CountedPaper[]>;
}

export const anthology = once((): Counted => {
  const read = readAnthology(sharedData('acl-anthology'));
  return {
    ...read,
    collaborations: collaborationsOf(read.papers),
    papersOf: papersBy(read.papers, 'authors'),
  };
});

/** Authors from the best connected to those without collaborators. */
export const variedAuthors = once(() => {
  const { authors, collaborations } = anthology();
  const degrees = new Map([...authors.keys()].map((id) => [id, collaborations.get(id)?.size ?? 0]));
  return variedByDegree(degrees, 100, 300);
});

export const pairCount = (edges: CountedEdges): number =>
  [...edges.values()].reduce((total, rows) => total + rows.size, 0) / 2;

export const authorshipCount = (papers: readonly CountedPaper[]): number =>
  papers.reduce((total, paper) => total + paper.authors.length, 0);

/**
 * A paper the Anthology does not have, of the best connected author with an id, a collaborator of theirs and a
 * stranger; these two go by their names.
 */
export const newPaper = once((): CountedPaper => {
  const { authors, collaborations } = anthology();
  const ids = variedAuthors();
  const author = ids.find((id) => id.startsWith('author:acl:'))!;
  const known = collaborations.get(author)!;
  const byName = ids.filter((id) => id === idOf('author', 'acl-name', authors.get(id)!.name));
  const collaborator = byName.find((id) => known.has(id))!;
  const stranger = byName.find((id) => !known.has(id))!;
  return {
    id: idOf('paper', 'doi', '10.5555/a-new-paper'),
    year: 2023,
    authors: [author, collaborator, stranger],
    topics: [],
    references: [],
  };
});

/** The new paper as an import record: an Anthology id reaches an author, and so does an exact name in its source. */
export const newPaperRecord = (): object => {
  const { authors } = anthology();
  const [author, ...others] = newPaper().authors;
  return {
    source: 'acl',
    ids: { doi: '10.5555/A-New-Paper' },
    title: 'A new paper',
    year: 2023,
    authors: [
      { name: 'Any Spelling', ids: { acl: author!.slice('author:acl:'.length) } },
      ...others.map((id) => ({ name: authors.get(id)!.name })),
    ],
  };
};
