import type { EntityKind } from '../../graph/model/entities.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import type {
  EntityChange,
  GraphChanges,
  ImportSession,
  InstitutionFacts,
  KnownEntity,
  TopicFacts,
} from '../../graph/importSession.ts';
import type { OnProblem } from '../importProblem.ts';
import { BatchPapers, hasSameContent } from './batchPapers.ts';
import { EntityMatcher } from './entityMatcher.ts';
import type {
  NormalizedCitation,
  NormalizedPaperRecord,
  NormalizedRecord,
  NormalizedTopicRecord,
} from './normalizedRecord.ts';
import { PaperResolution } from './paperResolution.ts';
import { WorkingEntities, type WorkingEntity } from './workingEntities.ts';

type Outcome = 'new' | 'changed' | 'unchanged';

interface ResolvedBatch {
  changes: GraphChanges;
  /** One for each paper and topic record, in order. */
  outcomes: Outcome[];
}

/** Resolves the records of a batch, in order, against the stored graph. The result does not depend on batch size. */
export const resolveBatch = async (
  records: readonly NormalizedRecord[],
  session: ImportSession,
): Promise<ResolvedBatch> => {
  const batch = new BatchResolution(session);
  await batch.load(records);
  const outcomes: Outcome[] = [];
  for (const record of records) {
    if (record.kind === 'citation') batch.citation(record.citation);
    else if (record.kind === 'topic') outcomes.push(await batch.topic(record, record.onProblem));
    else outcomes.push(await batch.paper(record.paper, record.onProblem));
  }
  return { changes: batch.changes(), outcomes };
};

class BatchResolution {
  readonly #session: ImportSession;
  readonly #entities = new WorkingEntities();
  readonly #papers: BatchPapers;
  readonly #matcher: EntityMatcher;
  readonly #resolution: PaperResolution;
  readonly #institutionFacts = new Map<WorkingEntity, Partial<InstitutionFacts>>();
  readonly #topicFacts = new Map<WorkingEntity, Partial<TopicFacts>>();
  readonly #broader = new Map<WorkingEntity, readonly WorkingEntity[]>();
  readonly #citations: NormalizedCitation[] = [];
  readonly #loaded = new Set<NormalizedPaperRecord>();
  #onProblem: OnProblem = () => undefined;

