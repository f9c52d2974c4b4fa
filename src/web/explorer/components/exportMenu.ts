import { html, type TemplateResult } from 'lit';
import type { EntityKind } from '../__generated__/graphql.ts';

const graphFormats = {
  graphml: 'GraphML',
  gexf: 'GEXF (Gephi)',
  vosviewer: 'VOSviewer',
  cytoscape: 'Cytoscape',
  'node-link': 'Node-link JSON (networkx)',
};

const paperFormats = { bibtex: 'BibTeX', ris: 'RIS', 'csl-json': 'CSL-JSON' };

/** What can be taken along of an entity, as files for other programs. */
export const exportMenu = (kind: EntityKind, id: string): TemplateResult => html`
  <details class="menu" @keydown=${closeByKey} @focusout=${closeWhenLeft}>
    <summary class="button">Export</summary>
    <div class="menu-body">
      ${
        kind === 'AUTHOR'
          ? files('Graph of collaborators', graphFormats, (format) => ['collaborators', { id, format }])
          : files('Graph', graphFormats, (format) => ['slice', { ids: id, format }])
      }
      ${files(kind === 'PAPER' ? 'Reference' : 'Papers', paperFormats, (format) => ['papers', { ids: id, format }])}
    </div>
  </details>
`;

type Asked = [what: string, parameters: Record<string, string>];

const files = (
  heading: string,
  formats: Readonly<Record<string, string>>,
  asked: (format: string) => Asked,
): TemplateResult => html`
  <p>${heading}</p>
  <ul>
    ${Object.entries(formats).map(([format, word]) => {
      const [what, parameters] = asked(format);
      const address = `/export/${what}?${new URLSearchParams(parameters).toString()}`;
      return html`<li><a href=${address} download>${word}</a></li>`;
    })}
  </ul>
`;

const closeByKey = (event: KeyboardEvent): void => {
  const menu = event.currentTarget as HTMLDetailsElement;
  if (event.key !== 'Escape' || !menu.open) return;
  menu.open = false;
  menu.querySelector('summary')?.focus();
};

const closeWhenLeft = (event: FocusEvent): void => {
  const menu = event.currentTarget as HTMLDetailsElement;
  if (!(event.relatedTarget instanceof Node && menu.contains(event.relatedTarget))) menu.open = false;
};
