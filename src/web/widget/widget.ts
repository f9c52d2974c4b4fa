import { CoauthorGraph as Element } from './coauthorGraph.ts';
import type * as declared from './types/widget.d.ts';

export type { GivenSlice } from './slice.ts';

/** The assignment checks that the class has all members that the published types declare. */
export const CoauthorGraph: typeof declared.CoauthorGraph = Element;
export type CoauthorGraph = declared.CoauthorGraph;

if (!customElements.get('coauthor-graph')) customElements.define('coauthor-graph', Element);