  constructor(session: ImportSession) {
    this.#session = session;
    this.#papers = new BatchPapers(session, this.#entities);
    this.#matcher = new EntityMatcher(this.#entities, {
      shareAPaper: (left, right) => this.#papers.listBoth(left, right),
      onMerged: (from, into) => this.#papers.merge(from, into),
      onConflict: (message) => this.#onProblem('sharedIdentifier', message),
    });
    this.#resolution = new PaperResolution(this.#entities, this.#matcher, {
      institution: (entity, { name, institutionType, countryCode, city }) =>
        addFacts(this.#institutionFacts, entity, { name, institutionType, countryCode, city }),
      topic: (entity, { name, level }) => addFacts(this.#topicFacts, entity, { name, level }),
    });
  }

  /** Loads everything stored that the records refer to, by five reads for any number of records. */
  async load(records: readonly NormalizedRecord[]): Promise<void> {
    const papers = records.flatMap((record) => (record.kind === 'paper' ? [record.paper] : []));
    const stored = await this.#loadEntities(
      'PAPER',
      papers.flatMap((paper) => paper.keys),
    );
    const isUnchanged = (paper: NormalizedPaperRecord): boolean =>
      paper.keys.some((key) => stored.get(key)?.fingerprint === paper.fingerprint);
    await this.#loadMentioned(papers.filter((paper) => !isUnchanged(paper)));
    const topics = records.flatMap((record) =>
      record.kind === 'topic' ? [record.topic, ...(record.broader ?? [])] : [],
    );
    await this.#loadEntities(
      'TOPIC',
      topics.flatMap((topic) => topic.keys),
    );
  }

  /** Loads the stored papers that the records change, and every entity that those or the records mention. */
  async #loadMentioned(records: readonly NormalizedPaperRecord[]): Promise<void> {
    for (const record of records) this.#loaded.add(record);
    const owners = records.flatMap(({ keys }) => keys.flatMap((key) => this.#entities.owner(key) ?? []));
    const ids = new Set(owners.filter((owner) => !owner.isNew).map((owner) => owner.id));
    const stored = await this.#papers.load([...ids]);
    const authors = records.flatMap(({ paper }) => paper.authors);
    const listed = stored.flatMap((paper) => paper.authorships.map((each) => each.authorId));
    await this.#loadEntities('AUTHOR', [...authors.flatMap((author) => author.keys), ...listed]);
    const affiliations = authors.flatMap((author) => author.affiliations);
    await this.#loadEntities(
      'INSTITUTION',
      affiliations.flatMap(({ institution }) => institution?.keys ?? []),
    );
    await this.#loadEntities(
      'TOPIC',
      records.flatMap(({ paper }) => (paper.topics ?? []).flatMap((topic) => topic.keys)),
    );
  }

  async paper(record: NormalizedPaperRecord, onProblem: OnProblem): Promise<Outcome> {
    this.#onProblem = onProblem;
    const candidate = this.#matcher.candidate(record.keys);
    if (candidate?.fingerprint === record.fingerprint) return 'unchanged';
    // an earlier record of the batch changed a paper that was expected to stay unchanged
    if (!this.#loaded.has(record)) await this.#loadMentioned([record]);
    const entity = await this.#matcher.match('PAPER', record.keys);
    const isNew = entity.isNew && entity.fingerprint === undefined;
    const before = this.#papers.get(entity.id);
    const paper = await this.#resolution.resolve(entity, record.paper, before);
    entity.fingerprint = record.fingerprint;
    this.#papers.set(paper);
    if (isNew) return 'new';
    return before && hasSameContent(before, paper) ? 'unchanged' : 'changed';
  }

  async topic(record: NormalizedTopicRecord, onProblem: OnProblem): Promise<Outcome> {
    this.#onProblem = onProblem;
    const { topic, fingerprint, broader } = record;
    if (this.#matcher.candidate(topic.keys)?.fingerprint === fingerprint) return 'unchanged';
    const entity = await this.#matcher.match('TOPIC', topic.keys);
    const isNew = entity.isNew && entity.fingerprint === undefined;
    entity.fingerprint = fingerprint;
    addFacts(this.#topicFacts, entity, {
      name: topic.name,
      level: topic.level,
      isTaxonomy: true,
      fingerprint,
    });
    if (broader) {
      const parents: WorkingEntity[] = [];
      for (const { keys, name, level } of broader) {
        const parent = await this.#matcher.match('TOPIC', keys);
        addFacts(this.#topicFacts, parent, { name, level, isTaxonomy: true });
        if (parent !== entity) parents.push(parent);
      }
      this.#broader.set(entity, parents);
    }
    return isNew ? 'new' : 'changed';
  }

  citation(citation: NormalizedCitation): void {
    this.#citations.push(citation);
  }

  changes(): GraphChanges {
    const papers = this.#papers.changes();
    const paperIds = new Set(papers.map((paper) => paper.id));
    return {
      authors: this.#entities.touched('AUTHOR').map(keysOf),
      institutions: this.#changesOf('INSTITUTION', this.#institutionFacts),
      topics: this.#changesOf('TOPIC', this.#topicFacts),
      paperKeys: this.#entities
        .touched('PAPER')
        .filter((each) => !paperIds.has(each.id))
        .map(keysOf),
      broader: [...this.#broader].map(([topic, broader]) => ({
        topicId: this.#currentId(topic),
        broaderIds: [...new Set(broader.map((each) => this.#currentId(each)))].sort(),
      })),
      merges: this.#entities.merges,
      papers,
      citations: this.#citations,
    };
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
      const entityFacts = facts.get(entity);
      return entityFacts ? { ...keysOf(entity), facts: entityFacts } : keysOf(entity);
    });
  }

  #currentId({ id }: WorkingEntity): EntityId {
    return this.#entities.byId(id)?.id ?? id;
  }

  async #loadEntities(kind: EntityKind, keys: readonly EntityId[]): Promise<Map<EntityId, KnownEntity>> {
    if (keys.length === 0) return new Map();
    const stored = await this.#session.known([...new Set(keys)]);
    this.#entities.load(kind, stored.values());
    return stored;
  }
}

const keysOf = (entity: WorkingEntity): EntityChange<never> => ({
  id: entity.id,
  keys: [...entity.keys].sort(),
});

/** Adds the facts that are not null; a later record overwrites an earlier one. */
const addFacts = <Facts>(
  facts: Map<WorkingEntity, Partial<Facts>>,
  entity: WorkingEntity,
  added: { [Fact in keyof Facts]?: Facts[Fact] | null },
): void => {
  const present = Object.entries(added).filter(([, value]) => value !== null);
  facts.set(entity, { ...facts.get(entity), ...Object.fromEntries(present) });
};
