import { CoauthorGraph as Element } from './coauthorGraph.ts';
import type * as declared from './types/widget.d.ts';

export type { GivenSlice } from './slice.ts';

/** The element, which is what the package's types say it is. */
export const CoauthorGraph: typeof declared.CoauthorGraph = Element;

if (!customElements.get('coauthor-graph')) customElements.define('coauthor-graph', Element);
