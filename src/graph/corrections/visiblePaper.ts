import { teamSize } from '../collaborationCap.ts';
import { namesAreCompatible } from '../identity/namesAreCompatible.ts';
import type { ListedTarget, StoredAuthorship, StoredPaper } from '../importSession.ts';
import { compareTexts } from '../model/compareTexts.ts';
import type { EntityId } from '../model/ids.ts';
import { mentionRelations, perRelation } from '../model/listedRelations.ts';
import { joinedAuthorship, withMissingFields } from '../storedPapers.ts';
import { visibleKeys } from './visibleEntity.ts';
import type { Overlay } from './overlay.ts';

/**
 * Returns the paper that readers see in place of one or several papers of the base graph; undefined if it is hidden.
 *
 * @param members the papers that corrections merge into one, in ascending order of their ids
 */
export const visiblePaper = (members: readonly StoredPaper[], overlay: Overlay): StoredPaper | undefined => {
  const [first, ...others] = members;
  if (!first) return undefined;
  const { isHidden, name } = overlay.group(first.id);
  if (isHidden) return undefined;
  // papers are merged before hidden entities are removed; otherwise a list that is empty only because all its entries
  // are hidden would be filled with the entries of another paper
  const merged = correctedPaper(others.reduce(withMissingFields, first), overlay);
  const keys = visibleKeys(first.id, members, overlay);
  return name === undefined ? { ...merged, keys } : { ...merged, title: name, titleLatex: null, keys };
};

const correctedPaper = (paper: StoredPaper, overlay: Overlay): StoredPaper => {
  const { authorships, authorCount, authorListIsComplete } = paper;
  const { persons } = personsOf(paper, overlay);
  const visible = new Map<EntityId, StoredAuthorship>();
  let repeated = 0;
  let hasHidden = false;
  for (const [index, authorship] of authorships.entries()) {
    const { isHidden, name, members } = overlay.group(persons[index] ?? '');
    if (isHidden) {
      hasHidden = true;
      continue;
    }
    const authorId = members[0] ?? '';
    const named = name === undefined ? authorship : withName(authorship, name);
    const corrected = { ...named, authorId, affiliations: affiliationsOf(authorship, overlay) };
    const first = visible.get(authorId);
    if (first) repeated += 1;
    visible.set(authorId, first ? joinedAuthorship(first, corrected) : corrected);
  }
  const listed = authorships.length - repeated;
  const count = authorCount === authorships.length ? listed : authorCount;
  return {
    ...paper,
    authorships: [...visible.values()],
    authorCount: count,
    authorListIsComplete: authorListIsComplete && !hasHidden,
    teamSize: repeated > 0 ? teamSize(count, listed, authorListIsComplete) : paper.teamSize,
    targets: {
      ...paper.targets,
      ...perRelation(mentionRelations, (relation) => correctedTargets(paper.targets[relation], overlay)),
    },
  };
};

/**
 * Returns the author of each authorship of a paper after the splits in force, and the ids of the corrections that moved
 * an authorship. A split finds the authorship by its author. If the paper no longer lists this author, the split takes
 * the authorship at the same position, provided that its name is compatible.
 */
export const personsOf = (
  { id, authorships }: StoredPaper,
  overlay: Overlay,
): { persons: readonly EntityId[]; splits: ReadonlySet<string> } => {
  const persons = authorships.map(({ authorId }) => authorId);
  const splits = new Set<string>();
  for (const { correctionId, from, into, position, printed } of overlay.splits(id)) {
    const byAuthor = persons.findIndex((person) => overlay.idOf(person) === overlay.idOf(from));
    const index =
      byAuthor >= 0
        ? byAuthor
        : authorships.findIndex(
            (each) => each.position === position && namesAreCompatible([each.printed], [printed]),
          );
    if (index < 0) continue;
    persons[index] = into;
    splits.add(correctionId);
  }
  return { persons, splits };
};

/**
 * Makes a name the curated name, by which the author is called. A previous curated name becomes an alternative name.
 */
const withName = (authorship: StoredAuthorship, name: string): StoredAuthorship => ({
  ...authorship,
  curated: name,
  alternatives: [
    ...authorship.alternatives,
    ...(authorship.curated === null || authorship.curated === name ? [] : [authorship.curated]),
  ],
});

/**
 * The affiliations after corrections. If an institution is hidden, only the affiliation as it is printed on the paper
 * is kept.
 */
const affiliationsOf = (
  { affiliations }: StoredAuthorship,
  overlay: Overlay,
): StoredAuthorship['affiliations'] =>
  affiliations.flatMap(({ printed, institutionId }): StoredAuthorship['affiliations'] => {
    if (institutionId === null) return [{ printed, institutionId }];
    const { isHidden, members } = overlay.group(institutionId);
    if (isHidden) return printed === null ? [] : [{ printed, institutionId: null }];
    return [{ printed, institutionId: members[0] ?? institutionId }];
  });

/** The targets that readers see, each once, with the highest of its scores. */
const correctedTargets = (targets: readonly ListedTarget[], overlay: Overlay): readonly ListedTarget[] => {
  const scores = new Map<EntityId, number | null>();
  for (const { id, score } of targets) {
    const { isHidden, members } = overlay.group(id);
    if (isHidden) continue;
    const visible = members[0] ?? id;
    const before = scores.get(visible) ?? null;
    scores.set(visible, before === null ? score : Math.max(before, score ?? before));
  }
  return [...scores].map(([id, score]) => ({ id, score })).sort((a, b) => compareTexts(a.id, b.id));
};

/** The ids of the authors, institutions and topics that a paper mentions. */
export const mentionsOf = ({ authorships, targets }: StoredPaper): Set<EntityId> =>
  new Set([
    ...authorships.flatMap(({ authorId, affiliations }) => [
      authorId,
      ...affiliations.flatMap(({ institutionId }) => institutionId ?? []),
    ]),
    ...mentionRelations.flatMap((relation) => targets[relation].map(({ id }) => id)),
  ]);

/** Returns the paper with the ids of the entities that it mentions replaced by `idOf`. */
export const withMentions = (paper: StoredPaper, idOf: (id: EntityId) => EntityId): StoredPaper => ({
  ...paper,
  authorships: paper.authorships.map((authorship) => ({
    ...authorship,
    authorId: idOf(authorship.authorId),
    affiliations: authorship.affiliations.map((each) => ({
      ...each,
      institutionId: each.institutionId === null ? null : idOf(each.institutionId),
    })),
  })),
  targets: {
    ...paper.targets,
    ...perRelation(mentionRelations, (relation) => {
      const targets = paper.targets[relation].map((each) => ({ ...each, id: idOf(each.id) }));
      const distinct = new Map(targets.map((each) => [each.id, each]));
      return [...distinct.values()].sort((a, b) => compareTexts(a.id, b.id));
    }),
  },
});
