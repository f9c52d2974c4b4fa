import { isCatalogue, mergesEntries } from '../../graph/model/identifiers.ts';
import { schemeOf, type EntityId } from '../../graph/model/ids.ts';
import { perNamedKind } from '../../graph/model/kinds.ts';
import type { ImportBatch, ImportSession } from '../../graph/importSession.ts';
import type { Removal } from '../../graph/removals/removal.ts';
import type { OnProblem } from '../importProblem.ts';
import { BatchLoading } from './batchLoading.ts';
import { BatchPapers, hasSameContent } from './batchPapers.ts';
import { EntityFacts, keysOf } from './entityFacts.ts';
import { EntityMatcher } from './entityMatcher.ts';
import { isSamePaper } from './isSamePaper.ts';
import type {
  NormalizedAbstract,
  NormalizedCitation,
  NormalizedPaperRecord,
  NormalizedRecord,
  NormalizedRedirect,
  NormalizedRemoval,
  NormalizedTopicRecord,
} from './normalizedRecord.ts';
import { PaperResolution } from './paperResolution.ts';
import { RedirectResolution } from './redirectResolution.ts';
import { WorkingEntities, type WorkingEntity } from './workingEntities.ts';

type Outcome = 'new' | 'changed' | 'unchanged';

interface ResolvedBatch {
  changes: ImportBatch;
  /** What the import did with each record of a paper or topic, in the order of the records. */
  outcomes: Outcome[];
}

/**
 * Resolves the records of a batch, in order, against the stored graph. The result does not depend on the batch size. A
 * batch contains either only removals or no removals, so that a removal sees everything that earlier records stored.
 */
export const resolveBatch = async (
  records: readonly NormalizedRecord[],
  session: ImportSession,
): Promise<ResolvedBatch> => {
  const batch = new BatchResolution(session);
  await batch.loading.load(records);
  const outcomes: Outcome[] = [];
  for (const record of records) {
    if (record.kind === 'citation') batch.citation(record.citation);
    else if (record.kind === 'abstract') outcomes.push(batch.abstract(record.abstract));
    else if (record.kind === 'removal') outcomes.push(batch.removal(record.removal, record.onProblem));
    else if (record.kind === 'redirect')
      outcomes.push(await batch.redirect(record.redirect, record.onProblem));
    else if (record.kind === 'topic') outcomes.push(await batch.topic(record, record.onProblem));
    else outcomes.push(await batch.paper(record.paper, record.onProblem));
  }
  return { changes: batch.changes(), outcomes };
};

class BatchResolution {
  readonly #entities = new WorkingEntities();
  readonly #papers: BatchPapers;
  readonly loading: BatchLoading;
  readonly #matcher: EntityMatcher;
  readonly #resolution: PaperResolution;
  readonly #redirects: RedirectResolution;
  readonly #facts = perNamedKind((kind) => new EntityFacts(kind));
  readonly #broader = new Map<WorkingEntity, readonly WorkingEntity[]>();
  readonly #citations: NormalizedCitation[] = [];
  readonly #removals = new Map<EntityId, Removal>();
  #onProblem: OnProblem = () => undefined;

