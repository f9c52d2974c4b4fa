import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { TopicYearsDocument, type TopicYearsQuery } from '../__generated__/graphql.ts';
import { entityPath } from '../address.ts';
import { pagedQuery } from '../api/pagedList.ts';
import { formatNumber } from '../format.ts';
import { barChart, type YearCount } from './barChart.ts';
import { csvButton, type CsvColumn } from './csvButton.ts';
import { panel } from './panel.ts';
import { WhenVisible } from './whenVisible.ts';
import { retryMessage } from './retryMessage.ts';

interface NamedEntity {
  readonly id: string;
  readonly name: string;
}

/** The number of the entity's papers about one topic in one year. */
type Group = NonNullable<TopicYearsQuery['breakdown']>['edges'][number];

/** The maximum number of topics in the chart. */
const MOST_TOPICS = 8;
/** The maximum number of groups that the query returns: enough for 8 topics in 125 years. */
const MOST_GROUPS = 1_000;

const columns: readonly CsvColumn<Group>[] = [
  ['id', ({ node }) => node.keys[0]?.value],
  ['topic', ({ node }) => node.keys[0]?.label],
  ['year', ({ node }) => Number(node.keys[1]?.value)],
  ['papers', ({ node }) => node.paperCount],
];

/** A panel with the topics of an entity's papers by year. Returns nothing if there are no topics. */
export const topicYearsPanel = (
  owner: NamedEntity,
  topics: readonly NamedEntity[],
): TemplateResult | typeof nothing =>
  topics.length === 0 ? nothing : html`<topic-years .owner=${owner} .topics=${topics}></topic-years>`;

/**
 * The numbers of an entity's papers about its main topics by year: a chart for each topic, all with the same axes, and
 * a table. The numbers are loaded when the user scrolls to the panel.
 */
class TopicYears extends LitElement {
  static override properties = { owner: { attribute: false }, topics: { attribute: false } };
  declare owner: NamedEntity;
  declare topics: readonly NamedEntity[];
  private groups: readonly Group[] | undefined;
  private status: 'idle' | 'loading' | 'failed' = 'idle';
  private readonly list = pagedQuery(
    this,
    TopicYearsDocument,
    (after) => ({ id: this.owner.id, topics: this.shownTopics.map(({ id }) => id), after }),
    ({ breakdown }) => breakdown,
  );

  constructor() {
    super();
    new WhenVisible(this, () => void this.load());
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.groups?.length === 0) return nothing;
    const groups = this.groups ?? [];
    return panel({
      id: 'topic-years',
      heading: 'Topics over the years',
      control: csvButton(
        { items: groups, fetchAll: async () => [...groups] },
        `${this.owner.name} topics by year`,
        columns,
      ),
      body:
        this.status === 'failed'
          ? retryMessage('The chart could not be loaded.', () => void this.load())
          : html`<div class="topic-years" aria-busy=${this.status === 'loading'}>${this.charts()}</div>`,
    });
  }

  private get shownTopics(): readonly NamedEntity[] {
    return this.topics.slice(0, MOST_TOPICS);
  }

  private charts(): unknown {
    const rows = this.shownTopics.map((topic) => ({ topic, years: yearsOf(topic, this.groups ?? []) }));
    const years = rows.flatMap((row) => row.years.map(({ year }) => year));
    const range = [Math.min(...years), Math.max(...years)] as const;
    const top = Math.max(...rows.flatMap((row) => row.years.map(({ count }) => count)), 1);
    return html`${rows.map(
      ({ topic, years: counts }, index) =>
        html`<figure class="chart">
          <figcaption><a href=${entityPath(topic.id)}>${topic.name}</a></figcaption>
          ${
            counts.length === 0
              ? html`<div class="small plot"></div>`
              : barChart({
                  ...{
                    years: counts,
                    heading: `Papers about ${topic.name} per year`,
                    noun: 'paper',
                    top,
                    range,
                  },
                  small: index === rows.length - 1 ? 'withYears' : 'withoutYears',
                })
          }
        </figure>`,
    )}
    ${years.length === 0 ? nothing : yearTable(rows, range)}`;
  }

  private async load(): Promise<void> {
    this.status = 'loading';
    this.requestUpdate();
    try {
      this.groups = await this.list.fetchAll(MOST_GROUPS, AbortSignal.timeout(30_000));
      this.status = 'idle';
    } catch {
      this.status = 'failed';
    }
    this.requestUpdate();
  }
}

/** The counts of a topic by year, in ascending order of the years. */
const yearsOf = (topic: NamedEntity, groups: readonly Group[]): YearCount[] =>
  groups
    .filter(({ node }) => node.keys[0]?.value === topic.id)
    .map(({ node }) => ({ year: Number(node.keys[1]?.value), count: node.paperCount }))
    .sort((a, b) => a.year - b.year);

interface TopicRow {
  topic: NamedEntity;
  years: readonly YearCount[];
}

/** A table with a row for each topic and a column for each year, the latest year first. */
const yearTable = (rows: readonly TopicRow[], [first, last]: readonly [number, number]): TemplateResult => {
  const years = Array.from({ length: last - first + 1 }, (_, index) => last - index);
  return html`<details>
    <summary>Show as a table</summary>
    <div class="scrolled" tabindex="0" role="region" aria-label="Topics over the years as a table">
      <table>
        <thead>
          <tr>
            <th scope="col">Topic</th>
            ${years.map((year) => html`<th scope="col">${year}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(({ topic, years: counts }) => {
            const countOf = new Map(counts.map(({ year, count }) => [year, count]));
            return html`<tr>
              <th scope="row">${topic.name}</th>
              ${years.map((year) => html`<td>${formatNumber(countOf.get(year) ?? 0)}</td>`)}
            </tr>`;
          })}
        </tbody>
      </table>
    </div>
  </details>`;
};

customElements.define('topic-years', TopicYears);
