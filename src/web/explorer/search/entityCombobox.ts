import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { EntityKind } from '../__generated__/graphql.ts';
import { icon } from '../components/icon.ts';
import { formatCount } from '../format.ts';
import { EntitySelectEvent, SearchSubmitEvent } from './comboboxEvents.ts';
import { Completions } from './completions.ts';
import { entityOption, type EntitySummary } from './entitySummary.ts';
import { possibleIds } from './possibleIds.ts';
import { retryMessage } from '../components/retryMessage.ts';

/** The pause in typing after which a query is sent to the server, in milliseconds. */
const TYPING_PAUSE = 120;

let comboboxCount = 0;

/**
 * A text field that completes names of entities: the combobox pattern of the ARIA Authoring Practices. The arrow keys
 * move through the list, Enter selects, Escape first closes the list and then empties the field.
 *
 * @fires entity-select {EntitySelectEvent}
 * @fires search-submit {SearchSubmitEvent}
 */
export class EntityCombobox extends LitElement {
  static override properties = {
    label: {},
    placeholder: {},
    kinds: { attribute: false },
    choosesByName: { attribute: false },
    text: { attribute: false },
    isOpen: { state: true },
    activeIndex: { state: true },
  };
  declare label: string;
  declare placeholder: string;
  /** The kinds that can be found; undefined: all kinds. */
  declare kinds: EntityKind[] | undefined;
  /** Whether a complete name chooses the entity, without a choice from the list. Namesakes must be chosen from it. */
  declare choosesByName: boolean;
  /** The text in the field. */
  declare text: string;
  declare private isOpen: boolean;
  /** Index of the selected option; -1: none. */
  declare private activeIndex: number;
  private readonly idPrefix = `entities-${(comboboxCount += 1)}`;
  private timer: number | undefined;
  private readonly completions = new Completions(this, () => {
    const { isExact, options } = this.completions;
    // An identifier has one result. It is selected, so that Enter opens it.
    this.activeIndex = isExact ? 0 : -1;
    if (this.isSubmitting) this.finishSubmit(isExact ? options[0]?.entity : this.namedEntity());
  });
  /** Whether Enter was pressed while an identifier or a name is being looked up. */
  private isSubmitting = false;

  constructor() {
    super();
    this.label = '';
    this.placeholder = '';
    this.choosesByName = false;
    this.text = '';
    this.isOpen = false;
    this.activeIndex = -1;
  }

  /** Shows a text without opening the list. */
  fill(text: string): void {
    this.close();
    this.text = text;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
    this.isOpen = false;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('activeIndex'))
      this.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  protected override render(): TemplateResult {
    const { idPrefix, completions } = this;
    const { options } = completions;
    const isOpen = this.isOpen && this.text.trim() !== '';
    const hasOptions = isOpen && options.length > 0 && completions.status !== 'failed';
    return html`
      ${icon('search')} ${this.input(hasOptions)}
      <div class="popup" ?hidden=${!isOpen} @pointerdown=${(event: Event) => event.preventDefault()}>
        <ul id="${idPrefix}-list" role="listbox" aria-label="${this.label}: results" ?hidden=${!hasOptions}>
          ${options.map(({ entity, matchedText }, index) => this.option(entity, matchedText, index))}
        </ul>
        ${isOpen ? this.message() : nothing}
      </div>
      <div class="visually-hidden" role="status">
        ${hasOptions ? formatCount(options.length, 'result') : nothing}
      </div>
    `;
  }

  private input(hasOptions: boolean): TemplateResult {
    const { idPrefix, activeIndex } = this;
    return html`<input
      id=${idPrefix}
      type="text"
      role="combobox"
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      enterkeyhint="search"
      maxlength="200"
      aria-label=${this.label}
      aria-autocomplete="list"
      aria-expanded=${hasOptions}
      aria-controls="${idPrefix}-list"
      aria-activedescendant=${hasOptions && activeIndex >= 0 ? `${idPrefix}-${activeIndex}` : nothing}
      placeholder=${this.placeholder}
      .value=${live(this.text)}
      @input=${this.onInput}
      @keydown=${this.onKeyDown}
      @blur=${this.onBlur}
    />`;
  }

