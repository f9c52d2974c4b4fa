import { html, nothing, type TemplateResult } from 'lit';
import type { PaperItemFragment } from '../__generated__/graphql.ts';
import { entityPath } from '../address.ts';
import './authorNames.ts';
import { externalLink } from './externalLink.ts';
import { paperFacts } from './paperFacts.ts';
import { topicTags } from './topicTags.ts';

/** A paper in a list. */
export const paperItem = (paper: PaperItemFragment): TemplateResult => html`
  <article class="paper">
    <h3><a href=${entityPath(paper.id)}>${paper.label}</a></h3>
    ${authors(paper)}
    <p class="facts">
      ${paperFacts(paper)} ${paper.url === null ? nothing : externalLink(paper.url, 'Read')}
      ${paper.codeUrl === null ? nothing : externalLink(paper.codeUrl, 'Code')}
    </p>
    ${topicTags(paper.topics, 'Topics')} ${abstract(paper)}
  </article>
`;

const authors = (paper: PaperItemFragment): TemplateResult | typeof nothing => {
  if (paper.authors === null) return nothing;
  if (paper.authors.edges.length === 0) return html`<p class="authors">No authors are stored.</p>`;
  return html`<p class="authors">
    <author-names
      .paperId=${paper.id}
      .firstPage=${paper.authors}
      .isTruncated=${!paper.authorListIsComplete}
    ></author-names>
  </p>`;
};

const abstract = ({ abstract, label }: PaperItemFragment): TemplateResult | typeof nothing =>
  abstract === null
    ? nothing
    : html`<details class="abstract">
        <summary>Abstract<span class="visually-hidden"> of ${label}</span></summary>
        <p>${abstract}</p>
      </details>`;
