import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { CountryInstitutionsDocument, type FacetGroupsFragment } from '../__generated__/graphql.ts';
import { pagedQuery } from '../api/pagedList.ts';
import { countryName, formatNumber } from '../format.ts';
import { csvButton, type CsvColumn } from './csvButton.ts';
import { panel } from './panel.ts';
import { WhenVisible } from './whenVisible.ts';

interface Country {
  code: string;
  name: string;
  /** The number of institutions of this country on the papers; undefined until they are counted. */
  institutions: number | undefined;
  papers: number;
}

type Column = 'name' | 'institutions' | 'papers';

const headings: Readonly<Record<Column, string>> = {
  name: 'Country',
  institutions: 'Institutions',
  papers: 'Papers',
};

/** The number of countries that are shown at first. */
const SHOWN = 8;
const MOST_INSTITUTIONS = 5_000;

const csvColumns: readonly CsvColumn<Country>[] = [
  ['code', ({ code }) => code],
  ['country', ({ name }) => name],
  ['institutions', ({ institutions }) => institutions],
  ['papers', ({ papers }) => papers],
];

/** A panel with the countries of an entity's papers. Returns nothing if no country is known. */
export const countryPanel = (
  owner: { readonly id: string; readonly name: string },
  groups: FacetGroupsFragment | null,
): TemplateResult | typeof nothing =>
  groups && groups.nodes.length > 0
    ? html`<country-table .owner=${owner} .groups=${groups}></country-table>`
    : nothing;

/**
 * The countries of an entity's papers, with the number of their institutions and papers, in the order that the user
 * chooses. The institutions are counted when the user scrolls to the table.
 */
class CountryTable extends LitElement {
  static override properties = { owner: { attribute: false }, groups: { attribute: false } };
  declare owner: { readonly id: string; readonly name: string };
  declare groups: FacetGroupsFragment;
  private order: { column: Column; isAscending: boolean } = { column: 'papers', isAscending: false };
  private isWhole = false;
  /** The number of institutions by country code; undefined until they are counted. */
  private institutions: ReadonlyMap<string, number> | undefined;
  private readonly list = pagedQuery(
    this,
    CountryInstitutionsDocument,
    (after) => ({ id: this.owner.id, after }),
    ({ breakdown }) => breakdown,
  );

  constructor() {
    super();
    new WhenVisible(this, () => void this.countInstitutions());
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const countries = this.countries();
    const shown = this.isWhole ? countries : countries.slice(0, SHOWN);
    const most = Math.max(...countries.map(({ papers }) => papers));
    const whole = { items: countries, fetchAll: () => this.countInstitutions().then(() => this.countries()) };
    return panel({
      id: 'countries',
      heading: 'Countries',
      count: countries.length,
      control: csvButton(whole, `${this.owner.name} countries`, csvColumns),
      body: html`
        <table class="countries">
          <thead>
            <tr>
              ${(['name', 'institutions', 'papers'] as const).map((column) => this.heading(column))}
            </tr>
          </thead>
          <tbody>
            ${shown.map((country) => countryRow(country, most))}
          </tbody>
        </table>
        ${
          shown.length === countries.length
            ? nothing
            : html`<p class="more">
                <button @click=${this.showAll}>Show all ${formatNumber(countries.length)} countries</button>
              </p>`
        }
        <p class="note">
          Countries of the institutions on the papers. A paper counts in each of its countries.
        </p>
      `,
    });
  }

  private heading(column: Column): TemplateResult {
    const { column: current, isAscending } = this.order;
    const direction = isAscending ? 'ascending' : 'descending';
    return html`<th scope="col" aria-sort=${column === current ? direction : nothing}>
      <button class="sort" @click=${() => this.sortBy(column)}>
        ${headings[column]}<span aria-hidden="true"
          >${column === current ? (isAscending ? ' ↑' : ' ↓') : ''}</span
        >
      </button>
    </th>`;
  }

  private countries(): Country[] {
    const { column, isAscending } = this.order;
    const countries = this.groups.nodes.map(({ keys: [key], paperCount }) => {
      const code = key?.value ?? '';
      const institutions = this.institutions && (this.institutions.get(code) ?? 0);
      return { code, name: countryName(code), institutions, papers: paperCount };
    });
    const sign = isAscending ? 1 : -1;
    return countries.sort(
      (a, b) => sign * compare(a[column], b[column]) || b.papers - a.papers || a.name.localeCompare(b.name),
    );
  }

  /**
   * The first click on a column sorts names from A to Z and numbers from the largest. The next click reverses the
   * order.
   */
  private sortBy(column: Column): void {
    const { column: current, isAscending } = this.order;
    this.order = { column, isAscending: column === current ? !isAscending : column === 'name' };
    this.requestUpdate();
  }

  private readonly showAll = (): void => {
    this.isWhole = true;
    this.requestUpdate();
  };

  /** Fetches the number of institutions of each country. If the request fails, the column stays empty. */
  private async countInstitutions(): Promise<void> {
    if (this.institutions) return;
    try {
      const groups = await this.list.fetchAll(MOST_INSTITUTIONS, AbortSignal.timeout(30_000));
      const counts = new Map<string, number>();
      for (const { node } of groups) {
        const entity = node.keys[0]?.entity;
        if (entity?.__typename !== 'Institution' || entity.id === this.owner.id) continue;
        const code = entity.countryCode ?? '';
        counts.set(code, (counts.get(code) ?? 0) + 1);
      }
      this.institutions = counts;
      this.requestUpdate();
    } catch {
      // the column stays empty; the query is sent again when this method is called again
    }
  }
}

const compare = (left: string | number | undefined, right: string | number | undefined): number =>
  typeof left === 'string' ? left.localeCompare(String(right)) : (left ?? 0) - (Number(right) || 0);

const countryRow = ({ name, institutions, papers }: Country, most: number): TemplateResult =>
  html`<tr>
    <th scope="row">${name}</th>
    <td>${institutions === undefined ? '' : formatNumber(institutions)}</td>
    <td>
      <span class="bar-cell">
        <span class="bar" .style=${`width: calc((100% - 4em) * ${papers / most})`}></span>
        <span>${formatNumber(papers)}</span>
      </span>
    </td>
  </tr>`;

customElements.define('country-table', CountryTable);
