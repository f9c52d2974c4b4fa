import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import type { EntityKind } from '../__generated__/graphql.ts';
import { icon } from '../components/icon.ts';
import { EntitySelectEvent, SearchSubmitEvent } from './comboboxEvents.ts';
import { comboboxField } from './comboboxField.ts';
import { comboboxPopup, showsOptions } from './comboboxPopup.ts';
import { Completions } from './completions.ts';
import type { EntitySummary } from './entitySummary.ts';
import { possibleIds } from './possibleIds.ts';

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
  private activeId: string | undefined;
  private readonly idPrefix = `entities-${(comboboxCount += 1)}`;
  private readonly completions = new Completions(this, () => {
    const { isExact, options } = this.completions;
    // If the text is an identifier, its only result is selected, so that Enter opens it. Otherwise, the option that was
    // selected before stays selected.
    this.activeIndex = isExact ? 0 : options.findIndex(({ entity }) => entity.id === this.activeId);
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
    this.completions.stopTimer();
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
    const { idPrefix, label, text, activeIndex, completions } = this;
    const isOpen = this.isOpen && text.trim() !== '';
    return html`
      ${icon('search')}
      ${comboboxField({
        ...{ idPrefix, label, text, activeIndex, placeholder: this.placeholder },
        hasOptions: showsOptions({ isOpen, completions }),
        ...{ onInput: this.onInput, onKeyDown: this.onKeyDown, onBlur: this.onBlur },
      })}
      ${comboboxPopup({
        ...{ idPrefix, label, text, isOpen, completions, activeIndex },
        onActivate: (index) => this.activate(index),
        onSelect: (entity) => this.select(entity),
      })}
    `;
  }

  private readonly onInput = (event: InputEvent): void => {
    this.text = (event.target as HTMLInputElement).value;
    this.isOpen = true;
    this.activate(-1);
    this.isSubmitting = false;
    const text = this.text.trim();
    if (text === '') this.completions.clear();
    else this.completions.startSoon(text, this.kinds ?? null);
  };

  private readonly onBlur = (): void => {
    const named = this.namedEntity();
    if (named) this.select(named);
    this.isOpen = false;
  };

  private namedEntity(): EntitySummary | undefined {
    return this.choosesByName ? this.completions.named(this.text) : undefined;
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
    this.activate(((this.activeIndex + 1 + step + positionCount) % positionCount) - 1);
  }

  private activate(index: number): void {
    this.activeIndex = index;
    this.activeId = this.completions.options[index]?.entity.id;
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
    this.completions.clear();
    this.isSubmitting = false;
    this.isOpen = false;
    this.activate(-1);
  }
}

customElements.define('entity-combobox', EntityCombobox);
