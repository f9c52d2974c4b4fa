import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

/** A labeled drop-down. @param labels the label of each value */
export const selectField = <Value extends string>(
  label: string,
  labels: Readonly<Record<Value, string>>,
  current: Value,
  onChange: (value: Value) => void,
): TemplateResult => html`
  <label class="field">
    <span>${label}</span>
    <select @change=${(event: Event) => onChange((event.target as HTMLSelectElement).value as Value)}>
      ${Object.entries<string>(labels).map(
        ([value, text]) => html`<option value=${value} .selected=${live(value === current)}>${text}</option>`,
      )}
    </select>
  </label>
`;
