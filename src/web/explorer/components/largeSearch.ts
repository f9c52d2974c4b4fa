import { html, type TemplateResult } from 'lit';
import { entityPath, searchPath } from '../address.ts';
import type { EntitySelectEvent, SearchSubmitEvent } from '../search/comboboxEvents.ts';
import '../search/entityCombobox.ts';
import { NavigateEvent } from '../views/view.ts';

/** The search field of a page whose header has none. */
export const largeSearch = (): TemplateResult => html`
  <search class="hero-search">
    <entity-combobox
      label="Search"
      placeholder=${matchMedia('(max-width: 600px)').matches ? 'A person, a paper, a topic …' : 'A person, a paper, a topic, an institution …'}
      @entity-select=${(event: EntitySelectEvent) => go(event, entityPath(event.entity.id))}
      @search-submit=${(event: SearchSubmitEvent) => go(event, searchPath(event.text))}
    ></entity-combobox>
  </search>
`;

const go = ({ currentTarget }: Event, path: string): void => {
  currentTarget?.dispatchEvent(new NavigateEvent(path));
};
