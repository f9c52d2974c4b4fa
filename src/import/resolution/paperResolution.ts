import type { StoredAuthorship, StoredPaper } from '../../graph/importSession.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import { teamSize } from '../../graph/collaborationCap.ts';
import type {
  NormalizedAuthor,
  NormalizedInstitution,
  NormalizedPaper,
  NormalizedTopic,
} from './normalizedRecord.ts';
import type { EntityMatcher } from './entityMatcher.ts';
import { namesAgree } from './namesAgree.ts';
import type { WorkingEntities, WorkingEntity } from './workingEntities.ts';

/** Where the facts that papers mention of institutions and topics are kept until they are written. */
export interface MentionedFacts {
  institution(entity: WorkingEntity, claim: NormalizedInstitution): void;
  topic(entity: WorkingEntity, claim: NormalizedTopic): void;
}

/** CooperativeScheduler what a record claims of a paper into the paper as it will be stored. */
export class PaperResolution {
  readonly #entities: WorkingEntities;
  readonly #matcher: EntityMatcher;
  readonly #facts: MentionedFacts;

  constructor(entities: WorkingEntities, matcher: EntityMatcher, facts: MentionedFacts) {
    this.#entities = entities;
    this.#matcher = matcher;
    this.#facts = facts;
  }

  /** @param stored the paper as it is now, if it is. */
  async resolve(
    paper: WorkingEntity,
    claim: NormalizedPaper,
    stored: StoredPaper | undefined,
  ): Promise<StoredPaper> {
    const authorships = await this.#authorships(claim, stored);
    const topics = claim.topics && (await this.#topics(claim.topics));
    const { keys: _, authors: __, ...said } = claim;
    return {
      ...said,
      id: paper.id,
      keys: [...paper.keys].sort(),
      abstract: claim.abstract === undefined ? (stored?.abstract ?? null) : claim.abstract || null,
      authorCount: claim.authorCount ?? (claim.authorListIsComplete ? authorships.length : null),
      teamSize: teamSize(claim.authorCount, authorships.length, claim.authorListIsComplete),
      authorships,
      topics: topics ?? stored?.topics ?? [],
      references: claim.references ?? stored?.references ?? [],
    };
  }

  async #authorships(claim: NormalizedPaper, stored: StoredPaper | undefined): Promise<StoredAuthorship[]> {
    const isOtherSource = stored !== undefined && stored.source !== claim.source;
    const counterparts =
      isOtherSource && stored.authorships.length === claim.authors.length ? stored.authorships : [];
    const candidates = claim.authors.map((author) => this.#matcher.candidate(author.keys));
    const resolved = new Map<WorkingEntity, StoredAuthorship>();
    for (const [index, author] of claim.authors.entries()) {
      const apart = new Set([
        ...resolved.keys(),
        ...candidates.slice(index + 1).filter((each) => each !== undefined),
      ]);
      const entity =
        (await this.#paired(author, counterparts[index], apart)) ??
        (await this.#matcher.match('AUTHOR', author.keys, apart));
      const affiliations = await this.#affiliations(author);
      const first = resolved.get(entity);
      resolved.set(
        entity,
        first ? withAffiliations(first, affiliations) : authorshipOf(entity, author, affiliations),
      );
    }
    return [...resolved].map(([entity, authorship]) => ({ ...authorship, authorId: entity.id }));
  }

  /** The stored author at the same place of an equally long list, where the two can be one. */
  async #paired(
    author: NormalizedAuthor,
    counterpart: StoredAuthorship | undefined,
    apart: ReadonlySet<WorkingEntity>,
  ): Promise<WorkingEntity | undefined> {
    if (!counterpart) return undefined;
    const entity = this.#entities.byId(counterpart.authorId);
    if (!entity || apart.has(entity) || !namesAgree(counterpart.printed, author.printed)) return undefined;
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
      this.#facts.institution(entity, institution);
      affiliations.push({ printed, institutionId: entity.id });
    }
    return affiliations;
  }

  async #topics(claims: readonly NormalizedTopic[]): Promise<StoredPaper['topics']> {
    const scores = new Map<EntityId, number | null>();
    for (const claim of claims) {
      const entity = await this.#matcher.match('TOPIC', claim.keys);
      this.#facts.topic(entity, claim);
      const known = scores.get(entity.id) ?? null;
      scores.set(entity.id, known === null ? claim.score : Math.max(known, claim.score ?? known));
    }
    return [...scores]
      .map(([topicId, score]) => ({ topicId, score }))
      .sort((a, b) => (a.topicId < b.topicId ? -1 : 1));
  }
}

const authorshipOf = (
  entity: WorkingEntity,
  author: NormalizedAuthor,
  affiliations: StoredAuthorship['affiliations'],
): StoredAuthorship => ({
  authorId: entity.id,
  position: author.position,
  printed: author.printed,
  curated: author.curated,
  alternatives: author.alternatives,
  isCorresponding: author.isCorresponding,
  affiliations,
});

/** A repeated author keeps the first position and all affiliations. */
const withAffiliations = (
  first: StoredAuthorship,
  more: StoredAuthorship['affiliations'],
): StoredAuthorship => {
  const known = new Set(first.affiliations.map((each) => JSON.stringify(each)));
  return {
    ...first,
    affiliations: [...first.affiliations, ...more.filter((each) => !known.has(JSON.stringify(each)))],
  };
};
