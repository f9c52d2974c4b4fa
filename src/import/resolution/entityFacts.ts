import type { EntityKind } from '../../graph/model/entities.ts';
import type { EntityChange } from '../../graph/importSession.ts';
import type { WorkingEntities, WorkingEntity } from './workingEntities.ts';

/** What the records of a batch say about the entities of one kind. */
export class EntityFacts<Facts> {
  readonly #facts = new Map<WorkingEntity, Partial<Facts>>();

  /** Adds the facts that are not null; a later record overwrites an earlier one. */
  add(entity: WorkingEntity, added: { [Fact in keyof Facts]?: Facts[Fact] | null }): void {
    const present = Object.entries(added).filter(([, value]) => value !== null);
    this.#facts.set(entity, { ...this.#facts.get(entity), ...Object.fromEntries(present) });
  }

  /** The entities with facts, and those whose keys changed. */
  changes(kind: EntityKind, entities: WorkingEntities): EntityChange<Facts>[] {
    const touched = new Set(entities.touched(kind));
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
