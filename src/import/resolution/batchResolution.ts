import { isDeepStrictEqual } from 'node:util';
import type { EntityKind } from '../../graph/model/entities.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import type {
  EntityChange,
  GraphChanges,
  ImportSession,
  InstitutionFacts,
  KnownEntity,
  StoredPaper,
  TopicFacts,
} from '../../graph/importSession.ts';
import type { NormalizedCitation, NormalizedPaperRecord, NormalizedTopicRecord } from './normalizedRecord.ts';
import { EntityMatcher } from './entityMatcher.ts';
import { PaperResolution } from './paperResolution.ts';
import { WorkingEntities, type WorkingEntity } from './workingEntities.ts';

/** A record with what it claims; `onDropped` reports what is left out of it. */
export type NormalizedRecord =
  | { kind: 'paper'; claim: NormalizedPaperRecord; onDropped: (reason: string) => void }
  | { kind: 'topic'; claim: NormalizedTopicRecord; onDropped: (reason: string) => void }
  | { kind: 'citation'; claim: NormalizedCitation };

export type Outcome = 'new' | 'changed' | 'unchanged';

export interface ResolvedBatch {
  changes: GraphChanges;
  /** Of each paper and topic record, in order. */
  outcomes: Outcome[];
}

/** Resolves a batch of records, in order, against what is stored: one after the other, whatever the batch's size. */
export const resolveBatch = async (
  records: readonly NormalizedRecord[],
  session: ImportSession,
): Promise<ResolvedBatch> => {
  const batch = new BatchResolution(session);
  await batch.load(records);
  const outcomes: Outcome[] = [];
  for (const record of records) {
    if (record.kind === 'paper') outcomes.push(await batch.paper(record.claim, record.onDropped));
    else if (record.kind === 'topic') outcomes.push(await batch.topic(record.claim, record.onDropped));
    else batch.citation(record.claim);
  }
  return { changes: batch.changes(), outcomes };
};

class BatchResolution {
  readonly #session: ImportSession;
  readonly #entities = new WorkingEntities();
  readonly #matcher: EntityMatcher;
  readonly #resolution: PaperResolution;
  /** Papers as stored, and as they will be. */
  readonly #stored = new Map<EntityId, StoredPaper>();
  readonly #pending = new Map<EntityId, StoredPaper>();
  readonly #institutionFacts = new Map<WorkingEntity, Partial<InstitutionFacts>>();
  readonly #topicFacts = new Map<WorkingEntity, Partial<TopicFacts>>();
  readonly #broader = new Map<WorkingEntity, readonly WorkingEntity[]>();
  readonly #citations: NormalizedCitation[] = [];
  readonly #loaded = new Set<NormalizedPaperRecord>();
  #onDropped: (reason: string) => void = () => undefined;

