import { namesAreCompatible } from '../../graph/identity/namesAreCompatible.ts';
import { conflictingSchemes, isCatalogue, isDoubtful } from '../../graph/model/identifiers.ts';
import { schemeOf, type EntityId } from '../../graph/model/ids.ts';
import type { OnProblem } from '../importProblem.ts';
import type { BatchPapers } from './batchPapers.ts';
import type { EntityMatcher } from './entityMatcher.ts';
import type { NormalizedRedirect } from './normalizedRecord.ts';
import type { WorkingEntities, WorkingEntity } from './workingEntities.ts';

/** Resolves records that say that a source merged one entity into another. */
export class RedirectResolution {
  readonly #entities: WorkingEntities;
  readonly #matcher: EntityMatcher;
  readonly #papers: BatchPapers;
  readonly #mustStayApart: (left: WorkingEntity, right: WorkingEntity) => boolean;

  /** @param mustStayApart returns whether a correction forbids to merge two entities */
  constructor(
    entities: WorkingEntities,
    matcher: EntityMatcher,
    papers: BatchPapers,
    mustStayApart: (left: WorkingEntity, right: WorkingEntity) => boolean,
  ) {
    this.#entities = entities;
    this.#matcher = matcher;
    this.#papers = papers;
    this.#mustStayApart = mustStayApart;
  }

  async resolve({ from, to }: NormalizedRedirect, onProblem: OnProblem): Promise<'changed' | 'unchanged'> {
    const retired = this.#entities.owner(from);
    const remaining = this.#entities.owner(to);
    if (retired === remaining) return 'unchanged';
    if (isDoubtful(schemeOf(from))) return this.#addDoubtfulKey(from, remaining, onProblem);
    if (!retired || !remaining) {
      const [entity, key] = retired ? [retired, to] : [remaining as WorkingEntity, from];
      if (schemeOf(from) !== schemeOf(to)) return this.#addKey(entity, key);
      this.#entities.give(key, entity);
      return 'changed';
    }
    const schemes = schemesAgainst(retired, remaining, schemeOf(from), schemeOf(to));
    if (schemes.length > 0) {
      const reason = `${retired.id} and ${remaining.id} have different identifiers of ${schemes.join(' and ')}`;
      onProblem('sharedIdentifier', `${from} was not joined with ${to}: ${reason}`);
      return 'unchanged';
    }
    if (retired.kind === 'AUTHOR' && (await this.#papers.listBoth(retired.id, remaining.id))) {
      onProblem('sharedIdentifier', `${from} was not merged into ${to}: one paper lists both as authors`);
      return 'unchanged';
    }
    if (this.#mustStayApart(retired, remaining)) {
      onProblem('sharedIdentifier', `${from} was not merged into ${to}: a correction says that they differ`);
      return 'unchanged';
    }
    this.#merge(retired, remaining);
    return 'changed';
  }

  #merge(retired: WorkingEntity, remaining: WorkingEntity): void {
    const fingerprint = remaining.fingerprint;
    const merged = this.#entities.merge(retired, remaining);
    this.#matcher.dropContradictions(merged);
    if (merged.kind !== 'PAPER') return;
    this.#papers.merge(merged === retired ? remaining.id : retired.id, merged.id, remaining.id);
    merged.fingerprint = fingerprint;
  }

  /**
   * Gives a person an identifier that a record about this person states. If another person has the identifier, the
   * first person gets it only if the names of both people are compatible. Otherwise it is stored as a claim, so that
   * the two people can be listed as possible duplicates.
   */
  async #addDoubtfulKey(
    key: EntityId,
    person: WorkingEntity | undefined,
    onProblem: OnProblem,
  ): Promise<'changed' | 'unchanged'> {
    if (!person) return 'unchanged';
    const owner = this.#entities.owner(key);
    const namesOf = (entity: WorkingEntity) => this.#papers.namesOf(entity);
    if (owner && !namesAreCompatible(await namesOf(owner), await namesOf(person))) {
      onProblem('incompatibleName', `${key} was not used for ${person.id}: it was given to ${owner.id}`);
      return (await this.#papers.claimForAuthor(key, person)) ? 'changed' : 'unchanged';
    }
    return this.#addKey(person, key);
  }

  async #addKey(entity: WorkingEntity, key: EntityId): Promise<'changed' | 'unchanged'> {
    const result = await this.#matcher.share(entity, [key]);
    return this.#entities.owner(key) === result ? 'changed' : 'unchanged';
  }
}

/**
 * The schemes in which two entities have different identifiers, so that a redirect must not merge them. If a catalogue
 * merges two entries of its own (`fromScheme` equals `toScheme`), only different ids in other catalogues prevent the
 * merge. Otherwise different identifiers of any scheme prevent it, because some sources give a preprint and the
 * published paper the same identifier.
 */
const schemesAgainst = (
  left: WorkingEntity,
  right: WorkingEntity,
  fromScheme: string,
  toScheme: string,
): string[] => {
  const schemes = [...conflictingSchemes([...left.keys], [...right.keys])];
  return fromScheme === toScheme
    ? schemes.filter((scheme) => isCatalogue(scheme) && scheme !== fromScheme)
    : schemes;
};
