import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

/** A field for a whole number of at most four digits. The field may be empty. */
export const numberField = (
  label: string,
  placeholder: string,
  value: number | undefined,
  onChange: (value: number | undefined) => void,
): TemplateResult => html`
  <label class="field">
    <span>${label}</span>
    <input
      inputmode="numeric"
      pattern="[0-9]*"
      maxlength="4"
      placeholder=${placeholder}
      .value=${live(String(value ?? ''))}
      @input=${(event: Event) => {
        const { value: text } = event.target as HTMLInputElement;
        onChange(/^\d+$/.test(text) ? Number(text) : undefined);
      }}
    />
  </label>
`;