  private option(entity: EntitySummary, matchedText: string, index: number): TemplateResult {
    return html`<li
      id="${this.idPrefix}-${index}"
      role="option"
      aria-selected=${index === this.activeIndex}
      @click=${() => this.select(entity)}
      @pointermove=${() => (this.activeIndex = index)}
    >
      ${entityOption(entity, matchedText)}
    </li>`;
  }

  /** The message that is shown instead of an empty list of options. */
  private message(): TemplateResult | typeof nothing {
    const { completions } = this;
    if (completions.status === 'failed')
      return retryMessage(completions.error?.userMessage, () => completions.retry());
    if (completions.options.length > 0) return nothing;
    if (completions.status === 'loaded')
      return html`<p role="status">No results for “${this.text.trim()}”.</p>`;
    return html`<p class="slow">Searching …</p>`;
  }

  private readonly onInput = (event: InputEvent): void => {
    this.text = (event.target as HTMLInputElement).value;
    this.isOpen = true;
    this.activeIndex = -1;
    this.isSubmitting = false;
    clearTimeout(this.timer);
    if (this.text.trim() === '') {
      this.completions.clear();
      return;
    }
    this.timer = window.setTimeout(() => this.startQuery(), TYPING_PAUSE);
  };

  private readonly onBlur = (): void => {
    const named = this.namedEntity();
    if (named) this.select(named);
    this.isOpen = false;
  };

  /** The entity whose complete name is in the field; undefined for no or several entities. */
  private namedEntity(): EntitySummary | undefined {
    if (!this.choosesByName || this.completions.status !== 'loaded') return undefined;
    const name = this.text.trim().toLowerCase();
    const named = this.completions.options.filter(({ entity: { label } }) => label.toLowerCase() === name);
    return named.length === 1 ? named[0]?.entity : undefined;
  }

  private startQuery(): void {
    this.completions.start(this.text.trim(), this.kinds ?? null);
  }

  private readonly onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const action = this.keyActions[event.key];
    if (!action) return;
    action();
    event.preventDefault();
  };

  private readonly keyActions: Readonly<Record<string, () => void>> = {
    ArrowDown: () => this.moveSelection(1),
    ArrowUp: () => this.moveSelection(-1),
    Enter: () => {
      const option = this.isOpen ? this.completions.options[this.activeIndex] : undefined;
      const text = this.text.trim();
      if (option) this.select(option.entity);
      else if (text !== '') this.submit();
    },
    Escape: () => {
      if (!this.isOpen) {
        this.close();
        this.text = '';
      }
      this.isOpen = false;
    },
  };

  private moveSelection(step: number): void {
    if (!this.isOpen) {
      this.isOpen = true;
      if (this.completions.options.length === 0 && this.text.trim() !== '') this.startQuery();
      return;
    }
    // The position -1 is the text field itself; the other positions are the indexes of the options.
    const positionCount = this.completions.options.length + 1;
    this.activeIndex = ((this.activeIndex + 1 + step + positionCount) % positionCount) - 1;
  }

  private select(entity: EntitySummary): void {
    this.close();
    this.text = entity.label;
    this.dispatchEvent(new EntitySelectEvent(entity));
  }

  private submit(): void {
    if (!this.choosesByName && possibleIds(this.text.trim()).length === 0) {
      this.finishSubmit(undefined);
      return;
    }
    clearTimeout(this.timer);
    this.isSubmitting = true;
    this.startQuery();
  }

  private finishSubmit(entity: EntitySummary | undefined): void {
    if (entity) {
      this.select(entity);
      return;
    }
    this.close();
    this.dispatchEvent(new SearchSubmitEvent(this.text.trim()));
  }

  private close(): void {
    clearTimeout(this.timer);
    this.completions.clear();
    this.isSubmitting = false;
    this.isOpen = false;
    this.activeIndex = -1;
  }
}

customElements.define('entity-combobox', EntityCombobox);
