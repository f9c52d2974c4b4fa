import type { ListedTarget, StoredAuthorship, StoredPaper } from '../../graph/importSession.ts';
import { compareTexts } from '../../graph/model/compareTexts.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import { nameKey } from '../../graph/names.ts';
import type { NamedKind } from '../../graph/model/kinds.ts';
import { listedRelations, type ListedRelation } from '../../graph/model/listedRelations.ts';
import { relations } from '../../graph/model/relations.ts';
import { joinedAuthorship, latexOfSameTitle } from '../../graph/storedPapers.ts';
import type { NormalizedAuthor, NormalizedPaper, NormalizedTarget } from './normalizedRecord.ts';
import type { EntityMatcher } from './entityMatcher.ts';
import { namesAreCompatible } from '../../graph/identity/namesAreCompatible.ts';
import { authorListOf, isWorseList, keptAuthorList } from './authorList.ts';
import { AuthorKeys, type KeyedAuthor } from './authorKeys.ts';
import type { BatchPapers } from './batchPapers.ts';
import { claimedDois } from './claimedDois.ts';
import type { WorkingEntities, WorkingEntity } from './workingEntities.ts';
import type { OnProblem } from '../importProblem.ts';

/** Receives each mention: what a paper says about an entity. */
type OnMention = (kind: NamedKind, entity: WorkingEntity, mention: object) => void;

/** Turns a normalized paper into the paper to store: every entity it names is resolved to an id. */
export class PaperResolution {
  readonly #entities: WorkingEntities;
  readonly #matcher: EntityMatcher;
  readonly #authorKeys: AuthorKeys;
  readonly #onMention: OnMention;

  constructor(entities: WorkingEntities, matcher: EntityMatcher, papers: BatchPapers, onMention: OnMention) {
    this.#entities = entities;
    this.#matcher = matcher;
    this.#authorKeys = new AuthorKeys(entities, papers);
    this.#onMention = onMention;
  }