  constructor(session: ImportSession) {
    this.#papers = new BatchPapers(session, this.#entities);
    this.loading = new BatchLoading(session, this.#entities, this.#papers);
    const mustStayApart = (left: WorkingEntity, right: WorkingEntity): boolean =>
      session.mustStayApart(idsOf(left), idsOf(right));
    this.#matcher = new EntityMatcher(this.#entities, {
      shareAPaper: (left, right) => this.#papers.listBoth(left, right),
      mustStayApart,
      onMerged: (from, into) => this.#papers.merge(from, into),
      onLost: (key, { id }) => this.#papers.claim(key, id),
      onConflict: (message) => this.#onProblem('sharedIdentifier', message),
      onContradiction: (message) => this.#onProblem('contradictoryIdentifier', message),
    });
    this.#resolution = new PaperResolution(
      this.#entities,
      this.#matcher,
      this.#papers,
      (kind, entity, mention) => this.#facts[kind].add(entity, mention),
    );
    this.#redirects = new RedirectResolution(this.#entities, this.#matcher, this.#papers, mustStayApart);
  }

  async paper(record: NormalizedPaperRecord, onProblem: OnProblem): Promise<Outcome> {
    this.#onProblem = onProblem;
    const candidate = this.#matcher.candidate(record.keys);
    if (candidate?.fingerprint === record.fingerprint) return 'unchanged';
    // The entities of the record were not loaded, because the stored paper had the same fingerprint. But an earlier
    // record of the batch has changed the paper since.
    if (!this.loading.has(record)) await this.loading.loadMentioned([record]);
    this.#joinDuplicate(record);
    const entity = await this.#matcher.match('PAPER', record.keys);
    const isNew = entity.isNew && entity.fingerprint === undefined;
    const before = this.#papers.get(entity.id);
    const paper = await this.#resolution.resolve(entity, record.paper, before, onProblem);
    entity.fingerprint = record.fingerprint;
    this.#papers.set(paper);
    if (isNew) return 'new';
    return before && hasSameContent(before, paper) ? 'unchanged' : 'changed';
  }

  /**
   * Joins a record with a stored paper that has another id of the same catalogue. Some catalogues merge entries, so
   * that old and new files name one paper by different ids.
   */
  #joinDuplicate({ keys, paper }: NormalizedPaperRecord): void {
    const key = keys.find((each) => mergesEntries(schemeOf(each)));
    if (key === undefined || this.#entities.owner(key)) return;
    const duplicate = keys
      .map((each) => this.#entities.owner(each))
      .find((entity) => entity && isSamePaper(this.#papers.get(entity.id), paper));
    if (duplicate && keys.some((each) => hasOtherEntry(duplicate, each))) return;
    if (!duplicate) return;
    this.#entities.give(key, duplicate);
    const otherKey = [...duplicate.keys].find((each) => each !== key && schemeOf(each) === schemeOf(key));
    if (otherKey !== undefined)
      this.#onProblem('duplicateEntry', `${key} and ${otherKey} are the same paper`);
  }

  async topic(record: NormalizedTopicRecord, onProblem: OnProblem): Promise<Outcome> {
    this.#onProblem = onProblem;
    const { topic, fingerprint, broader } = record;
    if (this.#matcher.candidate(topic.keys)?.fingerprint === fingerprint) return 'unchanged';
    const entity = await this.#matcher.match('TOPIC', topic.keys);
    const isNew = entity.isNew && entity.fingerprint === undefined;
    entity.fingerprint = fingerprint;
    this.#facts.TOPIC.add(entity, { name: topic.name, level: topic.level, isTaxonomy: true, fingerprint });
    if (broader) {
      const parents: WorkingEntity[] = [];
      for (const { keys, name, level } of broader) {
        const parent = await this.#matcher.match('TOPIC', keys);
        this.#facts.TOPIC.add(parent, { name, level, isTaxonomy: true });
        if (parent !== entity) parents.push(parent);
      }
      this.#broader.set(entity, parents);
    }
    return isNew ? 'new' : 'changed';
  }

  redirect(redirect: NormalizedRedirect, onProblem: OnProblem): Promise<Outcome> {
    this.#onProblem = onProblem;
    return this.#redirects.resolve(redirect, onProblem);
  }

  /**
   * Removes a paper. It is kept if its stored record is from another source, because that source did not take it back.
   */
  removal({ keys, ...removal }: NormalizedRemoval, onProblem: OnProblem): Outcome {
    const entity = this.#matcher.candidate(keys);
    const stored = entity && this.#papers.get(entity.id);
    const [id = ''] = stored ? [stored.id] : keys;
    const said = removal.reason === null ? id : `${id}: ${removal.reason}`;
    if (stored && stored.source !== removal.source) {
      onProblem('otherSourcePaper', `${said}; the stored record is of the source ${stored.source}`);
      return 'unchanged';
    }
    onProblem('removedPaper', said);
    const otherIds = (stored ? stored.keys : keys).filter((key) => key !== id);
    const title = stored?.title ?? removal.title;
    this.#removals.set(id, { ...removal, id, title, otherIds, removedAt: new Date().toISOString() });
    return stored ? 'changed' : 'unchanged';
  }

  abstract({ paper: key, text, latex }: NormalizedAbstract): Outcome {
    const entity = this.#entities.owner(key);
    const paper = entity && this.#papers.get(entity.id);
    if (!entity || !paper || paper.abstract !== null || text === '') return 'unchanged';
    this.#papers.set({ ...paper, keys: [...entity.keys].sort(), abstract: text, abstractLatex: latex });
    return 'changed';
  }

  citation(citation: NormalizedCitation): void {
    this.#citations.push(citation);
  }

  changes(): ImportBatch {
    const papers = this.#papers.changes();
    const paperIds = new Set(papers.map((paper) => paper.id));
    return {
      named: perNamedKind((kind) => this.#facts[kind].changes(this.#entities)) as ImportBatch['named'],
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
      removals: [...this.#removals.values()],
    };
  }

  #currentId({ id }: WorkingEntity): EntityId {
    return this.#entities.byId(id)?.id ?? id;
  }
}

/** Whether the entity is another entry of the key's catalogue, and this catalogue does not merge entries. */
const hasOtherEntry = ({ keys }: WorkingEntity, key: EntityId): boolean => {
  const scheme = schemeOf(key);
  if (!isCatalogue(scheme) || mergesEntries(scheme) || keys.has(key)) return false;
  return [...keys].some((each) => schemeOf(each) === scheme);
};

/** All ids and keys of an entity, its own id first. */
const idsOf = ({ id, mergedIds, keys }: WorkingEntity): EntityId[] => [id, ...mergedIds, ...keys];
