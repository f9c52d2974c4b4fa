import { svg, type TemplateResult } from 'lit';

const nodes: readonly [x: number, y: number, radius: number][] = [
  [150, 100, 15],
  [70, 62, 9],
  [108, 160, 10],
  [205, 48, 9],
  [238, 122, 11],
  [192, 168, 7],
  [44, 122, 7],
  [272, 70, 6],
];

/** The lines of the drawing, as pairs of indexes of nodes. */
const edges: readonly [from: number, to: number][] = [
  [0, 1],
  [0, 2],
  [0, 3],
  [0, 4],
  [0, 5],
  [1, 6],
  [2, 6],
  [3, 7],
  [4, 7],
];

/** A gray drawing that stands in for a graph while it is loading. */
export const skeleton = (): TemplateResult =>
  svg`<svg class="skeleton" viewBox="0 0 300 220" aria-hidden="true">
  ${edges.map(([from, to]) => {
    const [x1, y1] = nodes[from] ?? [];
    const [x2, y2] = nodes[to] ?? [];
    return svg`<line x1=${x1} y1=${y1} x2=${x2} y2=${y2} stroke="currentColor" stroke-width="2"/>`;
  })}
  ${nodes.map(([x, y, radius]) => svg`<circle cx=${x} cy=${y} r=${radius} fill="currentColor"/>`)}
</svg>`;
