import { LRUCache } from 'lru-cache';
import { runCooperatively } from '../../graph/cooperativeScheduler.ts';
import { compareTexts } from '../../graph/model/compareTexts.ts';
import { entityKinds, type EntityKind } from '../../graph/model/entities.ts';
import { reversedPage } from '../../graph/model/pages.ts';
import { scoreOfMatch, type SearchMatch } from '../../graph/search.ts';
import {
  FEW_HITS,
  isEverLoose,
  looseClauses,
  strictClauses,
  type SearchTerm,
} from '../../graph/searchClauses.ts';
import type { SearchPage, SearchRequest } from '../../graph/store.ts';
import type { Steps } from '../../memory/algorithms/steps.ts';
import { citationCountOf } from '../../memory/queries/citations.ts';
import { paperCount } from '../../memory/queries/listPages.ts';
import type { Database, Statement } from '../file/database.ts';
import type { LoadedGraph } from './loadGraph.ts';
import type { Records } from './records.ts';
import { Vocabulary } from './vocabulary.ts';

interface Hit {
  node: number;
  score: number;
  rank: number;
}

/** Sorts after every letter and digit, so that a text and this character end the range of names beginning with the text. */
const BEYOND = '\u{10ffff}';

/** How many rows or hits are processed between two pauses in which requests are served. */
const ROWS_A_PART = 1_000;

/** How many hits of recent searches are cached: completion asks for the same short beginnings again and again. */
const CACHED_HITS = 200_000;

/**
 * Search and completion. SQLite finds the entities whose words match and those whose name begins with the text. The
 * order, by score, papers and id, is computed here, because only the graph in memory has the counts.
 */
