import { namesAreCompatible } from '../../src/graph/identity/namesAreCompatible.ts';
import type { EntityKind } from '../../src/graph/model/entityKinds.ts';
import { folded } from '../../src/graph/model/foldText.ts';
import { nameKey, topicNameKey } from '../../src/graph/names.ts';
import type { ImportRecord, PaperRecord, RecordAuthor, RecordTopic } from '../../src/import/importRecord.ts';

/*
 * What the stores must answer, computed in the slow and obvious way from the records, straight from the
 * definitions. Papers must have a DOI each; authors, institutions and topics go by name.
 */

export interface HandPaper {
  id: string;
  record: PaperRecord;
  /** In printed order. */
  authors: { id: string; position: number; printed: string; institutions: string[] }[];
  institutions: string[];
  topics: Map<string, number | null>;
  references: string[];
  year: number | null;
  day: number | null;
  n: number;
  authorCount: number | null;
}

export interface HandGraph {
  papers: HandPaper[];
  authors: Map<string, string>;
  institutions: Map<string, { name: string; countryCode?: string; institutionType?: string }>;
  topics: Map<string, string>;
  /** Topic → broader topics. */
  broader: Map<string, string[]>;
}

export const authorId = (name: string): string => nameKey('AUTHOR', 'drawn', name);

/** The id of each listed author: the second of a name on one paper is another person, known only from there. */
const authorIds = (paper: string, authors: readonly { name: string }[]): string[] =>
  authors.map(({ name }, index) => {
    const before = authors.slice(0, index).filter((each) => authorId(each.name) === authorId(name)).length;
    return before === 0 ? authorId(name) : authorId(`${name} (${paper}, ${before + 1})`);
  });
export const institutionId = (name: string): string => nameKey('INSTITUTION', 'drawn', name);
export const topicId = (name: string): string => topicNameKey(name, 'KEYWORD');
export const paperId = (doi: string): string => `paper:doi:${doi}`;

/** The graph of records, the last one of each paper and topic counting. */
export const handGraph = (records: readonly ImportRecord[]): HandGraph => {
  const papers = new Map<string, PaperRecord>();
  const broader = new Map<string, string[]>();
  const topics = new Map<string, string>();
  for (const record of records) {
    if (record.record === 'topic') {
      const parents = record.broader ?? [];
      broader.set(
        topicId(record.name),
        parents.map((each) => topicId(each.name ?? '')).filter((id) => id !== topicId(record.name)),
      );
      topics.set(topicId(record.name), record.name);
      for (const each of parents) topics.set(topicId(each.name ?? ''), each.name ?? '');
    } else if (record.record === undefined || record.record === 'paper') {
      const id = paperId(record.ids?.doi ?? '');
      if (record.isRemoved === true) {
        papers.delete(id);
        continue;
      }
      const before = papers.get(id);
      // Absent topics, references and abstract keep what an earlier record of the paper has.
      const { topics: keptTopics, references, abstract } = before ?? {};
      papers.set(id, {
        ...(keptTopics && { topics: keptTopics }),
        ...(references && { references }),
        ...(abstract !== undefined && { abstract }),
        ...record,
        ...(before &&
          (record.authors === undefined
            ? shorter(record, before) && statedList(before)
            : isComplete(before) &&
              !isComplete(record) &&
              (shorter(record, before) || namesSame(record, before)) &&
              authorList(before))),
      });
    }
  }
  const graph: HandGraph = { papers: [], authors: new Map(), institutions: new Map(), topics, broader };
  for (const [id, record] of papers) graph.papers.push(handPaper(id, record, papers, graph));
  nameAuthors(graph);
  return graph;
};

const isComplete = ({ authors = [], authorCount, authorListIsComplete }: PaperRecord): boolean =>
  authorListIsComplete ?? (authorCount === undefined || authorCount <= authors.length);

/** Whether a record lists fewer authors than an earlier one. */
const shorter = (record: PaperRecord, before: PaperRecord): boolean =>
  (record.authors ?? []).length < (before.authors ?? []).length;

/** Whether a record names the people whom an earlier one names, and as many. */
const namesSame = ({ authors = [] }: PaperRecord, { authors: others = [] }: PaperRecord): boolean => {
  const spellings = ({ name, printedName = name }: RecordAuthor) => [name, printedName];
  return (
    authors.length > 0 &&
    authors.length === others.length &&
    authors.every((each) => others.some((other) => namesAreCompatible(spellings(each), spellings(other))))
  );
};

/** What an earlier record says about the authors, which a record without authors does not replace. */
const statedList = ({ authors, authorCount, authorListIsComplete }: PaperRecord): Partial<PaperRecord> => ({
  ...(authors && { authors }),
  ...(authorCount !== undefined && { authorCount }),
  ...(authorListIsComplete !== undefined && { authorListIsComplete }),
});

/** The author list of an earlier record, which an incomplete list does not replace. */
const authorList = ({ authors = [], authorCount }: PaperRecord): Partial<PaperRecord> => ({
  authors,
  authorCount: authorCount ?? authors.length,
  authorListIsComplete: true,
});

