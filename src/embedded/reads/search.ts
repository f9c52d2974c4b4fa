import { compareTexts } from '../../graph/model/compareTexts.ts';
import { entityKinds, type EntityKind } from '../../graph/model/entities.ts';
import type { SearchPage, SearchRequest } from '../../graph/store.ts';
import { at, degree } from '../../memory/algorithms/adjacency.ts';
import { UNKNOWN } from '../../memory/algorithms/paperColumns.ts';
import type { Database, Statement } from '../file/database.ts';
import type { LoadedGraph } from './loadGraph.ts';
import type { Records } from './records.ts';

interface Hit {
  node: number;
  score: 1 | 2 | 3;
  rank: number;
}

/** Past every folded word that begins with a text: no letter or digit is as large. */
const BEYOND = '\u{10ffff}';

/**
 * Search and completion. SQLite says who is hit and whose name begins with the text; the order, by score, papers
 * and id, is found in memory, because it needs counts that only the graph arrays has.
 */
export class TextSearch {
  readonly #graph: LoadedGraph;
  readonly #records: Records;
  readonly #words: readonly Statement[];
  readonly #beginnings: Statement;
  readonly #exact: Statement;

  constructor(database: Database, graph: LoadedGraph, records: Records) {
    const columns = (sql: string): Statement => {
      const statement = database.prepare(sql);
      statement.setReturnArrays(true);
      return statement;
    };
    this.#graph = graph;
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
    const { after, first } = request;
    for (const hit of this.#hits(request)) {
      total += 1;
      if (after && this.#compareWith(hit, after) <= 0) before += 1;
      else insert(hits, hit, first + 1);
    }
    return {
      entries: hits.slice(0, first).map(({ node, score }) => ({ node: this.#records.entity(node), score })),
      hasNext: hits.length > first,
      hasPrevious: before > 0,
      ...(request.count && { total }),
    };
  }

  *#hits(request: SearchRequest): Iterable<Hit> {
    const text = request.words.join(' ');
    const match = request.words.map((word) => `"${word}"*`).join(' ');
    const { nodeOfKey } = this.#graph.nodes;
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

  #rank(kind: EntityKind, node: number): number {
    const { authorPapers, institutionPapers, topicPapers, columns } = this.#graph.arrays;
    if (kind === 'AUTHOR') return degree(authorPapers, node);
    if (kind === 'INSTITUTION') return degree(institutionPapers, node);
    if (kind === 'TOPIC') return degree(topicPapers, node);
    const citations = at(columns.citations, node - columns.start);
    return citations === UNKNOWN ? -1 : citations;
  }

  #compareWith(hit: Hit, after: NonNullable<SearchRequest['after']>): number {
    return (
      after.score - hit.score ||
      after.rank - hit.rank ||
      compareTexts(this.#graph.nodes.ids[hit.node] ?? '', after.id)
    );
  }
}

const compareHits = (left: Hit, right: Hit): number =>
  right.score - left.score || right.rank - left.rank || left.node - right.node;

/** Keeps the best few in order. */
const insert = (hits: Hit[], hit: Hit, most: number): void => {
  const last = hits.at(-1);
  if (hits.length >= most && last && compareHits(hit, last) >= 0) return;
  let place = hits.length;
  while (place > 0 && compareHits(hit, hits[place - 1] as Hit) < 0) place -= 1;
  hits.splice(place, 0, hit);
  if (hits.length > most) hits.pop();
};
