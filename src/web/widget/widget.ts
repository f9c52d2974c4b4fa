import { CoauthorGraph } from './CoauthorGraph.ts';

export { CoauthorGraph };
export type { GivenSlice } from './slice.ts';

if (!customElements.get('coauthor-graph')) customElements.define('coauthor-graph', CoauthorGraph);

declare global {
  interface HTMLElementTagNameMap {
    'coauthor-graph': CoauthorGraph;
  }
}
