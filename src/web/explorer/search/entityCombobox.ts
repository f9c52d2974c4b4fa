import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { AutocompleteDocument, type AutocompleteQuery, type EntityKind } from '../__generated__/graphql.ts';
import { Question } from '../api/queryController.ts';
import { icon } from '../components/icon.ts';
import { counted } from '../labels.ts';
import { foundEntity, type Found } from './entitySummary.ts';

/** An entity was chosen. */
export class EntityChosen extends Event {
  readonly entity: Found;

  constructor(entity: Found) {
    super('chosen');
    this.entity = entity;
  }
}

/** A text was sent as it is, by Enter with none of the entities picked. */
export class TextSent extends Event {
  readonly text: string;

  constructor(text: string) {
    super('sent');
    this.text = text;
  }
}

/** How long typing must pause before the server is asked, in milliseconds. */
const PAUSE = 120;

let boxes = 0;

/**
 * A text box that finds entities as one types: the combobox of the ARIA Authoring Practices with a list that is
 * picked from by hand. Down and Up move through the list, Enter takes, Escape closes, then empties.
 *
 * @fires chosen {EntityChosen}
 * @fires sent {TextSent}
 */
export class EntityBox extends LitElement {
  static override properties = {
    label: {},
    placeholder: {},
    kinds: { attribute: false },
    text: { attribute: false },
    isOpen: { state: true },
    active: { state: true },
  };
  declare label: string;
  declare placeholder: string;
  /** What may be found; undefined: anything. */
  declare kinds: EntityKind[] | undefined;
  /** What stands in the box. */
  declare text: string;
  declare private isOpen: boolean;
  declare private active: number;
  private readonly key = `entities-${(boxes += 1)}`;
  private shown: AutocompleteQuery['autocomplete'] = [];
  private timer: number | undefined;
  private readonly question = new Question(this, AutocompleteDocument, ({ autocomplete }) => {
    this.shown = autocomplete;
    this.active = -1;
  });

  constructor() {
    super();
    this.label = '';
    this.placeholder = '';
    this.text = '';
    this.isOpen = false;
    this.active = -1;
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
    if (changed.has('active'))
      this.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  protected override render(): TemplateResult {
    const { key, shown, active, question } = this;
    const isOpen = this.isOpen && this.text.trim() !== '';
    const hasList = isOpen && shown.length > 0 && question.standing.state !== 'failed';
    return html`
      ${icon('search')}
      <input
        id=${key}
        type="text"
        role="combobox"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        enterkeyhint="search"
        maxlength="200"
        aria-label=${this.label}
        aria-autocomplete="list"
        aria-expanded=${hasList}
        aria-controls="${key}-list"
        aria-activedescendant=${hasList && active >= 0 ? `${key}-${active}` : nothing}
        placeholder=${this.placeholder}
        .value=${live(this.text)}
        @input=${this.typed}
        @keydown=${this.pressed}
        @blur=${() => (this.isOpen = false)}
      />
      <div class="found" ?hidden=${!isOpen} @pointerdown=${(event: Event) => event.preventDefault()}>
        <ul id="${key}-list" role="listbox" aria-label="${this.label}: found" ?hidden=${!hasList}>
          ${shown.map(({ entity, matchedText }, at) => this.option(entity, matchedText, at))}
        </ul>
        ${isOpen ? this.said() : nothing}
      </div>
      <div class="unseen" role="status">${hasList ? counted(shown.length, 'result') : nothing}</div>
    `;
  }

  private option(entity: Found, matchedText: string, at: number): TemplateResult {
    return html`<li
      id="${this.key}-${at}"
      role="option"
      aria-selected=${at === this.active}
      @click=${() => this.choose(entity)}
      @pointermove=${() => (this.active = at)}
    >
      ${foundEntity(entity, matchedText)}
    </li>`;
  }

  /** What is said where there is no list. */
  private said(): TemplateResult | typeof nothing {
    const { standing } = this.question;
    if (standing.state === 'failed')
      return html`<p role="alert">
        ${standing.failure.said} <button class="link" @click=${() => this.question.again()}>Try again</button>
      </p>`;
    if (this.shown.length > 0) return nothing;
    if (standing.state === 'answered')
      return html`<p role="status">Nothing begins like “${this.text.trim()}”.</p>`;
    return html`<p class="slow">TextSearch …</p>`;
  }

  private readonly typed = (event: InputEvent): void => {
    this.text = (event.target as HTMLInputElement).value;
    this.isOpen = true;
    this.active = -1;
    clearTimeout(this.timer);
    if (this.text.trim() === '') {
      this.shown = [];
      this.question.forget();
      return;
    }
    this.timer = window.setTimeout(() => this.find(), PAUSE);
  };

  private find(): void {
    this.question.ask({ prefix: this.text.trim(), kinds: this.kinds ?? null });
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const act = this.keys[event.key];
    if (act?.() === true) event.preventDefault();
  };

  /** What the keys do; true where the browser need do nothing more. */
  private readonly keys: Readonly<Record<string, () => boolean>> = {
    ArrowDown: () => this.move(1),
    ArrowUp: () => this.move(-1),
    Enter: () => {
      const completion = this.isOpen ? this.shown[this.active] : undefined;
      const text = this.text.trim();
      if (completion) this.choose(completion.entity);
      else if (text !== '') this.send(text);
      return true;
    },
    Escape: () => {
      if (!this.isOpen) this.empty();
      this.isOpen = false;
      return true;
    },
  };

  private move(step: number): boolean {
    if (!this.isOpen) {
      this.isOpen = true;
      if (this.shown.length === 0 && this.text.trim() !== '') this.find();
      return true;
    }
    const places = this.shown.length + 1; // the list, and the text itself before it
    this.active = ((this.active + 1 + step + places) % places) - 1;
    return true;
  }

  private choose(entity: Found): void {
    this.close();
    this.text = entity.label;
    this.dispatchEvent(new EntityChosen(entity));
  }

  private send(text: string): void {
    this.close();
    this.dispatchEvent(new TextSent(text));
  }

  private close(): void {
    clearTimeout(this.timer);
    this.question.forget();
    this.shown = [];
    this.isOpen = false;
    this.active = -1;
  }

  private empty(): void {
    this.close();
    this.text = '';
  }
}

customElements.define('entity-box', EntityBox);
