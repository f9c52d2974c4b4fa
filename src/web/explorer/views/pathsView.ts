import { html, nothing, type TemplateResult } from 'lit';
import type { GivenSlice } from '../../widget/widget.ts';
import { AuthorPathsDocument, EndpointLabelsDocument, TopicPathsDocument } from '../__generated__/graphql.ts';
import { pathsPath, type PathEnds } from '../address.ts';
import { Question } from '../api/queryController.ts';
import { sliceGraphPanel } from '../components/graphPanel.ts';
import { icon } from '../components/icon.ts';
import { choice } from '../components/panel.ts';
import { failed, loading } from '../components/errorMessage.ts';
import { authorChains, chainList, topicChains, type FoundChains } from '../paths/pathResult.ts';
import { chainSlice, type Relation } from '../paths/pathSlice.ts';
import {
  authorQuestion,
  chainCounts,
  isFiltered,
  lengths,
  readChoices,
  topicQuestion,
  writtenChoices,
  type PathChoices,
} from '../paths/pathOptions.ts';
import { endBox, type End } from '../paths/endpointField.ts';
import { numberField } from '../paths/numberField.ts';
import { statusWords } from '../paths/pathMessage.ts';
import { Go, View } from './view.ts';

/** Finds how two people, or two topics, are connected. What was asked is in the address. */
export class PathsView extends View {
  private readonly between: PathEnds;
  /** What the address asks. */
  private readonly asked: PathChoices;
  /** What stands in the form. */
  private choices: PathChoices;
  private from: End | undefined;
  private to: End | undefined;
  private named: readonly [from: End | undefined, to: End | undefined] = [undefined, undefined];
  private isIncomplete = false;
  private found: FoundChains | undefined;
  private slice: GivenSlice | undefined;
  private readonly authors = new Question(
    this,
    AuthorPathsDocument,
    ({ from, to, collaborationPaths: paths }) => {
      this.name(from, to);
      if (paths) this.take(authorChains(paths, this.asked.cost === 'STRENGTH'), 'CO_AUTHORED');
    },
  );
  private readonly topics = new Question(this, TopicPathsDocument, ({ from, to, topicPaths: paths }) => {
    this.name(from, to);
    if (paths) this.take(topicChains(paths), 'RELATED_TO');
  });
  private readonly labels = new Question(this, EndpointLabelsDocument, ({ nodes }) => {
    const ends = nodes.filter((node) => node !== null && 'label' in node);
    this.name(
      ends.find(({ id }) => id === this.asked.from),
      ends.find(({ id }) => id === this.asked.to),
    );
  });

  constructor(between: PathEnds, choices: URLSearchParams) {
    super();
    this.between = between;
    this.asked = readChoices(choices);
    this.choices = { ...this.asked };
    this.heading = 'Find a path';
    this.ask();
  }

