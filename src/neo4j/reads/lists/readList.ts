import { memoize } from '../../../graph/memoize.ts';
import { plainEdge } from '../../../graph/model/edges.ts';
import type { EntityKind } from '../../../graph/model/entityKinds.ts';
import type { ListFilter } from '../../../graph/model/filters.ts';
import type { ListPageRequest, Page } from '../../../graph/model/pages.ts';
import type { Database } from '../../connection/database.ts';
import { anchors } from '../../cypher/filters.ts';
import type { NodeValues } from '../../cypher/nodeProjection.ts';
import { STATEMENT_CACHE } from '../../cypher/statement.ts';
import { briefEntityOf, entityOf } from '../entityOf.ts';
import { cutPage, pageParameters, shapeOf, type PageRow } from '../pageRows.ts';
import { listStatement } from './listStatement.ts';

const statementOf = memoize(listStatement, STATEMENT_CACHE);

/**
 * The field of the filter with which the search for nodes starts: the first in the kind's `anchors` that the filter
 * has.
 */
const anchorOf = (kind: EntityKind, filter: ListFilter | undefined): string | undefined =>
  Object.keys(anchors[kind] ?? {}).find(
    (field) => (filter as Record<string, unknown> | undefined)?.[field] !== undefined,
  );

type ListedRow = [node: NodeValues, collaboratorCount?: number | null];

/** A page of the list of all entities of a kind that pass the filter. Takes one statement. */
export const readList = async (
  database: Database,
  cap: number,
  kind: EntityKind,
  request: ListPageRequest,
): Promise<Page> => {
  const anchor = anchorOf(kind, request.filter);
  const statement = statementOf({ kind, ...shapeOf(request), ...(anchor !== undefined && { anchor }) });
  const [row] = await database.read<PageRow<ListedRow>>(statement, pageParameters(request));
  return cutPage(row ?? {}, request, ([values, collaboratorCount = null]: ListedRow) => ({
    node: request.brief ? briefEntityOf(kind, values) : entityOf(kind, values, cap),
    edge: { ...plainEdge, collaboratorCount },
  }));
};
