import type { EntityKind } from '../../graph/model/entityKinds.ts';
import { kindOf, type EntityId } from '../../graph/model/ids.ts';
import { mentionRelations } from '../../graph/model/listedRelations.ts';
import { relations } from '../../graph/model/relations.ts';
import type { ImportSession, KnownEntity } from '../../graph/importSession.ts';
import { possibleKeys } from './authorKeys.ts';
import type { BatchPapers } from './batchPapers.ts';
import type { NormalizedPaperRecord, NormalizedRecord } from './normalizedRecord.ts';
import type { WorkingEntities } from './workingEntities.ts';

/** Loads the stored entities and papers that the records of a batch refer to. */
export class BatchLoading {
  readonly #session: ImportSession;
  readonly #entities: WorkingEntities;
  readonly #papers: BatchPapers;
  readonly #loaded = new Set<NormalizedPaperRecord>();

  constructor(session: ImportSession, entities: WorkingEntities, papers: BatchPapers) {
    this.#session = session;
    this.#entities = entities;
    this.#papers = papers;
  }

  /** Whether the entities that the record mentions were loaded. */
  has(record: NormalizedPaperRecord): boolean {
    return this.#loaded.has(record);
  }

  /**
   * Loads everything stored that the records refer to. The number of reads does not depend on the number of records.
   */
  async load(records: readonly NormalizedRecord[]): Promise<void> {
    const papers = records.flatMap((record) => (record.kind === 'paper' ? [record.paper] : []));
    const stored = await this.#loadEntities(
      'PAPER',
      papers.flatMap((paper) => paper.keys),
    );
    const isUnchanged = (paper: NormalizedPaperRecord): boolean =>
      paper.keys.some((key) => stored.get(key)?.fingerprint === paper.fingerprint);
    await this.loadMentioned(papers.filter((paper) => !isUnchanged(paper)));
    const topics = records.flatMap((record) =>
      record.kind === 'topic' ? [record.topic, ...(record.broader ?? [])] : [],
    );
    await this.#loadEntities(
      'TOPIC',
      topics.flatMap((topic) => topic.keys),
    );
    await this.#loadNamed(records);
  }

  /**
   * Loads the papers that get an abstract or are removed, and the pairs of entities that redirects merge. Merged papers
   * are loaded with all fields, because the remaining paper gets the fields that it lacks from the other paper.
   */
  async #loadNamed(records: readonly NormalizedRecord[]): Promise<void> {
    for (const kind of ['PAPER', 'AUTHOR', 'INSTITUTION'] as const) {
      const keys = records.flatMap(namedKeys).filter((key) => kindOf(key) === kind);
      const stored = await this.#loadEntities(kind, keys);
      if (kind === 'PAPER') await this.#papers.load([...stored.values()].map(({ id }) => id));
    }
  }

  /** Loads the stored papers that the records change, and every entity that these papers or the records mention. */
  async loadMentioned(records: readonly NormalizedPaperRecord[]): Promise<void> {
    for (const record of records) this.#loaded.add(record);
    const owners = records.flatMap(({ keys }) => keys.flatMap((key) => this.#entities.owner(key) ?? []));
    const ids = new Set(owners.filter((owner) => !owner.isNew).map((owner) => owner.id));
    const stored = await this.#papers.load([...ids]);
    const authors = records.flatMap(({ paper }) => paper.authors);
    const listed = stored.flatMap((paper) => paper.authorships.map((each) => each.authorId));
    await this.#loadEntities('AUTHOR', [...authors.flatMap(possibleKeys), ...listed]);
    const affiliations = authors.flatMap((author) => author.affiliations);
    await this.#loadEntities(
      'INSTITUTION',
      affiliations.flatMap(({ institution }) => institution?.keys ?? []),
    );
    for (const relation of mentionRelations) {
      const targets = records.flatMap(({ paper }) => paper.targets[relation] ?? []);
      await this.#loadEntities(
        relations[relation].to,
        targets.flatMap(({ keys }) => keys),
      );
    }
  }

  async #loadEntities(kind: EntityKind, keys: readonly EntityId[]): Promise<Map<EntityId, KnownEntity>> {
    if (keys.length === 0) return new Map();
    const stored = await this.#session.known([...new Set(keys)]);
    this.#entities.load(kind, stored.values());
    return stored;
  }
}

/** The keys of the entities that a redirect, a removal or the record of an abstract is about. */
const namedKeys = (record: NormalizedRecord): readonly EntityId[] => {
  if (record.kind === 'redirect') return [record.redirect.from, record.redirect.to];
  if (record.kind === 'removal') return record.removal.keys;
  return record.kind === 'abstract' ? [record.abstract.paper] : [];
};
