import { mergeExpansion, type ExpansionStep } from '../mergeExpansion.ts';
import { emptySlice, entityKinds, type EntityKind, type Slice } from '../slice.ts';
import { fetchExpansion } from './fetchExpansion.ts';
import type { SliceRequest } from './fetchSlice.ts';
import { QueryError } from './sendQuery.ts';

/** One state of a slice: as it was loaded, or after an expansion, which adds neighbors of a node. */
export interface SliceVersion {
  slice: Slice;
  /** The expansion that changed the previous version into this one; undefined for the version that was loaded. */
  step?: ExpansionStep;
  /** The kinds of neighbors that have been fetched, by the id of the node. */
  readKinds: ReadonlyMap<string, ReadonlySet<EntityKind>>;
}

export const stepsOf = (versions: readonly SliceVersion[]): ExpansionStep[] =>
  versions.flatMap(({ step }) => step ?? []);

/**
 * The versions from the loaded one to the one after the last given expansion. Undefined if the first expansions of the
 * slice are not the given ones.
 */
export const versionsAfter = (
  versions: readonly SliceVersion[],
  steps: readonly ExpansionStep[],
): SliceVersion[] | undefined => {
  const made = stepsOf(versions);
  const isSame = ({ nodeId, kinds }: ExpansionStep, index: number): boolean =>
    made[index]?.nodeId === nodeId && made[index].kinds.join() === kinds.join();
  return versions.length > steps.length && steps.every(isSame)
    ? versions.slice(0, steps.length + 1)
    : undefined;
};

/**
 * The version of a slice that was just loaded.
 *
 * @param isGiven true if the page provided the slice, false if the server did
 */
export const firstVersion = (slice: Slice, request: SliceRequest, isGiven: boolean): SliceVersion => {
  const depth = isGiven ? Math.max(...slice.nodes.map(({ distance }) => distance)) : request.depth;
  const innerNodes = slice.nodes.filter(({ distance }) => distance < depth);
  const kinds = new Set(request.kinds.length > 0 ? request.kinds : entityKinds);
  return { slice, readKinds: new Map(innerNodes.map(({ entity }) => [entity.id, kinds])) };
};

const noKinds: SliceVersion['readKinds'] = new Map();

/** Fetches an expansion and adds it to the latest version. */
export const nextVersion = async (
  versions: readonly SliceVersion[],
  step: ExpansionStep,
  request: SliceRequest,
  signal: AbortSignal,
): Promise<SliceVersion> => {
  const latest = versions.at(-1);
  const { slice, readKinds } = latest ?? { slice: emptySlice, readKinds: noKinds };
  const kinds = unreadKinds(latest, step);
  const expansion = await fetchExpansion(slice, step, kinds, request, signal);
  signal.throwIfAborted();
  return {
    slice: mergeExpansion(slice, expansion),
    step,
    readKinds: new Map([
      ...readKinds,
      [step.nodeId, new Set([...(readKinds.get(step.nodeId) ?? []), ...kinds])],
    ]),
  };
};

/**
 * The versions after each of the given expansions. An expansion that the server rejects ends them, because later ones
 * may need its nodes; its error is returned.
 */
export const repeatSteps = async (
  first: SliceVersion,
  steps: readonly ExpansionStep[],
  request: SliceRequest,
  signal: AbortSignal,
): Promise<{ versions: SliceVersion[]; error?: QueryError }> => {
  const versions = [first];
  try {
    for (const step of steps) versions.push(await nextVersion(versions, step, request, signal));
  } catch (error) {
    if (signal.aborted || !(error instanceof QueryError)) throw error;
    return { versions, error };
  }
  return { versions };
};

/** Those kinds of an expansion that were never fetched for its node. */
export const unreadKinds = (
  version: SliceVersion | undefined,
  { nodeId, kinds }: ExpansionStep,
): EntityKind[] => kinds.filter((kind) => !version?.readKinds.get(nodeId)?.has(kind));
