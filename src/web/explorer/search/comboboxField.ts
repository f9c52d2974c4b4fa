import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

interface ComboboxField {
  /** The id of the field, and the beginning of the ids of the list and its options. */
  idPrefix: string;
  label: string;
  placeholder: string;
  text: string;
  /** Whether there are options to choose from. */
  hasOptions: boolean;
  /** The index of the selected option; -1: none. */
  activeIndex: number;
  onInput: (event: InputEvent) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onBlur: () => void;
}

/** The text field of a combobox. The focus stays in it while the user moves through the list. */
export const comboboxField = (field: ComboboxField): TemplateResult => {
  const { idPrefix, label, placeholder, text, hasOptions, activeIndex, onInput, onKeyDown, onBlur } = field;
  return html`<input
    id=${idPrefix}
    type="text"
    role="combobox"
    autocomplete="off"
    autocapitalize="off"
    spellcheck="false"
    enterkeyhint="search"
    maxlength="200"
    aria-label=${label}
    aria-autocomplete="list"
    aria-expanded=${hasOptions}
    aria-controls="${idPrefix}-list"
    aria-activedescendant=${hasOptions && activeIndex >= 0 ? `${idPrefix}-${activeIndex}` : nothing}
    placeholder=${placeholder}
    .value=${live(text)}
    @input=${onInput}
    @keydown=${onKeyDown}
    @blur=${onBlur}
  />`;
};