  /** Who comes back finds the form as the address has it, whatever was chosen in it to go on from here. */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.choices = { ...this.asked };
    [this.from, this.to] = this.named;
    this.requestUpdate();
  }

  private ask(): void {
    const { from, to } = this.asked;
    if (from !== '' && to !== '') {
      if (this.between === 'authors') this.authors.ask(authorQuestion(this.asked));
      else this.topics.ask(topicQuestion(this.asked));
    } else if (from !== '' || to !== '') this.labels.ask({ ids: [from, to].filter((id) => id !== '') });
  }

  private name(from: End | null | undefined, to: End | null | undefined): void {
    this.named = [from ?? undefined, to ?? undefined];
    const namedBy = (id: string): End | undefined => {
      if (id === '') return undefined;
      return this.named[[this.asked.from, this.asked.to].indexOf(id)];
    };
    // What was typed or chosen meanwhile stays.
    this.from ??= namedBy(this.choices.from);
    this.to ??= namedBy(this.choices.to);
    this.requestUpdate();
    if (from && to) this.heading = `From ${from.label} to ${to.label}`;
  }

  private take(found: FoundChains, relation: Relation): void {
    this.found = found;
    this.slice = chainSlice(found.chains, relation);
  }

  protected override render(): TemplateResult {
    const isAuthors = this.between === 'authors';
    return html`
      <article class="page paths">
        <header class="head">
          <h1 tabindex="-1">Find a path</h1>
          <p class="lead">
            ${
              isAuthors
                ? 'How one person is connected to another: each in the chain wrote with the next.'
                : 'What lies between two topics: each in the chain shares papers, or people, with the next.'
            }
          </p>
        </header>
        <nav class="parts" aria-label="Between what">
          <a href=${pathsPath('authors')} aria-current=${isAuthors ? 'page' : nothing}>Two people</a>
          <a href=${pathsPath('topics')} aria-current=${isAuthors ? nothing : 'page'}>Two topics</a>
        </nav>
        ${this.form()} ${this.outcome()}
      </article>
    `;
  }

  private form(): TemplateResult {
    const kind = this.between === 'authors' ? 'AUTHOR' : 'TOPIC';
    const { choices } = this;
    return html`
      <form class="panel path-form" @submit=${this.sent} novalidate>
        <div class="ends">
          ${endBox('From', kind, this.from, (end) => this.choose('from', end))}
          <button type="button" class="plain swap" aria-label="Swap the two" @click=${this.swap}>
            ${icon('swap')}
          </button>
          ${endBox('To', kind, this.to, (end) => this.choose('to', end))}
          <button class="primary">Find</button>
        </div>
        ${
          this.isIncomplete
            ? html`<p class="fault" role="alert">
                Choose both ends from what the boxes find: type, then pick with the arrow keys or the mouse.
              </p>`
            : nothing
        }
        <details class="options" ?open=${isFiltered(choices)}>
          <summary>Options</summary>
          <div class="fields">
            ${
              this.between === 'authors'
                ? choice(
                    'Best is',
                    { HOPS: 'Fewest steps', STRENGTH: 'Strongest ties' },
                    choices.cost,
                    (cost) => (choices.cost = cost),
                  )
                : choice(
                    'Connected by',
                    { PAPERS: 'Papers about both', AUTHORS: 'People who work on both' },
                    choices.through,
                    (through) => (choices.through = through),
                  )
            }
            ${choice('How many chains', numberWords(chainCounts, choices.k), String(choices.k), (k) => (choices.k = Number(k)))}
            ${choice(
              'Steps at most',
              numberWords(lengths, choices.maxLength),
              String(choices.maxLength),
              (length) => (choices.maxLength = Number(length)),
            )}
            ${this.between === 'authors' ? this.filterFields() : nothing}
          </div>
        </details>
      </form>
    `;
  }

  private filterFields(): TemplateResult {
    const { choices } = this;
    return html`
      ${numberField('Papers since', 'any year', choices.since, (value) => (choices.since = value))}
      ${numberField('Papers until', 'any year', choices.until, (value) => (choices.until = value))}
      ${numberField('Joint papers, at least', '1', choices.minPapers, (value) => (choices.minPapers = value))}
      ${numberField('Authors a paper, at most', 'any', choices.maxAuthors, (value) => (choices.maxAuthors = value))}
    `;
  }

  private outcome(): unknown {
    const question = this.between === 'authors' ? this.authors : this.topics;
    const { standing } = question;
    if (standing.state === 'asking') return loading(5);
    if (standing.state === 'answered' && this.found && this.slice)
      return this.results(this.found, this.slice);
    if (standing.state === 'unasked') return nothing;
    if (standing.failure?.code === 'BAD_USER_INPUT') return unknownEnds;
    return standing.failure ? failed(standing.failure, () => question.again()) : nothing;
  }

  private results(found: FoundChains, slice: GivenSlice): TemplateResult {
    const { heading, meaning } = statusWords(found, this.asked, isFiltered(this.asked));
    const { chains, status } = found;
    return html`
      <section class="found-paths" aria-labelledby="paths-heading" data-status=${status}>
        <h2 id="paths-heading" tabindex="-1" data-arrival>${heading}</h2>
        ${meaning === '' ? nothing : html`<p class="note">${meaning}</p>`}
        ${
          chains.length === 0
            ? nothing
            : html`<div class="columns">
                <div class="main">${sliceGraphPanel(slice, 'Graph of the paths')}</div>
                <div class="side">${chains.map((chain, at) => chainList(chain, at, chains.length))}</div>
              </div>`
        }
      </section>
    `;
  }

  private choose(side: 'from' | 'to', end: End): void {
    this[side] = end;
    this.choices[side] = end.id;
    this.isIncomplete = false;
    this.requestUpdate();
  }

  private readonly swap = (): void => {
    [this.from, this.to] = [this.to, this.from];
    [this.choices.from, this.choices.to] = [this.choices.to, this.choices.from];
    this.requestUpdate();
  };

  private readonly sent = (event: SubmitEvent): void => {
    event.preventDefault();
    this.isIncomplete = this.choices.from === '' || this.choices.to === '';
    this.requestUpdate();
    if (!this.isIncomplete) this.dispatchEvent(new Go(pathsPath(this.between, writtenChoices(this.choices))));
  };
}

const unknownEnds = html`<p class="fault" role="alert">
  One of the two is not stored here, or the address was cut. Choose both again.
</p>`;

/** Numbers as choices, with the one that the address gave in its place among them. */
const numberWords = (numbers: readonly number[], current: number): Record<string, string> =>
  Object.fromEntries(
    [...new Set([...numbers, current])].sort((a, b) => a - b).map((n) => [String(n), String(n)]),
  );

customElements.define('paths-view', PathsView);
