import { html, type TemplateResult } from 'lit';
import type { EntityKind } from '../__generated__/graphql.ts';
import type { EntitySelectEvent } from '../search/comboboxEvents.ts';
import '../search/entityCombobox.ts';

/** One end of the path, as the user has entered it in the form. */
export interface Endpoint {
  /** The id of the selected entity; empty until an entity is selected. */
  id: string;
  /** The text in the field. */
  label: string;
}

/** A text field in which the user chooses one end of the path. */
export const endpointField = (
  label: string,
  kind: EntityKind,
  endpoint: Endpoint | undefined,
  onChange: (endpoint: Endpoint) => void,
): TemplateResult => html`
  <div class="endpoint-field">
    <span class="label" aria-hidden="true">${label}</span>
    <entity-combobox
      label=${label}
      placeholder=${kind === 'AUTHOR' ? 'Name of a person' : 'Name of a topic'}
      .choosesByName=${true}
      .kinds=${[kind]}
      .text=${endpoint?.label ?? ''}
      @input=${(event: Event) => onChange({ id: '', label: (event.target as HTMLInputElement).value })}
      @search-submit=${submitForm}
      @entity-select=${({ entity: { id, label } }: EntitySelectEvent) => onChange({ id, label })}
    ></entity-combobox>
  </div>
`;

/** Submits the form when the user presses Enter in the field, as in any HTML form. */
const submitForm = (event: Event): void => {
  if (event.target instanceof Element) event.target.closest('form')?.requestSubmit();
};
