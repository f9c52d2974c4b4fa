import type { EntityChange, ImportBatch, StoredPaper } from '../importSession.ts';
import { kindOf, type EntityId } from '../model/ids.ts';
import type { BaseGraph } from './baseGraph.ts';
import type { Overlay } from './overlay.ts';
import { mentionsOf } from './visiblePaper.ts';

/**
 * Stores the changed entities that a correction names by their id or a key also beside the graph, without corrections.
 * Returns the papers that mention those entities that were not stored there before: from now on, corrections affect
 * these papers.
 */
export const keepNamed = async (
  base: BaseGraph,
  overlay: Overlay,
  { named, paperKeys, papers }: ImportBatch,
): Promise<StoredPaper[]> => {
  const entities: readonly EntityChange<unknown>[] = [
    ...Object.values(named).flat(),
    ...paperKeys,
    ...papers,
  ];
  const isNamed = ({ id, keys }: EntityChange<unknown>): boolean =>
    overlay.names(id) || keys.some((key) => overlay.names(key));
  const ids = entities.filter(isNamed).map(({ id }) => id);
  const added = ids.filter((id) => !base.has(id) && kindOf(id) !== 'PAPER');
  await keep(base, ids);
  const mentioning: StoredPaper[] = [];
  for (const id of added) mentioning.push(...(await base.papersOf(id)));
  return mentioning;
};

/**
 * Stores entities also beside the graph, without corrections: first, the changed or merged entities that the given
 * papers mention, because corrections affect these papers and readers may see them without the entities; second, the
 * entities that are merged into an entity that is already stored there.
 */
export const keepMentioned = async (
  base: BaseGraph,
  { named, merges }: ImportBatch,
  papers: readonly StoredPaper[],
): Promise<void> => {
  const mentioned = new Set(papers.flatMap((paper) => [...mentionsOf(paper)]));
  const changed = Object.values(named).flatMap((changes) => changes.map(({ id }) => id));
  const merged = merges.filter(({ from }) => kindOf(from) !== 'PAPER');
  const ids = [...changed, ...merged.map(({ from }) => from)].filter((id) => mentioned.has(id));
  await keep(base, ids);
  const others = merged.filter(({ into }) => base.has(into)).map(({ from }) => from);
  await keep(base, others);
};

/** Stores entities beside the graph, including entities that this import creates. */
const keep = async (base: BaseGraph, ids: readonly EntityId[]): Promise<void> => {
  await base.keep(ids);
  for (const id of ids) if (!base.has(id)) base.put({ id, keys: [], lostPapers: [] });
};
