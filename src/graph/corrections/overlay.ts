import { kindOf, type EntityId } from '../model/ids.ts';
import { finished, GrowingGroups, type Group, type Pair, type GrowingGroup } from './growingGroups.ts';
import type { Correction, SplitPlace } from '../identity/corrections.ts';
import { byTime, isCurated, isInForce, splitAuthorId } from './storedCorrection.ts';

/** Returns the entity of the base graph to which an id leads; undefined if no such entity is stored. */
type Resolve = (id: EntityId) => EntityId | undefined;

/** An authorship that a SPLIT moves from one author to another. */
interface Split extends SplitPlace {
  correctionId: string;
  from: EntityId;
  into: EntityId;
}

/**
 * The effect of the corrections in force on the base graph. It depends on these corrections, their times, and which
 * entities are stored, but not on the order of imports and corrections. If corrections contradict each other, the later
 * name is used, a DIFFERENT overrules a SAME, a SAME overrules a SPLIT, and of two SAME the earlier one is used.
 */
export class Overlay {
  readonly #groups = new Map<EntityId, Group>();
  readonly #splits = new Map<EntityId, Split[]>();
  readonly #created = new Set<EntityId>();
  readonly #different = new Set<string>();
  readonly #withoutEffect = new Set<string>();
  /**
   * Ids of entities that are no longer stored, and that a SAME has already assigned to a group. A later SAME does not
   * assign them again.
   */
  readonly #vanished = new Set<EntityId>();
  /** All ids that occur in corrections in force. */
  readonly #named = new Set<EntityId>();

