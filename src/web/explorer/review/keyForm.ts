import { html, nothing, type TemplateResult } from 'lit';
import type { Reviewer } from './reviewer.ts';

/** The name of the owner of the API key or, before a key is entered, a form for the key. */
export const keyForm = (reviewer: Reviewer): TemplateResult =>
  reviewer.name === undefined
    ? html`<form class="key-form" @submit=${(event: SubmitEvent) => void enterKey(event, reviewer)}>
        <p class="note">
          Anyone can read this page. To decide about a pair, enter a key for corrections. The operator of this
          server creates keys with <code>npm run cli -- keys new</code>. A key is kept until you close this
          tab.
        </p>
        <label class="field"
          ><span>Key for corrections</span>
          <input name="key" type="password" autocomplete="off" spellcheck="false" required />
        </label>
        <button>Use the key</button>
        ${reviewer.problem === undefined ? nothing : html`<p class="error" role="alert">${reviewer.problem}</p>`}
      </form>`
    : html`<p class="key-form">
        <span>You decide as <strong>${reviewer.name}</strong>.</span>
        <button class="link" @click=${() => reviewer.leave()}>Forget the key</button>
      </p>`;

const enterKey = async (event: SubmitEvent, reviewer: Reviewer): Promise<void> => {
  event.preventDefault();
  const form = event.currentTarget as HTMLFormElement;
  const key = form.querySelector('input')?.value.trim() ?? '';
  form.reset();
  await reviewer.enter(key);
};