const handPaper = (
  id: string,
  record: PaperRecord,
  all: Map<string, PaperRecord>,
  graph: HandGraph,
): HandPaper => {
  const authors: HandPaper['authors'] = [];
  const listed = authorIds(id, record.authors ?? []);
  (record.authors ?? []).forEach((author, index) => {
    const institutions = (author.affiliations ?? []).flatMap((each) =>
      each.name === undefined ? [] : [each],
    );
    for (const { name = '', countryCode, institutionType } of institutions) {
      const before = graph.institutions.get(institutionId(name));
      graph.institutions.set(institutionId(name), {
        ...before,
        name,
        ...(countryCode !== undefined && { countryCode }),
        ...(institutionType !== undefined && { institutionType }),
      });
    }
    const ids = institutions.map(({ name = '' }) => institutionId(name));
    authors.push({
      id: listed[index] ?? '',
      position: index + 1,
      printed: author.printedName ?? author.name,
      institutions: [...new Set(ids)],
    });
  });
  const topics = new Map<string, number | null>();
  for (const topic of record.topics ?? []) {
    graph.topics.set(topicId(topic.name), topic.name);
    topics.set(topicId(topic.name), higher(topics.get(topicId(topic.name)), topic));
  }
  const complete = isComplete(record);
  const date = record.date === undefined ? null : Date.parse(record.date);
  const year = record.date === undefined ? (record.year ?? null) : Number(record.date.slice(0, 4));
  return {
    id,
    record,
    authors,
    institutions: [...new Set(authors.flatMap((author) => author.institutions))],
    topics,
    references: [...new Set((record.references ?? []).map((each) => paperId(each.slice(4))))].filter(
      (each) => each !== id && all.has(each),
    ),
    year,
    day: date ?? (year === null ? null : Date.UTC(year, 0, 1)),
    n: record.authorCount ?? authors.length + (complete ? 0 : 1),
    authorCount: record.authorCount ?? (complete ? authors.length : null),
  };
};

const higher = (known: number | null | undefined, topic: RecordTopic): number | null =>
  known === undefined || known === null ? (topic.score ?? null) : Math.max(known, topic.score ?? known);

const nameAuthors = (graph: HandGraph): void => {
  const names = new Map<string, PrintedByHand[]>();
  for (const { id: paper, record } of graph.papers) {
    const listed = authorIds(paper, record.authors ?? []);
    for (const [index, author] of (record.authors ?? []).entries()) {
      const id = listed[index] ?? '';
      const isCurated = author.printedName !== undefined;
      const own = {
        printed: author.printedName ?? author.name,
        curated: isCurated ? author.name : undefined,
      };
      names.set(id, [...(names.get(id) ?? []), own]);
    }
  }
  for (const [id, own] of names) graph.authors.set(id, nameOfAuthor(own));
};

interface PrintedByHand {
  printed: string;
  curated: string | undefined;
}

/** Curated first, else the most frequent printed, then the smallest. */
export const nameOfAuthor = (names: readonly PrintedByHand[]): string => {
  const curated = names.flatMap((each) => each.curated ?? []);
  const candidates = curated.length > 0 ? curated : names.map(({ printed }) => printed);
  const frequency = (name: string): number => candidates.filter((each) => each === name).length;
  const best = [...new Set(candidates)].sort((a, b) => frequency(b) - frequency(a) || bytes(a, b));
  return best[0] ?? '';
};

export const bytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
export const byName = (a: string, b: string): number => bytes(folded(a), folded(b)) || bytes(a, b);
/** Largest first, unknown last. */
export const descending = (a: number | null, b: number | null): number =>
  a === b ? 0 : a === null ? 1 : b === null ? -1 : b - a;
/** Smallest first, unknown last. */
export const ascending = (a: number | null, b: number | null): number =>
  a === b ? 0 : a === null ? 1 : b === null ? -1 : a - b;

/** A topic and everything narrower. */
export const within = (graph: HandGraph, ids: readonly string[]): Set<string> => {
  const result = new Set(ids);
  for (let size = -1; size !== result.size;) {
    size = result.size;
    for (const [topic, parents] of graph.broader)
      if (parents.some((each) => result.has(each))) result.add(topic);
  }
  return result;
};

/** The ids of all entities a store keeps. */
export const idsByKind = (graph: HandGraph): Record<EntityKind, string[]> => ({
  AUTHOR: [...graph.authors.keys()],
  INSTITUTION: [...graph.institutions.keys()],
  PAPER: graph.papers.map((paper) => paper.id),
  TOPIC: topicsThatStay(graph),
});

/** Topics without papers stay only where a topic record speaks of them. */
const topicsThatStay = (graph: HandGraph): string[] => {
  const spoken = new Set([...graph.broader].flatMap(([topic, parents]) => [topic, ...parents]));
  return [...graph.topics.keys()].filter(
    (id) => spoken.has(id) || graph.papers.some((paper) => paper.topics.has(id)),
  );
};
