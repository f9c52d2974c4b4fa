import type { ListedTarget, StoredPaper } from '../importSession.ts';
import { compareTexts } from '../model/compareTexts.ts';
import type { EntityId } from '../model/ids.ts';

/** A paper of the base graph, without corrections. It is stored only if corrections change the paper. */
export interface KeptPaper {
  paper: StoredPaper;
  /**
   * The ids of the entities that the paper mentions, but that readers do not see in it. If the paper was merged into
   * another paper, so that readers find it under another id, these are all entities that it mentions.
   */
  lost: readonly EntityId[];
  /**
   * Whether corrections merge other papers into this paper, so that readers also see parts of those papers under its
   * id.
   */
  isJoined: boolean;
}

/**
 * Papers by their ids. `papers`: as they are in the base graph, that is, without corrections. `kept`: those of which a
 * copy without corrections is stored beside the graph. `stored`: as readers see them.
 */
export interface PaperVersions {
  papers: Map<EntityId, StoredPaper>;
  kept: ReadonlyMap<EntityId, KeptPaper>;
  stored: ReadonlyMap<EntityId, StoredPaper>;
}

/**
 * Returns a paper without corrections. @param kept the copy without corrections, if one is stored beside the graph
 * @param stored the paper that readers see
 */
export const basePaper = (
  kept: KeptPaper | undefined,
  stored: StoredPaper | undefined,
): StoredPaper | undefined => {
  if (!kept) return stored;
  return kept.isJoined || !stored ? kept.paper : withNewReferences(kept.paper, stored);
};

/**
 * Adds to a paper without corrections the references that only the version that readers see has: a citation that was
 * imported without a record of the citing paper may have been added only to this version.
 */
const withNewReferences = (paper: StoredPaper, visible: StoredPaper): StoredPaper => {
  const present = new Set(paper.targets.references.map(({ id }) => id));
  const added = visible.targets.references.filter(({ id }) => !present.has(id));
  return added.length > 0 ? withReferences(paper, added) : paper;
};

/** Returns the paper with additional references. */
export const withReferences = (paper: StoredPaper, added: readonly ListedTarget[]): StoredPaper => {
  const references = [...paper.targets.references, ...added].sort((a, b) => compareTexts(a.id, b.id));
  return { ...paper, targets: { ...paper.targets, references } };
};

/** The text of the kept record of a paper. */
export const keptPaperText = (kept: KeptPaper): string => JSON.stringify(kept);
