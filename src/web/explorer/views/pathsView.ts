import { html, nothing, type TemplateResult } from 'lit';
import type { GivenSlice } from '../../widget/widget.ts';
import '../styles/paths.css';
import '../styles/start.css';
import {
  AuthorPathExamplesDocument,
  AuthorPathsDocument,
  PathEndpointsDocument,
  TopicPathExamplesDocument,
  TopicPathsDocument,
} from '../__generated__/graphql.ts';
import { pathsPath, type PathKind } from '../address.ts';
import { QueryController } from '../api/queryController.ts';
import { errorMessage } from '../components/errorMessage.ts';
import { examplePanel } from '../components/examplePanel.ts';
import { sliceGraphPanel } from '../components/graphPanel.ts';
import { loadingPlaceholder } from '../components/loadingPlaceholder.ts';
import { differingPaths } from '../paths/differingPaths.ts';
import type { Endpoint } from '../paths/endpointField.ts';
import { otherSearchLinks } from '../paths/otherSearchLinks.ts';
import '../paths/pathAlternatives.ts';
import {
  authorPairs,
  endpointPairs,
  pathExample,
  topicPairs,
  type ExamplePair,
} from '../paths/pathExamples.ts';
import '../paths/pathForm.ts';
import { pathItem } from '../paths/pathItem.ts';
import { pathMessage } from '../paths/pathMessage.ts';
import '../paths/pathNamesakes.ts';
import {
  authorPathVariables,
  parsePathOptions,
  topicPathVariables,
  type PathOptions,
} from '../paths/pathOptions.ts';
import { authorPathResult, topicPathResult, type PathResult } from '../paths/pathResult.ts';
import { pathSlice } from '../paths/pathSlice.ts';
import { View } from './view.ts';

/** Shows how two authors or two topics are connected. The address holds all options. */
export class PathsView extends View {
  private readonly kind: PathKind;
  private readonly options: PathOptions;
  private endpoints: readonly Endpoint[] = [];
  private result: PathResult | undefined;
  private slice: GivenSlice | undefined;
  private readonly authorPaths = new QueryController(
    this,
    AuthorPathsDocument,
    ({ from, to, collaborationPaths }) => {
      this.setEndpoints([from, to]);
      if (collaborationPaths)
        this.setResult(authorPathResult(collaborationPaths, this.options.cost === 'STRENGTH'), 'CO_AUTHORED');
    },
  );
  private readonly topicPaths = new QueryController(
    this,
    TopicPathsDocument,
    ({ from, to, topicPaths: paths }) => {
      this.setEndpoints([from, to]);
      if (paths) this.setResult(topicPathResult(paths), 'RELATED_TO');
    },
  );
  /** Pairs that the user can try while an endpoint is missing. */
  private examples: readonly ExamplePair[] = [];
  private readonly knownEndpoints = new QueryController(this, PathEndpointsDocument, (data) => {
    this.setEndpoints(data.nodes.map((node) => (node && 'label' in node ? node : null)));
    this.examples = endpointPairs(data);
  });
  private readonly authorExamples = new QueryController(this, AuthorPathExamplesDocument, (data) => {
    this.examples = authorPairs(data);
  });
  private readonly topicExamples = new QueryController(this, TopicPathExamplesDocument, (data) => {
    this.examples = topicPairs(data);
  });

  constructor(kind: PathKind, parameters: URLSearchParams) {
    super();
    this.kind = kind;
    this.options = parsePathOptions(parameters);
    this.heading = 'Find a path';
    this.startQuery();
  }

  private startQuery(): void {
    const { from, to } = this.options;
    if (from !== '' && to !== '') {
      if (this.kind === 'authors') this.authorPaths.start(authorPathVariables(this.options));
      else this.topicPaths.start(topicPathVariables(this.options));
    } else if (from !== '' || to !== '')
      this.knownEndpoints.start({ ids: [from, to].filter((id) => id !== '') });
    else if (this.kind === 'authors') this.authorExamples.start({});
    else this.topicExamples.start({});
  }

