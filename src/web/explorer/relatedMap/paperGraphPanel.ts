import { html, type TemplateResult } from 'lit';
import { entityGraphPanel } from '../components/graphPanel.ts';
import './relatedMap.ts';

/** What the graph of a paper shows: its related papers, or its neighbors of all kinds. */
export type PaperGraph = 'related' | 'neighbors';

const labels: Readonly<Record<PaperGraph, string>> = {
  related: 'Related papers',
  neighbors: 'Authors, topics, citations',
};

/**
 * The panel with one of the two graphs of a paper, and buttons that switch between the graphs.
 *
 * @param state the part of the address that describes the graph
 * @param show switches to the other graph. `isChosen` is true if the user has asked for this, and false if the paper
 *   has no related papers to draw.
 */
export const paperGraphPanel = (
  paperId: string,
  state: string,
  shown: PaperGraph,
  show: (graph: PaperGraph, isChosen: boolean) => void,
): TemplateResult => {
  const choice = html`<div class="pill-links graph-choice" role="group" aria-label="What the graph shows">
    ${Object.entries(labels).map(
      ([graph, label]) =>
        html`<button aria-pressed=${graph === shown} @click=${() => show(graph as PaperGraph, true)}>
          ${label}
        </button>`,
    )}
  </div>`;
  return shown === 'neighbors'
    ? entityGraphPanel(paperId, 'PAPER', state, choice)
    : html`<section class="panel graph" id="graph" tabindex="-1" aria-label="Graph">
        ${choice}
        <related-map
          .paperId=${paperId}
          .graphState=${state}
          @empty=${() => show('neighbors', false)}
        ></related-map>
      </section>`;
};
