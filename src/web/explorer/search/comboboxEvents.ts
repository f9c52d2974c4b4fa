import type { EntitySummary } from './entitySummary.ts';

/** An entity was selected in the list. */
export class EntitySelectEvent extends Event {
  readonly entity: EntitySummary;

  constructor(entity: EntitySummary) {
    super('entity-select');
    this.entity = entity;
  }
}

/** Enter was pressed without a selected entity. */
export class SearchSubmitEvent extends Event {
  readonly text: string;

  constructor(text: string) {
    super('search-submit');
    this.text = text;
  }
}
