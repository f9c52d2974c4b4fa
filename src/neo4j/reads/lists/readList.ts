import { plainEdge } from '../../../graph/model/edges.ts';
import { entityKinds, type EntityKind } from '../../../graph/model/entities.ts';
import type { ListFilter } from '../../../graph/model/filters.ts';
import type { ListPageRequest, Page } from '../../../graph/model/pages.ts';
import type { SearchPage, SearchRequest } from '../../../graph/store.ts';
import type { Database } from '../../connection/database.ts';
import { anchors, type Anchor } from '../../cypher/filters.ts';
import { listStatement } from './listStatement.ts';
import { labels, type NodeValues } from '../../cypher/projections.ts';
import { searchIndex } from '../../connection/schemaStatements.ts';
import { searchStatement } from '../search/searchStatement.ts';
import { briefEntityOf, entityOf } from '../entityOf.ts';
import { cutPage, pageParameters, shapeOf, type PageColumns } from '../pageRows.ts';

/** The first anchor of the kind that the filter names. */
const anchorOf = (kind: EntityKind, filter: ListFilter | undefined): Anchor | undefined =>
  (Object.keys(anchors[kind] ?? {}) as Anchor[]).find(
    (anchor) => filter && (filter as Partial<Record<Anchor, unknown>>)[anchor] !== undefined,
  );

type ListedRow = [node: NodeValues, collaboratorCount?: number | null];

/** A page of all entities of a kind: one statement. */
export const readList = async (
  database: Database,
  cap: number,
  kind: EntityKind,
  request: ListPageRequest,
): Promise<Page> => {
  const statement = listStatement({ kind, ...shapeOf(request), anchor: anchorOf(kind, request.filter) });
  const [row] = await database.read<PageColumns<ListedRow>>(statement, pageParameters(request));
  return cutPage(row ?? {}, request, ([values, collaboratorCount = null]: ListedRow) => ({
    node: request.brief ? briefEntityOf(kind, values) : entityOf(kind, values, cap),
    edge: { ...plainEdge, collaboratorCount },
  }));
};

/** Lucene's own signs; folding leaves none of them, but nothing that is asked may ever be one. */
const luceneSigns = /[+\-&|!(){}[\]^"~*?:\\/<>=]/g;

/** Every word is to begin a word of the hit. */
const luceneQuery = (words: readonly string[]): string =>
  words.map((word) => `+${word.replace(luceneSigns, '\\$&')}*`).join(' ');

type HitRow = [kind: EntityKind, node: NodeValues, score: number];

/** A page of what a text finds: one statement. */
export const readSearch = async (
  database: Database,
  cap: number,
  request: SearchRequest,
): Promise<SearchPage> => {
  const kinds = request.kinds.length > 0 ? request.kinds : entityKinds;
  const statement = searchStatement(shapeOf({ ...request, order: [], after: request.after && [] }));
  const [row] = await database.read<PageColumns<HitRow>>(statement, {
    indexes: kinds.map((kind) => searchIndex(labels[kind])),
    query: luceneQuery(request.words),
    text: request.words.join(' '),
    limit: request.first + 1,
    after: request.after,
  });
  return cutPage(row ?? {}, request, ([kind, node, score]: HitRow) => ({
    node: entityOf(kind, node, cap),
    score,
  }));
};
