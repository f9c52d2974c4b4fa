import { html, nothing, type TemplateResult } from 'lit';
import { entityPath } from '../address.ts';
import { linkList } from '../components/linkList.ts';
import { formatCount, formatNumber } from '../format.ts';
import type { Path, PathStep } from './pathResult.ts';

/** A path as a list of its nodes and steps. @param index 0 for the best path of `count` paths */
export const pathItem = ({ nodes, steps, cost }: Path, index: number, count: number): TemplateResult => html`
  <section class="path-item" aria-labelledby="path-${index}">
    <h3 id="path-${index}">${count > 1 ? `${index + 1}. ` : ''}${viaText(nodes)}</h3>
    <p class="facts">
      <span>${steps.length === 0 ? 'No steps' : formatCount(steps.length, 'step')}</span>
      ${
        cost === undefined
          ? nothing
          : html`<span title="The sum of 1 / strength over the steps. A smaller cost is better."
              >cost ${formatNumber(cost)}</span
            >`
      }
    </p>
    <ol>
      ${nodes.map(
        (node, position) =>
          html`<li>
            <a class="endpoint" href=${entityPath(node.id)}
              ><span class="dot" data-kind=${node.kind}></span>${node.label}</a
            >
            ${steps[position] ? pathStep(steps[position]) : nothing}
          </li>`,
      )}
    </ol>
  </section>
`;

const list = new Intl.ListFormat('en');

/** The inner nodes of a path as a text, for example "Via Ann and Bob". This tells paths with the same ends apart. */
const viaText = (nodes: Path['nodes']): string => {
  const inner = nodes.slice(1, -1).map(({ label }) => label);
  return inner.length === 0 ? 'Directly' : `Via ${list.format(inner)}`;
};

const pathStep = ({ description, papers, authors }: PathStep): TemplateResult => html`
  <div class="step">
    <p>${description}</p>
    ${
      papers.length === 0
        ? nothing
        : html`<ul>
            ${papers.map(
              ({ id, label, year }) =>
                html`<li><a href=${entityPath(id)}>${label}</a>${year === null ? '' : ` (${year})`}</li>`,
            )}
          </ul>`
    }
    ${authors.length === 0 ? nothing : html`<p>${linkList(authors)}</p>`}
  </div>
`;