  constructor(corrections: Iterable<Correction>, resolve: Resolve) {
    const inForce = [...corrections].filter(isInForce).sort(byTime);
    for (const { id, kind, entityIds, into, places = [] } of inForce) {
      if (kind === 'SPLIT' && into === undefined) this.#created.add(splitAuthorId(id));
      const named = [
        ...entityIds,
        ...(into === undefined ? [] : [into]),
        ...places.map((each) => each.paperId),
      ];
      for (const each of named) this.#named.add(each);
    }
    const resolved: Resolve = (id) =>
      isCurated(id) ? (this.#created.has(id) ? id : undefined) : resolve(id);
    const growing = new GrowingGroups();
    for (const id of resolvedIds([...this.#named], resolved)) growing.of(id);
    const pairs = differentPairs(inForce, resolved);
    const [joins, others] = [inForce.filter(isJoin), inForce.filter((each) => !isJoin(each))];
    for (const correction of joins) this.#join(correction, resolved, growing, pairs);
    for (const correction of others) this.#apply(correction, resolved, growing);
    for (const [id, group] of growing.all()) this.#groups.set(id, finished(group));
    // ids that are not stored yet are added, too: one batch may store these entities and then try to merge them
    for (const [left, right] of [...pairs, ...differentPairs(inForce, (id) => id)]) {
      const [one, other] = [this.idOf(left), this.idOf(right)];
      this.#different.add(`${one} ${other}`).add(`${other} ${one}`);
    }
  }

  /** The entities that corrections are about. */
  get ids(): Iterable<EntityId> {
    return this.#groups.keys();
  }

  get splitPapers(): Iterable<EntityId> {
    return this.#splits.keys();
  }

  get isEmpty(): boolean {
    return this.#named.size === 0;
  }

  has(id: EntityId): boolean {
    return this.#groups.has(id);
  }

  /** Whether a correction in force contains the id, which need not be stored. */
  names(id: EntityId): boolean {
    return this.#named.has(id);
  }

  group(id: EntityId): Group {
    return this.#groups.get(id) ?? { members: [id], formerIds: [], isHidden: false, name: undefined };
  }

  /** The id of the entity that readers see in place of an entity of the base graph. */
  idOf(id: EntityId): EntityId {
    return this.#groups.get(id)?.members[0] ?? id;
  }

  /** Whether a SPLIT in force creates the entity. */
  isCreated(id: EntityId): boolean {
    return this.#created.has(id);
  }

  splits(paperId: EntityId): readonly Split[] {
    return this.#splits.get(paperId) ?? [];
  }

  /**
   * The part of an author, institution or topic that is visible in the papers that mention it: the id and, only for
   * authors, the name.
   */
  mention(id: EntityId): object {
    const { isHidden, name } = this.group(id);
    if (isHidden) return { isHidden };
    return { id: this.idOf(id), isHidden, ...(kindOf(id) === 'AUTHOR' && { name }) };
  }

  /**
   * The authorships of a paper that SPLITs move, with the ids and names of the authors that readers see. If they are
   * equal for two overlays, readers see the same authors in both.
   */
  splitMentions(paperId: EntityId): readonly object[] {
    return this.splits(paperId).map((split) => ({
      ...split,
      from: this.idOf(split.from),
      into: this.mention(split.into),
    }));
  }

  areDifferent(left: readonly EntityId[], right: readonly EntityId[]): boolean {
    if (this.#different.size === 0) return false;
    return left.some((one) =>
      right.some((other) => this.#different.has(`${this.idOf(one)} ${this.idOf(other)}`)),
    );
  }

  /**
   * Whether a correction is known to change nothing. False does not mean that it changes something: for example, a
   * SPLIT also changes nothing if the two authors were never treated as one.
   */
  isWithoutEffect(correctionId: string): boolean {
    return this.#withoutEffect.has(correctionId);
  }

  #join(
    { id, entityIds }: Correction,
    resolve: Resolve,
    groups: GrowingGroups,
    different: readonly Pair[],
  ): void {
    const entities = resolvedIds(entityIds, resolve);
    const isComplete = entityIds.every((each) => resolve(each) !== undefined);
    const formerIds = entityIds.filter((each) => !this.#vanished.has(each));
    const isJoined = entities.length > 0 && groups.join(entities, formerIds, different);
    if (isJoined) for (const each of formerIds) if (resolve(each) === undefined) this.#vanished.add(each);
    if (!isJoined || (entities.length < 2 && !isComplete)) this.#withoutEffect.add(id);
  }

  #apply(correction: Correction, resolve: Resolve, groups: GrowingGroups): void {
    const { id, kind, entityIds } = correction;
    const entities = resolvedIds(entityIds, resolve);
    if (kind === 'SPLIT') this.#addSplits(correction, resolve, groups);
    else if (entities.length < (kind === 'DIFFERENT' ? 2 : 1)) this.#withoutEffect.add(id);
    else if (kind === 'RENAME') for (const entity of entities) this.#rename(correction, groups.of(entity));
    else if (kind === 'HIDE') for (const entity of entities) groups.of(entity).isHidden = true;
  }

  /** The latest RENAME counts, so the ones before it have no effect. */
  #rename({ id, name }: Correction, group: GrowingGroup): void {
    if (group.renamedBy !== undefined) this.#withoutEffect.add(group.renamedBy);
    Object.assign(group, { name, renamedBy: id });
  }

  #addSplits(
    { id, entityIds, into, name, places = [] }: Correction,
    resolve: Resolve,
    groups: GrowingGroups,
  ): void {
    const [author = ''] = entityIds;
    // if the author is no longer stored, the person may have a new id; the authorship is then found by its position and
    // printed name
    const from = resolve(author) ?? (isCurated(author) ? undefined : author);
    const target = into === undefined ? splitAuthorId(id) : resolve(into);
    if (from === undefined || target === undefined) return;
    const group = groups.of(target);
    if (group.members.has(from)) {
      this.#withoutEffect.add(id);
      return;
    }
    if (into === undefined && name !== undefined) group.name = name;
    for (const place of places) {
      const paperId = resolve(place.paperId);
      if (paperId === undefined) continue;
      const splits = this.#splits.get(paperId) ?? [];
      this.#splits.set(paperId, splits);
      splits.push({ ...place, correctionId: id, paperId, from, into: target });
    }
  }
}

const isJoin = ({ kind }: Correction): boolean => kind === 'SAME';

const resolvedIds = (ids: readonly EntityId[], resolve: Resolve): EntityId[] => [
  ...new Set(ids.flatMap((id) => resolve(id) ?? [])),
];

const differentPairs = (corrections: readonly Correction[], resolve: Resolve): Pair[] =>
  corrections
    .filter(({ kind }) => kind === 'DIFFERENT')
    .flatMap(({ entityIds }) => {
      const ids = resolvedIds(entityIds, resolve);
      return ids.flatMap((left, index) => ids.slice(index + 1).map((right): Pair => [left, right]));
    });
