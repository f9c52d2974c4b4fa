import { html, nothing, type TemplateResult } from 'lit';

/** A number and its label, for a `<dl>`. */
export const figure = (value: unknown, label: string, title?: string): TemplateResult =>
  html`<div title=${title ?? nothing}>
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;
