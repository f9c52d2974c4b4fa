import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

/** A box for a whole number that may be left empty. */
export const numberField = (
  label: string,
  placeholder: string,
  value: number | undefined,
  changed: (value: number | undefined) => void,
): TemplateResult => html`
  <label class="choice">
    <span>${label}</span>
    <input
      inputmode="numeric"
      pattern="[0-9]*"
      maxlength="4"
      placeholder=${placeholder}
      .value=${live(String(value ?? ''))}
      @input=${(event: Event) => {
        const { value: text } = event.target as HTMLInputElement;
        changed(/^\d+$/.test(text) ? Number(text) : undefined);
      }}
    />
  </label>
`;
