import { html, nothing, type TemplateResult } from 'lit';
import type { AuthorPageQuery, EventKind } from '../__generated__/graphql.ts';
import { entityPath } from '../address.ts';
import { foldedList } from '../components/foldedList.ts';
import { panel } from '../components/panel.ts';
import { formatDate } from '../format.ts';
import './distanceNews.ts';
import { OTHER_PARAMETER } from './distanceNews.ts';
import { groupEvents, type NewsEntry } from './groupEvents.ts';

const SHOWN_ENTRIES = 6;
const SHOWN_ENTITIES = 4;

const eventTexts: Readonly<Record<EventKind, string>> = {
  FIRST_PAPER: 'First paper',
  NEW_COLLABORATOR: 'First paper with',
  NEW_TOPIC: 'First paper about',
  NEW_INSTITUTION: 'First papers at',
  DISTANCE_SHORTENED: 'Nearer to',
};

type Author = NonNullable<AuthorPageQuery['author']>;

/**
 * A panel with the events in an author's work, for example the first paper with a collaborator, the latest first; and
 * with the days on which the distance to another author became shorter. Returns nothing if there are no events.
 *
 * @param lists the part of the address that describes the lists of the page
 */
export const newsPanel = (author: Author, lists: URLSearchParams): TemplateResult | typeof nothing => {
  const entries = groupEvents(author.events?.nodes ?? []).slice(0, SHOWN_ENTRIES);
  if (entries.length === 0) return nothing;
  const otherId = lists.get(OTHER_PARAMETER);
  const body = html`${foldedList({ className: 'news', noun: 'news', items: entries.map(newsItem) })}
    <distance-news .author=${author} .otherId=${otherId ?? ''}></distance-news>`;
  return panel({ id: 'news', heading: 'New in their work', body, isOpen: otherId !== null });
};

const newsItem = ({ date, year, paper, entities }: NewsEntry): TemplateResult => html`
  <p class="facts"><span>${date === null ? year : formatDate(date)}</span></p>
  ${paper ? html`<p><a href=${entityPath(paper.id)}>${paper.label}</a></p>` : nothing}
  ${[...entities].map(
    ([kind, found]) =>
      html`<p class="note">
        ${eventTexts[kind]}${kind === 'FIRST_PAPER' ? nothing : html` ${names(found)}`}
      </p>`,
  )}
`;

/** Links to the first entities, and the number of further entities. */
const names = (entities: readonly { readonly id: string; readonly label: string }[]): TemplateResult => {
  const others = entities.length - SHOWN_ENTITIES;
  return html`${entities
    .slice(0, SHOWN_ENTITIES)
    .map(({ id, label }, index) => html`${index > 0 ? ', ' : ''}<a href=${entityPath(id)}>${label}</a>`)}${
    others > 0 ? ` and ${others} more` : ''
  }`;
};
