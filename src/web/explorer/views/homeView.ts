import { html, type TemplateResult } from 'lit';
import { HomePageDocument, type HomePageQuery } from '../__generated__/graphql.ts';
import { entityPath, pathsPath, searchPath } from '../address.ts';
import { Question } from '../api/queryController.ts';
import { figure } from '../components/entityHeader.ts';
import { failed, loading } from '../components/errorMessage.ts';
import type { EntityChosen, TextSent } from '../search/entityCombobox.ts';
import { counted, dayOf, numeral } from '../labels.ts';
import { Go, View } from './view.ts';

/** Where one starts: the search, how much there is, and some of the largest of each kind. */
export class HomeView extends View {
  private readonly question = new Question(this, HomePageDocument);

  constructor() {
    super();
    this.question.ask({});
  }

  protected override render(): TemplateResult {
    const { standing } = this.question;
    return html`
      <article class="page home">
        <header class="hero">
          <h1 tabindex="-1">Science is a graph of people</h1>
          <p class="lead">
            Who works with whom, on what, and where. How to reach someone, and whom to work with next.
          </p>
          <search class="hero-search">
            <entity-box
              label="Search"
              placeholder="A person, a paper, a topic, an institution …"
              @chosen=${({ entity }: EntityChosen) => this.dispatchEvent(new Go(entityPath(entity.id)))}
              @sent=${({ text }: TextSent) => this.dispatchEvent(new Go(searchPath(text)))}
            ></entity-box>
          </search>
          <p class="hint">
            Or find how <a href=${pathsPath('authors')}>two people</a> or
            <a href=${pathsPath('topics')}>two topics</a> are connected.
          </p>
        </header>
        ${
          standing.state === 'failed'
            ? failed(standing.failure, () => this.question.again())
            : standing.state === 'answered'
              ? this.draw(standing.data)
              : loading(6)
        }
      </article>
    `;
  }

  private draw({ statistics, authors, topics, institutions, papers }: HomePageQuery): TemplateResult {
    if (statistics?.paperCount === 0)
      return html`<p class="none">
        Nothing is stored yet. Import papers with <code>npm run cli -- import</code>.
      </p>`;
    return html`
      ${statistics ? this.figures(statistics) : ''}
      <div class="starts">
        ${starts(
          'Most collaborators',
          authors?.nodes.map((node) => start(node, counted(node.paperCount, 'paper'))),
        )}
        ${starts(
          'Largest topics',
          topics?.nodes.map((node) => start(node, counted(node.paperCount, 'paper'))),
        )}
        ${starts(
          'Institutions',
          institutions?.nodes.map((node) => start(node, counted(node.paperCount, 'paper'))),
        )}
        ${starts('Most cited papers', papers?.nodes.filter(isCited).map(cited))}
      </div>
    `;
  }

  private figures(statistics: NonNullable<HomePageQuery['statistics']>): TemplateResult {
    return html`<section aria-label="What is stored">
      <dl class="figures centered">
        ${figure(numeral(statistics.paperCount), 'papers')}
        ${figure(numeral(statistics.authorCount), 'authors')}
        ${figure(numeral(statistics.collaborationCount), 'collaborating pairs')}
        ${figure(numeral(statistics.topicCount), 'topics')}
        ${figure(numeral(statistics.institutionCount), 'institutions')}
        ${figure(numeral(statistics.citationLinkCount), 'references')}
      </dl>
      <p class="note centered">As of ${dayOf(statistics.asOf)}</p>
    </section>`;
  }
}

interface Start {
  id: string;
  name: string;
}

const start = ({ id, name }: Start, measure: string): TemplateResult => html`
  <a class="name" href=${entityPath(id)}>${name}</a><span class="measure">${measure}</span>
`;

type CitedPaper = NonNullable<HomePageQuery['papers']>['nodes'][number] & { citationCount: number };

const isCited = (paper: { citationCount: number | null }): paper is CitedPaper =>
  paper.citationCount !== null;

const cited = ({ id, label, citationCount }: CitedPaper): TemplateResult =>
  start({ id, name: label }, counted(citationCount, 'citation'));

const starts = (heading: string, items: TemplateResult[] | undefined): TemplateResult | string =>
  items && items.length > 0
    ? html`<section class="panel">
        <h2>${heading}</h2>
        <ul class="counted-list">
          ${items.map((item) => html`<li>${item}</li>`)}
        </ul>
      </section>`
    : '';

customElements.define('home-view', HomeView);
