import { readFileSync } from 'node:fs';
import { hasOnlyInitials } from '../../../src/graph/identity/hasOnlyInitials.ts';
import type { CountedPaper } from './countedGraph.ts';
import { bareDoi, idOf, singleSpaced } from './spelling.ts';

/** A line of vispubdata/papers.jsonl. */
export interface VisLine {
  doi: string;
  dblpKey: string | null;
  title: string;
  year: number;
  authors: { name: string; affiliation: string | null }[];
  keywords: string[];
  references: string[];
}

export const readVispubdata = (file: string): VisLine[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as VisLine);

/**
 * How people are told apart: by DBLP's names as identifiers beside the plain name, or by those names alone, as a
 * source without person ids would give them.
 */
export type PersonNaming = 'identifiers' | 'names';

/** DBLP numbers namesakes: Wei Chen 0001. */
const plainName = (dblpName: string): string => dblpName.replace(/ \d{4}$/, '');

/** A keyword without the punctuation at its end; the last full stop of an abbreviation with several is kept. */
const topicName = (keyword: string): string => {
  let name = singleSpaced(keyword);
  while (/[,;:\s]/.test(name.slice(-1))) name = name.slice(0, -1);
  const lastWord = name.slice(name.lastIndexOf(' ') + 1);
  const isFullStop = lastWord.length > 1 && lastWord.indexOf('.') === lastWord.length - 1;
  return isFullStop ? name.slice(0, -1) : name;
};

/** The line as an import record; it stays JSON, since the format that reads it is under test as well. */
export const importRecordOf = (line: VisLine, naming: PersonNaming): object => ({
  source: 'dblp',
  ids: { doi: line.doi, dblp: line.dblpKey },
  title: line.title,
  year: line.year,
  authors: line.authors.map(({ name, affiliation }) => ({
    ...(naming === 'names' ? { name } : { name: plainName(name), ids: { dblp: name } }),
    affiliations: affiliation === null ? null : [{ printed: affiliation }],
  })),
  topics: line.keywords.map((name) => ({ name, level: 'KEYWORD' })),
  references: line.references.map((doi) => `doi:${doi}`),
});

export interface VisGraph {
  papers: CountedPaper[];
  /** Name by id. */
  authors: Map<string, string>;
  topics: Set<string>;
  /** References that are no DOIs. */
  droppedReferences: number;
}

/** What the lines make, straight from the definitions. An empty name makes no author. */
export const visGraph = (lines: readonly VisLine[], naming: PersonNaming): VisGraph => {
  const scheme = naming === 'names' ? 'dblp-name' : 'dblp';
  const authors = new Map<string, string>();
  const topics = new Set<string>();
  let droppedReferences = 0;
  const papers = lines.map((line): CountedPaper => {
    const id = idOf('paper', 'doi', bareDoi(line.doi)!);
    const people = line.authors.map(({ name }) => singleSpaced(name)).filter((name) => name !== '');
    const ids = people.map((name, index) => {
      if (naming === 'identifiers') return idOf('author', scheme, name);
      const before = people.slice(0, index).filter((each) => each === name).length;
      // known only from this paper (identity.md)
      if (before > 0) return idOf('author', scheme, `${name} (${id}, ${before + 1})`);
      return idOf('author', scheme, hasOnlyInitials(name) ? `${name} (${id})` : name);
    });
    for (const [index, author] of ids.entries()) {
      const name = people[index]!;
      authors.set(author, naming === 'names' ? name : plainName(name));
    }
    const about = line.keywords.map((name) => idOf('topic', 'keyword', topicName(name).toLowerCase()));
    for (const topic of about) topics.add(topic);
    const cited = line.references.map(bareDoi);
    droppedReferences += cited.filter((doi) => doi === undefined).length;
    return {
      id,
      year: line.year,
      authors: [...new Set(ids)],
      topics: [...new Set(about)],
      references: cited.flatMap((doi) => (doi === undefined ? [] : [idOf('paper', 'doi', doi)])),
    };
  });
  return { papers, authors, topics, droppedReferences };
};