  constructor(session: ImportSession) {
    this.#session = session;
    this.#matcher = new EntityMatcher(this.#entities, {
      shareAPaper: (left, right) => this.#shareAPaper(left, right),
      onMerged: (from, into) => this.#onMerged(from, into),
      onDropped: (reason) => this.#onDropped(reason),
    });
    this.#resolution = new PaperResolution(this.#entities, this.#matcher, {
      institution: (entity, { name, institutionType, countryCode, city }) =>
        mention(this.#institutionFacts, entity, { name, institutionType, countryCode, city }),
      topic: (entity, { name, level }) => mention(this.#topicFacts, entity, { name, level }),
    });
  }

  /** Reads everything stored that the records may have to do with: five reads, whatever their number. */
  async load(records: readonly NormalizedRecord[]): Promise<void> {
    const papers = records.flatMap((record) => (record.kind === 'paper' ? [record.claim] : []));
    const topics = records.flatMap((record) => (record.kind === 'topic' ? [record.claim] : []));
    const known = await this.#known(
      'PAPER',
      papers.flatMap((paper) => paper.keys),
    );
    const isUnchanged = (paper: NormalizedPaperRecord): boolean =>
      paper.keys.some((key) => known.get(key)?.fingerprint === paper.fingerprint);
    await this.#loadMentioned(papers.filter((paper) => !isUnchanged(paper)));
    const topicClaims = topics.flatMap((topic) => [topic.topic, ...(topic.broader ?? [])]);
    await this.#known(
      'TOPIC',
      topicClaims.flatMap((topic) => topic.keys),
    );
  }

  /** What stored papers say that will change, and every entity named by them and by the claims. */
  async #loadMentioned(claims: readonly NormalizedPaperRecord[]): Promise<void> {
    for (const claim of claims) this.#loaded.add(claim);
    const owners = claims.flatMap((claim) => claim.keys.flatMap((key) => this.#entities.owner(key) ?? []));
    const ids = [...new Set(owners.filter((owner) => !owner.isNew).map((owner) => owner.id))];
    const missing = ids.filter((id) => !this.#stored.has(id) && !this.#pending.has(id));
    const stored = missing.length === 0 ? [] : [...(await this.#session.papers(missing)).values()];
    for (const paper of stored) this.#stored.set(paper.id, paper);
    const authors = claims.flatMap((claim) => claim.paper.authors);
    const listed = stored.flatMap((paper) => paper.authorships.map((each) => each.authorId));
    await this.#known('AUTHOR', [...authors.flatMap((author) => author.keys), ...listed]);
    const institutions = authors.flatMap((author) =>
      author.affiliations.flatMap((each) => each.institution ?? []),
    );
    await this.#known(
      'INSTITUTION',
      institutions.flatMap((each) => each.keys),
    );
    await this.#known(
      'TOPIC',
      claims.flatMap((claim) => claim.paper.topics ?? []).flatMap((topic) => topic.keys),
    );
  }

  async paper(claim: NormalizedPaperRecord, onDropped: (reason: string) => void): Promise<Outcome> {
    this.#onDropped = onDropped;
    const candidate = this.#matcher.candidate(claim.keys);
    if (candidate?.fingerprint === claim.fingerprint) return 'unchanged';
    if (!this.#loaded.has(claim)) await this.#loadMentioned([claim]); // an earlier record of the batch changed it
    const entity = await this.#matcher.match('PAPER', claim.keys);
    const isNew = entity.isNew && entity.fingerprint === undefined;
    const before = this.#pending.get(entity.id) ?? this.#stored.get(entity.id);
    const paper = await this.#resolution.resolve(entity, claim.paper, before);
    entity.fingerprint = claim.fingerprint;
    this.#pending.set(entity.id, paper);
    if (isNew) return 'new';
    return before && isSame(before, paper) ? 'unchanged' : 'changed';
  }

  async topic(claim: NormalizedTopicRecord, onDropped: (reason: string) => void): Promise<Outcome> {
    this.#onDropped = onDropped;
    if (this.#matcher.candidate(claim.topic.keys)?.fingerprint === claim.fingerprint) return 'unchanged';
    const entity = await this.#matcher.match('TOPIC', claim.topic.keys);
    const isNew = entity.isNew && entity.fingerprint === undefined;
    const { name, level } = claim.topic;
    entity.fingerprint = claim.fingerprint;
    mention(this.#topicFacts, entity, { name, level, isTaxonomy: true, fingerprint: claim.fingerprint });
    if (claim.broader) {
      const broader: WorkingEntity[] = [];
      for (const each of claim.broader) {
        const other = await this.#matcher.match('TOPIC', each.keys);
        mention(this.#topicFacts, other, { name: each.name, level: each.level, isTaxonomy: true });
        if (other !== entity) broader.push(other);
      }
      this.#broader.set(entity, broader);
    }
    return isNew ? 'new' : 'changed';
  }

  citation(claim: NormalizedCitation): void {
    this.#citations.push(claim);
  }

  changes(): GraphChanges {
    const papers = [...this.#pending.values()].flatMap((paper) => this.#settled(paper) ?? []);
    const written = new Set(papers.map((paper) => paper.id));
    return {
      authors: this.#entities.touched('AUTHOR').map(keysOf),
      institutions: this.#changesOf('INSTITUTION', this.#institutionFacts),
      topics: this.#changesOf('TOPIC', this.#topicFacts),
      paperKeys: this.#entities
        .touched('PAPER')
        .filter((each) => !written.has(each.id))
        .map(keysOf),
      broader: [...this.#broader].map(([topic, broader]) => ({
        topicId: this.#idNow(topic.id),
        broaderIds: [...new Set(broader.map((each) => this.#idNow(each.id)))].sort(),
      })),
      merges: this.#entities.merges,
      papers,
      citations: this.#citations,
    };
  }

  /** The paper with ids as they are at the batch's end; undefined where it is as stored. */
  #settled(paper: StoredPaper): StoredPaper | undefined {
    const entity = this.#entities.byId(paper.id);
    const settled: StoredPaper = {
      ...paper,
      keys: [...(entity?.keys ?? paper.keys)].sort(),
      authorships: paper.authorships.map((each) => ({
        ...each,
        authorId: this.#idNow(each.authorId),
        affiliations: each.affiliations.map((affiliation) => ({
          ...affiliation,
          institutionId: affiliation.institutionId && this.#idNow(affiliation.institutionId),
        })),
      })),
      topics: uniqueTopics(paper.topics.map((each) => ({ ...each, topicId: this.#idNow(each.topicId) }))),
    };
    const stored = this.#stored.get(paper.id);
    return stored && isDeepStrictEqual(stored, settled) ? undefined : settled;
  }

  #changesOf<Facts>(
    kind: EntityKind,
    facts: ReadonlyMap<WorkingEntity, Partial<Facts>>,
  ): EntityChange<Facts>[] {
    const touched = new Set(this.#entities.touched(kind));
    const mentioned = [...facts.keys()].filter(
      (entity) => this.#entities.byId(entity.id) === entity && !touched.has(entity),
    );
    return [...mentioned, ...touched].map((entity) => {
      const said = facts.get(entity);
      return said ? { ...keysOf(entity), facts: said } : keysOf(entity);
    });
  }

  #idNow(id: EntityId): EntityId {
    return this.#entities.byId(id)?.id ?? id;
  }

  async #known(kind: EntityKind, keys: readonly EntityId[]): Promise<Map<EntityId, KnownEntity>> {
    if (keys.length === 0) return new Map();
    const known = await this.#session.known([...new Set(keys)]);
    this.#entities.load(kind, known.values());
    return known;
  }

  async #shareAPaper(left: EntityId, right: EntityId): Promise<boolean> {
    for (const paper of this.#pending.values()) {
      const authors = new Set(paper.authorships.map((each) => this.#idNow(each.authorId)));
      if (authors.has(left) && authors.has(right)) return true;
    }
    return this.#session.shareAPaper(left, right);
  }

  #onMerged(from: EntityId, into: EntityId): void {
    const gone = this.#pending.get(from) ?? this.#stored.get(from);
    if (!gone) return;
    const kept = this.#pending.get(into) ?? this.#stored.get(into);
    this.#pending.delete(from);
    this.#stored.delete(from);
    this.#pending.set(into, { ...(kept ? united(kept, gone) : gone), id: into });
  }
}

const keysOf = (entity: WorkingEntity): EntityChange<never> => ({
  id: entity.id,
  keys: [...entity.keys].sort(),
});

/** What the surviving paper does not say itself it takes from the other. */
const united = (kept: StoredPaper, gone: StoredPaper): StoredPaper => ({
  ...kept,
  abstract: kept.abstract ?? gone.abstract,
  topics: kept.topics.length > 0 ? kept.topics : gone.topics,
  references: kept.references.length > 0 ? kept.references : gone.references,
});

const uniqueTopics = (topics: StoredPaper['topics']): StoredPaper['topics'] => [
  ...new Map(topics.map((each) => [each.topicId, each])).values(),
];

/** The last that says something decides. */
const mention = <Facts>(
  facts: Map<WorkingEntity, Partial<Facts>>,
  entity: WorkingEntity,
  said: { [Fact in keyof Facts]?: Facts[Fact] | null },
): void => {
  const given = Object.entries(said).filter(([, value]) => value !== null);
  facts.set(entity, { ...facts.get(entity), ...Object.fromEntries(given) });
};

const isSame = (before: StoredPaper, after: StoredPaper): boolean =>
  isDeepStrictEqual({ ...before, fingerprint: '', source: '' }, { ...after, fingerprint: '', source: '' });
