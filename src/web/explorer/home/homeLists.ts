import { html, nothing, type TemplateResult } from 'lit';
import type { HomePageQuery } from '../__generated__/graphql.ts';
import { entityPath } from '../address.ts';
import { foldedList } from '../components/foldedList.ts';
import { icon } from '../components/icon.ts';
import { feedPath } from '../feedLink.ts';
import { formatCount, formatDate } from '../format.ts';

type Nodes<Field extends 'authors' | 'feed' | 'papers'> = NonNullable<HomePageQuery[Field]>['nodes'];

interface NamedEntity {
  readonly id: string;
  readonly name: string;
}

type ListRow = readonly [entity: NamedEntity, value: string];

/** Lists of the largest entities of each kind, with the number by which each list is ordered, and of the new papers. */
export const homeLists = ({ authors, topics, institutions, papers, feed }: HomePageQuery): TemplateResult => {
  const byPaperCount = (entity: NamedEntity & { readonly paperCount: number }): ListRow => [
    entity,
    formatCount(entity.paperCount, 'paper'),
  ];
  const byCollaboratorCount = (author: Nodes<'authors'>[number]): ListRow => [
    author,
    formatCount(author.collaborators?.totalCount ?? 0, 'collaborator'),
  ];
  const byCitationCount = ({ id, label, citationCount }: Nodes<'papers'>[number]): ListRow => [
    { id, name: label },
    formatCount(citationCount ?? 0, 'citation'),
  ];
  const byDate = ({ id, label, date, year }: Nodes<'feed'>[number]): ListRow => [
    { id, name: label },
    date === null ? String(year ?? '') : formatDate(date),
  ];
  return html`
    <div class="home-lists">
      ${entityList('Authors with the most collaborators', authors?.nodes.map(byCollaboratorCount))}
      ${entityList('Topics with the most papers', topics?.nodes.map(byPaperCount))}
      ${entityList('Institutions with the most papers', institutions?.nodes.map(byPaperCount))}
      ${entityList(
        'Most cited papers',
        papers?.nodes.filter(({ citationCount }) => citationCount !== null).map(byCitationCount),
        'titles',
      )}
      ${entityList('New papers', feed?.nodes.map(byDate), 'titles', feedPath())}
    </div>
  `;
};

const entityList = (
  heading: string,
  rows: readonly ListRow[] | undefined,
  content: 'names' | 'titles' = 'names',
  feed?: string,
): TemplateResult | typeof nothing =>
  rows && rows.length > 0
    ? html`<section class="panel ${content}">
        <div class="panel-head">
          <h2>${heading}</h2>
          ${feed === undefined ? nothing : html`<a class="aside" href=${feed}>${icon('feed')} Atom feed</a>`}
        </div>
        ${foldedList({
          ...{ className: 'row-list', noun: 'rows' },
          items: rows.map(
            ([{ id, name }, value]) =>
              html`<a class="name" href=${entityPath(id)}>${name}</a><span class="row-value">${value}</span>`,
          ),
        })}
      </section>`
    : nothing;