export class TextSearch {
  readonly #database: Database;
  readonly #loaded: LoadedGraph;
  readonly #records: Records;
  /** The words of each kind, read at the first search that needs them. */
  readonly #vocabularies = new Map<EntityKind, Vocabulary>();
  readonly #cache = new LRUCache<string, readonly Hit[]>({
    maxSize: CACHED_HITS,
    sizeCalculation: (hits) => hits.length + 1,
  });
  /** Statements whose rows are being read; they must not be garbage-collected. */
  readonly #open = new Set<Statement>();

  constructor(database: Database, loaded: LoadedGraph, records: Records) {
    this.#database = database;
    this.#loaded = loaded;
    this.#records = records;
  }

  page(request: SearchRequest): Promise<SearchPage> {
    return runCooperatively(this.#page(request));
  }

  *#page(request: SearchRequest): Steps<SearchPage> {
    const first: Hit[] = [];
    let before = 0;
    const { after, backward } = request;
    const sign = backward ? -1 : 1;
    const compare = (left: Hit, right: Hit): number => sign * compareHits(left, right);
    const hits = yield* this.#cachedHits(request);
    for (const [index, hit] of hits.entries()) {
      if (index % ROWS_A_PART === 0) yield;
      if (after && sign * this.#compareWith(hit, after) <= 0) before += 1;
      else insert(first, hit, request.first + 1, compare);
    }
    const page = {
      entries: first
        .slice(0, request.first)
        .map(({ node, score }) => ({ node: this.#records.entity(node), score })),
      hasNext: first.length > request.first,
      hasPrevious: before > 0,
      ...(request.count && { total: hits.length }),
    };
    return backward ? reversedPage(page) : page;
  }

  *#cachedHits(request: SearchRequest): Steps<readonly Hit[]> {
    const { words, spelledOut, kinds } = request;
    const key = JSON.stringify([words, spelledOut, kinds]);
    const hits = this.#cache.get(key) ?? (yield* this.#hits(request));
    this.#cache.set(key, hits);
    return hits;
  }

  /** All entities that match strictly; if these are few, also those that match loosely. */
  *#hits(request: SearchRequest): Steps<Hit[]> {
    const match = ftsQuery(strictClauses(request).map((clause) => clause.map(ftsTerm)));
    const strict = new Map<EntityKind, number[]>();
    let count = 0;
    for (const kind of request.kinds) {
      const keys = yield* this.#keysOf(kind, match);
      strict.set(kind, keys);
      count += keys.length;
    }
    const isLoose = count < FEW_HITS && isEverLoose(request);
    const hits: Hit[] = [];
    for (const [kind, strictKeys] of strict) {
      const keys = isLoose ? yield* this.#looseKeys(request, kind) : strictKeys;
      yield* this.#addHits(hits, request, kind, keys, isLoose ? new Set(strictKeys) : undefined);
    }
    return hits;
  }

  /** @param strictKeys the keys that match strictly; by default all */
  *#addHits(
    hits: Hit[],
    { words }: SearchRequest,
    kind: EntityKind,
    keys: readonly number[],
    strictKeys: ReadonlySet<number> | undefined,
  ): Steps<void> {
    const text = words.join(' ');
    const table = entityKinds.indexOf(kind);
    const spelling = 'SELECT entity FROM spelling WHERE kind = ? AND folded';
    const exact = new Set(yield* this.#keys(`${spelling} = ?`, table, text));
    const beginning = new Set(
      yield* this.#keys(`${spelling} >= ? AND folded < ?`, table, text, text + BEYOND),
    );
    const matchOf = (key: number): SearchMatch => {
      if (exact.has(key)) return 'EXACT';
      if (beginning.has(key)) return 'BEGINNING';
      return !strictKeys || strictKeys.has(key) ? 'WORDS' : 'FUZZY';
    };
    for (const [index, key] of keys.entries()) {
      if (index % ROWS_A_PART === 0) yield;
      const node = this.#loaded.keys.nodeOfKey[key] ?? 0;
      hits.push({ node, score: scoreOfMatch(matchOf(key)), rank: this.#rank(kind, node) });
    }
  }

  /** The entities that match loosely: words of the index stand for words with typing errors. */
  *#looseKeys(request: SearchRequest, kind: EntityKind): Steps<number[]> {
    const vocabulary = yield* this.#vocabulary(kind);
    const clauses: string[][] = [];
    for (const clause of looseClauses(request, kind === 'AUTHOR')) {
      const terms: string[] = [];
      for (const term of clause) {
        if (term.match !== 'ERRORS') terms.push(ftsTerm(term));
        else {
          const words = yield* vocabulary.corrections(term.text, term.errors);
          terms.push(...words.map((text) => ftsTerm({ match: 'WORD', text })));
        }
      }
      clauses.push(terms);
    }
    return clauses.every((terms) => terms.length > 0) ? yield* this.#keysOf(kind, ftsQuery(clauses)) : [];
  }

  *#vocabulary(kind: EntityKind): Steps<Vocabulary> {
    const vocabulary =
      this.#vocabularies.get(kind) ?? (yield* Vocabulary.read(this.#database, wordTable(kind)));
    this.#vocabularies.set(kind, vocabulary);
    return vocabulary;
  }

  #keysOf(kind: EntityKind, match: string): Steps<number[]> {
    const table = wordTable(kind);
    return this.#keys(`SELECT rowid FROM ${table} WHERE ${table} MATCH ?`, match);
  }

  /** The entities that a statement selects. */
  *#keys(sql: string, ...bound: (string | number)[]): Steps<number[]> {
    const statement = this.#database.prepare(sql);
    statement.setReturnArrays(true);
    this.#open.add(statement);
    try {
      const keys: number[] = [];
      for (const [key] of statement.iterate(...bound) as Iterable<[number]>) {
        keys.push(key);
        if (keys.length % ROWS_A_PART === 0) yield;
      }
      return keys;
    } finally {
      this.#open.delete(statement);
    }
  }

  /** Papers by citations, -1 where they are unknown; other kinds by papers. */
  #rank(kind: EntityKind, node: number): number {
    const { graph } = this.#loaded;
    if (kind !== 'PAPER') return paperCount(graph, kind, node);
    return Math.max(citationCountOf(graph, node), -1);
  }

  #compareWith(hit: Hit, after: NonNullable<SearchRequest['after']>): number {
    return (
      after.score - hit.score ||
      after.rank - hit.rank ||
      compareTexts(this.#loaded.graph.ids[hit.node] ?? '', after.id)
    );
  }
}

const wordTable = (kind: EntityKind): string => `words${entityKinds.indexOf(kind)}`;

const ftsTerm = ({ match, text }: SearchTerm): string => (match === 'BEGINNING' ? `"${text}"*` : `"${text}"`);

const ftsQuery = (clauses: readonly string[][]): string =>
  clauses.map((terms) => `(${terms.join(' OR ')})`).join(' AND ');

const compareHits = (left: Hit, right: Hit): number =>
  right.score - left.score || right.rank - left.rank || left.node - right.node;

/** Inserts a hit into the sorted first ones, of which there are at most `most`. */
const insert = (hits: Hit[], hit: Hit, most: number, compare: typeof compareHits): void => {
  const last = hits.at(-1);
  if (hits.length >= most && last && compare(hit, last) >= 0) return;
  let place = hits.length;
  while (place > 0 && compare(hit, hits[place - 1] as Hit) < 0) place -= 1;
  hits.splice(place, 0, hit);
  if (hits.length > most) hits.pop();
};
