import { html, nothing, type TemplateResult } from 'lit';
import { HomePageDocument, type HomePageQuery } from '../__generated__/graphql.ts';
import { pathsPath } from '../address.ts';
import { QueryController } from '../api/queryController.ts';
import { errorMessage } from '../components/errorMessage.ts';
import { figure } from '../components/figure.ts';
import { largeSearch } from '../components/largeSearch.ts';
import { loadingPlaceholder } from '../components/loadingPlaceholder.ts';
import { sourceFreshness } from '../components/sourceFreshness.ts';
import { feedPath } from '../feedLink.ts';
import { formatDate, formatNumber } from '../format.ts';
import { homeLists } from '../home/homeLists.ts';
import '../home/peopleMap.ts';
import { View } from './view.ts';

/** If fewer pairs of people than this have joint papers, the home page has no picture of the people. */
const LEAST_TIES = 2;

/** The search, a picture of the people, the size of the graph, and the largest entities of each kind. */
export class HomeView extends View {
  private readonly query = new QueryController(this, HomePageDocument);
  /** The part of the opened address that describes the state of the picture. */
  private readonly graphState: string;

  constructor(graphState: string) {
    super();
    this.graphState = graphState;
    this.query.start({});
  }

  protected override render(): TemplateResult {
    const { state } = this.query;
    // The line "Or find a path …" is invisible until its whole text is known. Otherwise it would move when it gets
    // longer, because a narrow screen centers it.
    const isKnown = state.status !== 'loading';
    const hasTopics = state.status === 'loaded' && state.data.statistics?.topicCount !== 0;
    return html`
      <article class="page home">
        <div class="home-top">
          <header class="hero">
            <h1 tabindex="-1">Science is a graph of people</h1>
            <p class="lead">
              Explore who works with whom, on which topics and where. Find a path to another person, and new
              collaborators.
            </p>
            ${largeSearch()}
            <p class="hint ${isKnown ? '' : 'invisible'}">
              Or find a path between <a href=${pathsPath('authors')}>two people</a>
              ${hasTopics ? html`or <a href=${pathsPath('topics')}>two topics</a>` : nothing}
            </p>
          </header>
          ${this.map()} ${state.status === 'loaded' ? facts(state.data) : nothing}
        </div>
        ${
          state.status === 'failed'
            ? errorMessage(state.error, () => this.query.retry())
            : state.status === 'loaded'
              ? content(state.data)
              : loadingPlaceholder(6)
        }
      </article>
    `;
  }

  /** The panel with the picture of the people. Returns nothing if too few pairs of people have joint papers. */
  private map(): TemplateResult | typeof nothing {
    const { state } = this.query;
    const tieCount = state.status === 'loaded' ? (state.data.statistics?.collaborationCount ?? 0) : Infinity;
    if (state.status === 'failed' || tieCount < LEAST_TIES) return nothing;
    return html`<section class="panel graph" id="graph" tabindex="-1" aria-label="Graph">
      <people-map .graphState=${this.graphState}></people-map>
    </section>`;
  }

  override get feed(): string {
    return feedPath();
  }
}

/** The size of the graph, how new it is, and an example of a path. */
const facts = ({ statistics, sources, authors }: HomePageQuery): TemplateResult =>
  html`<div class="facts-column">
    ${examplePath(authors?.nodes ?? [])} ${statistics ? figures(statistics) : nothing}
    ${sources?.map(sourceFreshness) ?? nothing}
  </div>`;

const content = (data: HomePageQuery): TemplateResult =>
  data.statistics?.paperCount === 0
    ? html`<p class="empty">
        No papers are stored yet. Import files with <code>npm run cli -- import</code>, or read a person's
        papers from OpenAlex with
        <code>npm run cli -- sync openalex --orcid 0000-0002-1825-0097 --hops 1</code>.
      </p>`
    : homeLists(data);

/** A link to the path between the first and the last of some authors. */
const examplePath = (authors: readonly Author[]): TemplateResult | typeof nothing => {
  const [from, to] = [authors[0], authors.at(-1)];
  if (!from || !to || from === to) return nothing;
  return html`<p class="hint">
    For example:
    <a href=${pathsPath('authors', { from: from.id, to: to.id })}
      >how ${from.name} and ${to.name} are connected</a
    >.
  </p>`;
};

const figures = (statistics: NonNullable<HomePageQuery['statistics']>): TemplateResult => {
  const counts: [count: number, label: string][] = [
    [statistics.paperCount, 'papers'],
    [statistics.authorCount, 'authors'],
    [statistics.collaborationCount, 'collaborating pairs'],
    [statistics.topicCount, 'topics'],
    [statistics.institutionCount, 'institutions'],
    [statistics.citationLinkCount, 'references'],
  ];
  return html`<section aria-label="Size of the graph">
    <dl class="figures">
      ${counts.filter(([count]) => count > 0).map(([count, label]) => figure(formatNumber(count), label))}
    </dl>
    <p class="note">Date of the data: ${formatDate(statistics.asOf)}</p>
  </section>`;
};

type Author = NonNullable<HomePageQuery['authors']>['nodes'][number];

customElements.define('home-view', HomeView);
