import { html, nothing, type TemplateResult } from 'lit';
import { retryMessage } from '../components/retryMessage.ts';
import { formatCount } from '../format.ts';
import type { Completion, Completions } from './completions.ts';
import { entityOption, type EntitySummary } from './entitySummary.ts';

interface ComboboxPopup {
  /** The text with which the ids of all elements in the popup begin. */
  idPrefix: string;
  label: string;
  /** The text in the field. */
  text: string;
  isOpen: boolean;
  completions: Completions;
  /** The index of the selected option; -1: none. */
  activeIndex: number;
  onActivate: (index: number) => void;
  onSelect: (entity: EntitySummary) => void;
}

/** The list below the field of a combobox, or a message if the list is empty. */
export const comboboxPopup = (popup: ComboboxPopup): TemplateResult => {
  const { idPrefix, label, isOpen, completions } = popup;
  const hasOptions = showsOptions(popup);
  return html`
    <div class="popup" ?hidden=${!isOpen} @pointerdown=${(event: Event) => event.preventDefault()}>
      <ul id="${idPrefix}-list" role="listbox" aria-label="${label}: results" ?hidden=${!hasOptions}>
        ${completions.options.map((completion, index) => option(popup, completion, index))}
      </ul>
      ${isOpen ? message(popup) : nothing}
    </div>
    <div class="visually-hidden" role="status">
      ${hasOptions ? formatCount(completions.options.length, 'result') : nothing}
    </div>
  `;
};

/** Whether there are options to choose from. */
export const showsOptions = ({
  isOpen,
  completions,
}: Pick<ComboboxPopup, 'isOpen' | 'completions'>): boolean =>
  isOpen && completions.options.length > 0 && completions.status !== 'failed';

const option = (
  { idPrefix, activeIndex, onActivate, onSelect }: ComboboxPopup,
  { entity, matchedText }: Completion,
  index: number,
): TemplateResult =>
  html`<li
    id="${idPrefix}-${index}"
    role="option"
    aria-selected=${index === activeIndex}
    @click=${() => onSelect(entity)}
    @pointermove=${() => onActivate(index)}
  >
    ${entityOption(entity, matchedText)}
  </li>`;

/** The message that is shown instead of an empty list. */
const message = ({ completions, text }: ComboboxPopup): TemplateResult | typeof nothing => {
  if (completions.status === 'failed')
    return retryMessage(completions.error?.userMessage, () => completions.retry());
  if (completions.options.length > 0) return nothing;
  if (completions.status === 'loaded') return html`<p role="status">No results for “${text.trim()}”.</p>`;
  return html`<p class="slow">Searching …</p>`;
};
