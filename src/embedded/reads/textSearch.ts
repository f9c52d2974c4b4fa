import { compareTexts } from '../../graph/model/compareTexts.ts';
import { entityKinds, type EntityKind } from '../../graph/model/entities.ts';
import { reversedPage } from '../../graph/model/pages.ts';
import { searchTerms } from '../../graph/searchWords.ts';
import type { SearchPage, SearchRequest } from '../../graph/store.ts';
import { at } from '../../memory/algorithms/adjacency.ts';
import { UNKNOWN } from '../../memory/algorithms/paperColumns.ts';
import { paperCount } from '../../memory/queries/listPages.ts';
import type { Database, Statement } from '../file/database.ts';
import type { LoadedGraph } from './loadGraph.ts';
import type { Records } from './records.ts';

interface Hit {
  node: number;
  score: 1 | 2 | 3;
  rank: number;
}

/** Sorts after every letter and digit, so that a text and this character end the range of names beginning with the text. */
const BEYOND = '\u{10ffff}';

/**
 * Search and completion. SQLite finds the entities whose words match and those whose name begins with the text. The
 * order, by score, papers and id, is computed here, because only the graph in memory has the counts.
 */
export class TextSearch {
  readonly #loaded: LoadedGraph;
  readonly #records: Records;
  readonly #words: readonly Statement[];
  readonly #beginnings: Statement;
  readonly #exact: Statement;

  constructor(database: Database, loaded: LoadedGraph, records: Records) {
    const columns = (sql: string): Statement => {
      const statement = database.prepare(sql);
      statement.setReturnArrays(true);
      return statement;
    };
    this.#loaded = loaded;
    this.#records = records;
    this.#words = entityKinds.map((_, kind) =>
      columns(`SELECT rowid FROM words${kind} WHERE words${kind} MATCH ?`),
    );
    this.#beginnings = columns('SELECT entity FROM spelling WHERE kind = ? AND folded >= ? AND folded < ?');
    this.#exact = columns('SELECT entity FROM spelling WHERE kind = ? AND folded = ?');
  }

  page(request: SearchRequest): SearchPage {
    const hits: Hit[] = [];
    let before = 0;
    let total = 0;
    const { after, backward, first } = request;
    const sign = backward ? -1 : 1;
    const compare = (left: Hit, right: Hit): number => sign * compareHits(left, right);
    for (const hit of this.#hits(request)) {
      total += 1;
      if (after && sign * this.#compareWith(hit, after) <= 0) before += 1;
      else insert(hits, hit, first + 1, compare);
    }
    const page = {
      entries: hits.slice(0, first).map(({ node, score }) => ({ node: this.#records.entity(node), score })),
      hasNext: hits.length > first,
      hasPrevious: before > 0,
      ...(request.count && { total }),
    };
    return backward ? reversedPage(page) : page;
  }

  *#hits(request: SearchRequest): Iterable<Hit> {
    const text = request.words.join(' ');
    const match = searchTerms(request.words)
      .map((word) => `"${word}"*`)
      .join(' ');
    const { nodeOfKey } = this.#loaded.keys;
    for (const kind of request.kinds) {
      const table = entityKinds.indexOf(kind);
      const keys = (statement: Statement | undefined, ...bound: (string | number)[]): number[] =>
        ((statement?.all(...bound) ?? []) as unknown as [number][]).map(([key]) => key);
      const exact = new Set(keys(this.#exact, table, text));
      const beginning = new Set(keys(this.#beginnings, table, text, text + BEYOND));
      for (const key of keys(this.#words[table], match)) {
        const node = nodeOfKey[key] ?? 0;
        yield { node, score: exact.has(key) ? 3 : beginning.has(key) ? 2 : 1, rank: this.#rank(kind, node) };
      }
    }
  }

  /** Papers by citations, -1 where they are unknown; other kinds by papers. */
  #rank(kind: EntityKind, node: number): number {
    const { graph } = this.#loaded;
    if (kind !== 'PAPER') return paperCount(graph, kind, node);
    const citations = at(graph.columns.citations, node - graph.columns.start);
    return citations === UNKNOWN ? -1 : citations;
  }

  #compareWith(hit: Hit, after: NonNullable<SearchRequest['after']>): number {
    return (
      after.score - hit.score ||
      after.rank - hit.rank ||
      compareTexts(this.#loaded.graph.ids[hit.node] ?? '', after.id)
    );
  }
}

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
