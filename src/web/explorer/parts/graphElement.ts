import { html, type TemplateResult } from 'lit';
import '../../widget/widget.ts';
import type { GivenSlice } from '../../widget/widget.ts';
import { entityPath } from '../address.ts';
import { Go } from '../views/view.ts';

/** The graph around an entity. */
export const graphAround = (id: string): TemplateResult =>
  html`<coauthor-graph entity=${id} per-kind="12" @select=${open}></coauthor-graph>`;

/** A graph that is known already. */
export const graphOf = (slice: GivenSlice): TemplateResult =>
  html`<coauthor-graph .data=${slice} @select=${open}></coauthor-graph>`;

const open = (event: CustomEvent<{ id: string }>): void => {
  event.target?.dispatchEvent(new Go(entityPath(event.detail.id)));
};
