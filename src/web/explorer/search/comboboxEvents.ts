import type { EntitySummary } from './entitySummary.ts';

/** Dispatched when the user has selected an entity in the list. */
export class EntitySelectEvent extends Event {
  readonly entity: EntitySummary;

  constructor(entity: EntitySummary) {
    super('entity-select');
    this.entity = entity;
  }
}

/** Dispatched when the user has pressed Enter while no entity is selected. */
export class SearchSubmitEvent extends Event {
  readonly text: string;

  constructor(text: string) {
    super('search-submit');
    this.text = text;
  }
}
