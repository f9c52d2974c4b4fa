import { html, type TemplateResult } from 'lit';
import type { EntityKind } from '../__generated__/graphql.ts';
import '../search/entityCombobox.ts';
import type { EntityChosen } from '../search/entityCombobox.ts';

/** One end of a path: what was chosen (an empty id: nothing so far), and what stands in the box. */
export interface End {
  id: string;
  label: string;
}

/** A box in which one end of a path is chosen. */
export const endBox = (
  label: string,
  kind: EntityKind,
  end: End | undefined,
  chosen: (end: End) => void,
): TemplateResult => html`
  <div class="end-box">
    <span class="label" aria-hidden="true">${label}</span>
    <entity-box
      label=${label}
      placeholder=${kind === 'AUTHOR' ? 'A person’s name' : 'A topic’s name'}
      .kinds=${[kind]}
      .text=${end?.label ?? ''}
      @input=${(event: Event) => chosen({ id: '', label: (event.target as HTMLInputElement).value })}
      @chosen=${({ entity }: EntityChosen) => chosen({ id: entity.id, label: entity.label })}
    ></entity-box>
  </div>
`;
