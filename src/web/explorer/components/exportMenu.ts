import { html, type TemplateResult } from 'lit';
import type { EntityKind } from '../__generated__/graphql.ts';
import { closeOnEscape, closeWithoutFocus } from './menuEvents.ts';

const graphFormats = {
  graphml: 'GraphML',
  gexf: 'GEXF (Gephi)',
  vosviewer: 'VOSviewer',
  cytoscape: 'Cytoscape',
  'node-link': 'Node-link JSON (networkx)',
};

const paperFormats = { bibtex: 'BibTeX', ris: 'RIS', 'csl-json': 'CSL-JSON' };

/** A menu of downloads of an entity in the formats of other programs. */
export const exportMenu = (kind: EntityKind, id: string): TemplateResult => html`
  <details class="menu" @keydown=${closeOnEscape} @focusout=${closeWithoutFocus}>
    <summary class="button">Export</summary>
    <div class="menu-body">
      ${
        kind === 'AUTHOR'
          ? downloads('Graph of collaborators', graphFormats, 'collaborators', { id })
          : downloads('Graph', graphFormats, 'slice', { ids: id })
      }
      ${downloads(kind === 'PAPER' ? 'Reference' : 'Papers', paperFormats, 'papers', { ids: id })}
    </div>
  </details>
`;

const downloads = (
  heading: string,
  formats: Readonly<Record<string, string>>,
  route: string,
  parameters: Record<string, string>,
): TemplateResult => html`
  <p>${heading}</p>
  <ul>
    ${Object.entries(formats).map(([format, label]) => {
      const path = `/export/${route}?${new URLSearchParams({ ...parameters, format }).toString()}`;
      return html`<li><a href=${path} download>${label}</a></li>`;
    })}
  </ul>
`;
