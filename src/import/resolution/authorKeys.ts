import { hasOnlyInitials } from '../../graph/identity/hasOnlyInitials.ts';
import { namesAreCompatible } from '../../graph/identity/namesAreCompatible.ts';
import { isDoubtful } from '../../graph/model/identifiers.ts';
import { schemeOf, type EntityId } from '../../graph/model/ids.ts';
import { nameKey, printedSpellings } from '../../graph/names.ts';
import type { OnProblem } from '../importProblem.ts';
import type { BatchPapers } from './batchPapers.ts';
import type { NormalizedAuthor } from './normalizedRecord.ts';
import type { WorkingEntities } from './workingEntities.ts';

/** An author of a record with the keys by which the import looks for a stored author, best first. */
export type KeyedAuthor = NormalizedAuthor & {
  keys: readonly EntityId[];
  /** The identifiers that are not among the keys, because a person with another name has them. */
  claims: readonly EntityId[];
};

/** The keys under which an author may already be stored, chosen without reading the store. */
export const possibleKeys = ({ name, source, identifiers }: NormalizedAuthor): readonly EntityId[] =>
  identifiers.every((key) => isDoubtful(schemeOf(key)))
    ? [...identifiers, nameKey('AUTHOR', source, name)]
    : identifiers;

/** Finds the keys by which the authors of a paper are matched: credible identifiers, else a key made of the name. */
export class AuthorKeys {
  readonly #entities: WorkingEntities;
  readonly #papers: BatchPapers;

  constructor(entities: WorkingEntities, papers: BatchPapers) {
    this.#entities = entities;
    this.#papers = papers;
  }

  /** @param paperId the id of the paper that lists the authors */
  async of(
    authors: readonly NormalizedAuthor[],
    paperId: EntityId,
    onProblem: OnProblem,
  ): Promise<KeyedAuthor[]> {
    const nameKeys = new NameKeys(paperId);
    const keyed: KeyedAuthor[] = [];
    for (const author of authors) {
      const { credible, claims } = await this.#credibleIdentifiers(author, onProblem);
      keyed.push({ ...author, claims, keys: credible.length > 0 ? credible : [nameKeys.next(author)] });
    }
    return keyed;
  }

  /**
   * The credible identifiers of an author. Not credible are two sorts of doubtful identifiers: those that belong to a
   * person with another name (these are the claims), and those that the import took away from a person because they
   * contradicted others.
   */
  async #credibleIdentifiers(author: NormalizedAuthor, onProblem: OnProblem) {
    const credible: EntityId[] = [];
    const claims: EntityId[] = [];
    for (const key of author.identifiers) {
      const isCredible = !isDoubtful(schemeOf(key)) || (await this.#isCredible(author, key));
      if (isCredible) credible.push(key);
      else {
        if (this.#entities.owner(key)) claims.push(key);
        const owner = this.#entities.owner(key) ?? this.#entities.byId(key);
        const [name = owner?.id] = owner ? await this.#papers.namesOf(owner) : [];
        onProblem('incompatibleName', `${key} was not used for ${author.printed}: it was given to ${name}`);
      }
    }
    return { credible, claims };
  }

  async #isCredible(author: NormalizedAuthor, key: EntityId): Promise<boolean> {
    const owner = this.#entities.owner(key);
    // No author has this key now. If an author's id was made from it, the import took the key away because the author
    // had contradictory identifiers; then the key is not credible.
    if (!owner) return this.#entities.byId(key) === undefined;
    const isConfirmed = author.identifiers.some((each) => each !== key && owner.keys.has(each));
    return isConfirmed || namesAreCompatible(printedSpellings(author), await this.#papers.namesOf(owner));
  }
}

/** Makes the keys of the authors of one paper who have no identifier. */
class NameKeys {
  readonly #paperId: EntityId;
  readonly #counts = new Map<EntityId, number>();

  constructor(paperId: EntityId) {
    this.#paperId = paperId;
  }

  /**
   * The key of the next author of the list. Authors with exactly the same name get the same key in all papers of a
   * source. In two cases the key contains the id of the paper: a name of only initials, which fits too many people, and
   * a second author of the same name on the paper.
   */
  next({ name, source }: NormalizedAuthor): EntityId {
    const shared = nameKey('AUTHOR', source, name);
    const count = (this.#counts.get(shared) ?? 0) + 1;
    this.#counts.set(shared, count);
    if (count > 1) return nameKey('AUTHOR', source, `${name} (${this.#paperId}, ${count})`);
    return hasOnlyInitials(name) ? nameKey('AUTHOR', source, `${name} (${this.#paperId})`) : shared;
  }
}
