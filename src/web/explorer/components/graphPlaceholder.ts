import { html, type TemplateResult } from 'lit';
import { skeleton } from '../../widget/views/skeleton.ts';

/** A gray drawing in place of a graph whose data is loading. It is as high as the graph element. */
export const graphPlaceholder = (): TemplateResult =>
  html`<div class="graph-placeholder" role="status" aria-label="Loading the graph">${skeleton()}</div>`;
