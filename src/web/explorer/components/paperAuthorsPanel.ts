import { html, nothing, type TemplateResult } from 'lit';
import type { AuthorshipsPageFragment, PaperPageQuery } from '../__generated__/graphql.ts';
import type { PagedList } from '../api/pagedList.ts';
import { authorshipItem } from './authorshipItem.ts';
import { csvButton } from './csvButton.ts';
import { authorshipColumns } from './csvColumns.ts';
import { moreButton } from './pagedItems.ts';
import { panel } from './panel.ts';

type Paper = NonNullable<PaperPageQuery['paper']>;

/** A panel with the authors of a paper in printed order, with their affiliations. */
export const paperAuthorsPanel = (
  { label, authorCount, authorListIsComplete, isTooLargeForCollaboration }: Paper,
  authors: PagedList<AuthorshipsPageFragment['edges'][number]>,
): TemplateResult =>
  panel({
    id: 'authors',
    heading: 'Authors',
    count: authorCount ?? authors.total,
    control: csvButton(authors, `${label} authors`, authorshipColumns),
    body: html`
      ${
        authors.items.length > 0
          ? html`<ol class="authorships">
              ${authors.items.map(authorshipItem)}
            </ol>`
          : html`<p class="empty">No authors are stored.</p>`
      }
      ${moreButton(authors, 'authors')}
      ${authorListIsComplete ? nothing : html`<p class="note">The source does not list all authors.</p>`}
      ${
        isTooLargeForCollaboration
          ? html`<p class="note">Papers with this many authors do not count as collaborations.</p>`
          : nothing
      }
    `,
  });