  /** Shows as many paths as the user wants, those that differ most. */
  private setResult(result: PathResult, relation: 'CO_AUTHORED' | 'RELATED_TO'): void {
    const paths = differingPaths(result.paths, this.options.k);
    this.result = { ...result, paths, comparedCount: result.paths.length };
    this.slice = pathSlice(paths, relation, isNarrow());
  }

  private setEndpoints(entities: readonly (Endpoint | null)[]): void {
    this.endpoints = entities.filter((entity) => entity !== null);
    const [from, to] = entities;
    if (from && to) this.heading = `From ${from.label} to ${to.label}`;
  }

  protected override render(): TemplateResult {
    const isAuthors = this.kind === 'authors';
    return html`
      <article class="page paths">
        <header class="head">
          <h1 tabindex="-1">Find a path</h1>
          <p class="lead">
            ${
              isAuthors
                ? 'How two people are connected. Each person in a path wrote a paper with the next one.'
                : 'How two topics are connected. Each topic in a path shares papers or authors with the next one.'
            }
          </p>
        </header>
        <nav class="pill-links" aria-label="Kind of path">
          <a href=${pathsPath('authors')} aria-current=${isAuthors ? 'page' : nothing}>Two people</a>
          <a href=${pathsPath('topics')} aria-current=${isAuthors ? nothing : 'page'}>Two topics</a>
        </nav>
        <path-form .kind=${this.kind} .options=${this.options} .endpoints=${this.endpoints}></path-form>
        ${this.outcome()}
      </article>
    `;
  }

  private outcome(): unknown {
    const query = this.kind === 'authors' ? this.authorPaths : this.topicPaths;
    const { state } = query;
    if (state.status === 'idle')
      return examplePanel(
        'For example',
        this.examples.map((pair) => pathExample(this.kind, pair)),
      );
    if (state.status === 'loading') return loadingPlaceholder(5);
    if (state.status === 'loaded' && this.result && this.slice) return this.results(this.result, this.slice);
    if (state.error?.code === 'BAD_USER_INPUT') return unknownEndpoint;
    return state.error ? errorMessage(state.error, () => query.retry()) : nothing;
  }

  private results(result: PathResult, slice: GivenSlice): TemplateResult {
    const { heading, explanation } = pathMessage(result, this.options);
    const { paths, status } = result;
    return html`
      <section class="path-results" aria-labelledby="paths-heading" data-status=${status}>
        <h2 id="paths-heading" tabindex="-1" data-initial-focus>${heading}</h2>
        ${explanation === '' ? nothing : html`<p class="note">${explanation}</p>`}
        ${otherSearchLinks(this.kind, status, this.options)}
        ${
          status === 'NOT_CONNECTED'
            ? html`${this.namesakes()}
                <path-alternatives .ids=${[this.options.from, this.options.to]}></path-alternatives>`
            : nothing
        }
        ${
          paths.length === 0
            ? nothing
            : html`<div class="columns">
                <div class="main">${sliceGraphPanel(slice, 'Graph of the paths')}</div>
                <div class="side">${paths.map((path, index) => pathItem(path, index, paths.length))}</div>
              </div>`
        }
      </section>
    `;
  }

  /** Links to other people who have the name of the end. */
  private namesakes(): TemplateResult | typeof nothing {
    const end = this.endpoints[1];
    return this.kind === 'authors' && end
      ? html`<path-namesakes .end=${end} .options=${this.options}></path-namesakes>`
      : nothing;
  }
}

/** Whether the window is as narrow as a phone. */
const isNarrow = (): boolean => innerWidth <= 600;

const unknownEndpoint = html`<p class="error" role="alert">
  One of the endpoints is not stored here. Select both endpoints again.
</p>`;

customElements.define('paths-view', PathsView);
