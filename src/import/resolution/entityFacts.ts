import { kinds, type NamedKind } from '../../graph/model/kinds.ts';
import type { EntityChange } from '../../graph/importSession.ts';
import type { WorkingEntities, WorkingEntity } from './workingEntities.ts';

type Facts = Readonly<Record<string, unknown>>;

/** The fields of a kind that records can state. The keys and the score of a mention are not among them. */
const factNames = (kind: NamedKind): readonly string[] =>
  kind === 'AUTHOR' ? [] : ['name', ...Object.keys(kinds[kind].fields), 'isTaxonomy', 'fingerprint'];

/** What the records of a batch say about the entities of one kind. */
export class EntityFacts {
  readonly #kind: NamedKind;
  readonly #names: ReadonlySet<string>;
  readonly #facts = new Map<WorkingEntity, Facts>();

  constructor(kind: NamedKind) {
    this.#kind = kind;
    this.#names = new Set(factNames(kind));
  }

  /** Adds the facts that are not null; a later record overwrites an earlier one. */
  add(entity: WorkingEntity, stated: object): void {
    const present = Object.entries(stated).filter(([name, value]) => value !== null && this.#names.has(name));
    this.#facts.set(entity, { ...this.#facts.get(entity), ...Object.fromEntries(present) });
  }

  /** The changes of all entities that have facts or whose keys changed. */
  changes(entities: WorkingEntities): EntityChange<Facts>[] {
    const touched = new Set(entities.touched(this.#kind));
    const mentioned = [...this.#facts.keys()].filter(
      (entity) => entities.byId(entity.id) === entity && !touched.has(entity),
    );
    return [...mentioned, ...touched].map((entity) => {
      const facts = this.#facts.get(entity);
      return facts ? { ...keysOf(entity), facts } : keysOf(entity);
    });
  }
}

export const keysOf = (entity: WorkingEntity): EntityChange<never> => ({
  id: entity.id,
  keys: [...entity.keys].sort(),
});