  /** @param stored the paper as it is stored now; undefined if it is not stored */
  async resolve(
    entity: WorkingEntity,
    paper: NormalizedPaper,
    stored: StoredPaper | undefined,
    onProblem: OnProblem,
  ): Promise<StoredPaper> {
    const authorList = isWorseList(paper, stored)
      ? keptAuthorList(paper, stored, onProblem)
      : authorListOf(paper, await this.#authorships(entity, paper, stored, onProblem));
    const targets: Partial<Record<ListedRelation, readonly ListedTarget[]>> = {};
    for (const relation of listedRelations) {
      const listed = paper.targets[relation];
      targets[relation] = listed
        ? await this.#targets(relations[relation].to, listed)
        : (stored?.targets[relation] ?? []);
    }
    const { keys, authors: _, ...fields } = paper;
    const claims = claimedDois(keys, entity, this.#entities);
    return {
      ...fields,
      ...(claims.length > 0 && { claims }),
      id: entity.id,
      keys: [...entity.keys].sort(),
      isRetracted: paper.isRetracted ?? stored?.isRetracted ?? false,
      titleLatex: latexOfSameTitle(paper, stored),
      ...(paper.abstract === undefined
        ? { abstract: stored?.abstract ?? null, abstractLatex: stored?.abstractLatex ?? null }
        : { abstract: paper.abstract || null }),
      ...authorList,
      targets: targets as StoredPaper['targets'],
    };
  }

  async #authorships(
    entity: WorkingEntity,
    paper: NormalizedPaper,
    stored: StoredPaper | undefined,
    onProblem: OnProblem,
  ): Promise<StoredAuthorship[]> {
    const isOtherSource = stored !== undefined && stored.source !== paper.source;
    const counterparts =
      isOtherSource && stored.authorships.length === paper.authors.length ? stored.authorships : [];
    const authors = await this.#authorKeys.of(paper.authors, entity.id, onProblem);
    const candidates = authors.map(({ keys }) => this.#matcher.candidate(keys));
    const resolved = new Map<WorkingEntity, StoredAuthorship>();
    for (const [index, author] of authors.entries()) {
      const apart = new Set([
        ...resolved.keys(),
        ...candidates.slice(index + 1).filter((each) => each !== undefined),
      ]);
      const person =
        (await this.#paired(author, counterparts[index], apart)) ??
        (await this.#matcher.match('AUTHOR', this.#usableKeys(author, entity.id), apart));
      const authorship = authorshipOf(person, author, await this.#affiliations(author));
      const first = resolved.get(person);
      resolved.set(person, first ? joinedAuthorship(first, authorship) : authorship);
    }
    return [...resolved].map(([person, authorship]) => ({ ...authorship, authorId: person.id }));
  }

  /**
   * The keys of an author. If all of them were dropped because they contradicted keys of earlier authors of the paper,
   * returns a new key that is used only for this paper.
   */
  #usableKeys({ keys, name, source, position }: KeyedAuthor, paperId: EntityId): readonly EntityId[] {
    const isUsable = keys.some((key) => this.#entities.owner(key) ?? !this.#entities.byId(key));
    return isUsable ? keys : [nameKey('AUTHOR', source, `${name} (${paperId}, ${position})`)];
  }

  /**
   * Joins an author with the stored author at the same position if the new and the stored list have the same length,
   * and the names and ids of both authors do not contradict each other.
   */
  async #paired(
    author: KeyedAuthor,
    counterpart: StoredAuthorship | undefined,
    apart: ReadonlySet<WorkingEntity>,
  ): Promise<WorkingEntity | undefined> {
    if (!counterpart) return undefined;
    const entity = this.#entities.byId(counterpart.authorId);
    if (!entity || apart.has(entity) || !namesAreCompatible([counterpart.printed], [author.printed]))
      return undefined;
    if (!(await this.#matcher.canPair(entity, author.keys, apart))) return undefined;
    return this.#matcher.share(entity, author.keys, apart);
  }

  async #affiliations(author: NormalizedAuthor): Promise<StoredAuthorship['affiliations']> {
    const affiliations: { printed: string | null; institutionId: EntityId | null }[] = [];
    for (const { printed, institution } of author.affiliations) {
      if (institution === null) {
        if (printed !== null) affiliations.push({ printed, institutionId: null });
        continue;
      }
      const entity = await this.#matcher.match('INSTITUTION', institution.keys);
      this.#onMention('INSTITUTION', entity, institution);
      affiliations.push({ printed, institutionId: entity.id });
    }
    return affiliations;
  }

  /** The targets without repetitions, each with its highest score. */
  async #targets(
    kind: NamedKind | 'PAPER',
    listed: readonly NormalizedTarget[],
  ): Promise<readonly ListedTarget[]> {
    const scores = new Map<EntityId, number | null>();
    for (const target of listed) {
      const id = kind === 'PAPER' ? target.keys[0] : await this.#mentioned(kind, target);
      if (id === undefined) continue;
      const before = scores.get(id) ?? null;
      scores.set(id, before === null ? target.score : Math.max(before, target.score ?? before));
    }
    return [...scores].map(([id, score]) => ({ id, score })).sort((a, b) => compareTexts(a.id, b.id));
  }

  async #mentioned(kind: NamedKind, target: NormalizedTarget): Promise<EntityId> {
    const entity = await this.#matcher.match(kind, target.keys);
    this.#onMention(kind, entity, target);
    return entity.id;
  }
}

const authorshipOf = (
  entity: WorkingEntity,
  author: KeyedAuthor,
  affiliations: StoredAuthorship['affiliations'],
): StoredAuthorship => ({
  authorId: entity.id,
  position: author.position,
  printed: author.printed,
  curated: author.curated,
  alternatives: author.alternatives,
  isCorresponding: author.isCorresponding,
  ...(author.claims.length > 0 && { claims: author.claims }),
  affiliations,
});
