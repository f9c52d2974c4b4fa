import { html, LitElement, nothing, svg, type PropertyValues, type TemplateResult } from 'lit';
import { MapCitationsDocument, RelatedMapDocument, type RelatedMapQuery } from '../__generated__/graphql.ts';
import { entityPath } from '../address.ts';
import { QueryController } from '../api/queryController.ts';
import { errorMessage } from '../components/errorMessage.ts';
import { formatCount } from '../format.ts';
import { NavigateEvent } from '../views/view.ts';
import { mapLayout, type MapEntry, type MapPoint } from './mapLayout.ts';

const HEIGHT = 460;

/**
 * A drawing of the papers that are like a paper: by year, and the more alike the higher. Lines are citations among
 * them. The page lists the same papers, so the drawing is one image for screen readers and the keyboard.
 *
 * @fires empty if no related paper can be drawn
 */
class RelatedMap extends LitElement {
  static override properties = { paperId: { attribute: false }, width: { state: true } };
  declare paperId: string;
  declare private width: number;
  private entries: readonly MapEntry[] = [];
  private citations: readonly { readonly source: string; readonly target: string }[] = [];
  private readonly papers = new QueryController(this, RelatedMapDocument, (data) => this.onPapers(data));
  private readonly links = new QueryController(this, MapCitationsDocument, ({ graph }) => {
    this.citations = graph?.edges ?? [];
  });
  private readonly observer = new ResizeObserver(() => (this.width = this.clientWidth));

  constructor() {
    super();
    this.paperId = '';
    this.width = 0;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer.disconnect();
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('paperId') && this.paperId !== '') this.papers.start({ id: this.paperId });
  }

  private onPapers({ paper }: RelatedMapQuery): void {
    if (!paper) return;
    const related = paper.relatedPapers?.edges ?? [];
    this.entries = [{ paper, score: null }, ...related.map(({ node, score }) => ({ paper: node, score }))];
    if (related.every(({ node }) => node.year === null)) this.dispatchEvent(new Event('empty'));
    else this.links.start({ ids: this.entries.map((entry) => entry.paper.id) });
  }

  protected override render(): TemplateResult {
    const { state } = this.papers;
    if (state.status === 'failed') return errorMessage(state.error, () => this.papers.retry());
    const { points, years } = mapLayout(this.entries, { width: this.width, height: HEIGHT });
    const byId = new Map(points.map((point) => [point.paper.id, point]));
    return html`
      <svg
        viewBox="0 0 ${Math.max(this.width, 1)} ${HEIGHT}"
        role="img"
        aria-busy=${state.status === 'loading'}
        aria-label="Related papers by year, and the more alike the higher. The section Related papers lists them."
      >
        ${years.map(({ year, x }) => yearLine(year, x))}
        ${this.citations.map(({ source, target }) => citationLine(byId.get(source), byId.get(target)))}
        ${[...points].reverse().map((point) => this.circle(point))}
      </svg>
      <p class="note">
        The higher a paper, the more it shares with this one: references, citing papers, authors and topics.
        The size shows its citations; lines are citations among these papers.
      </p>
    `;
  }

  private circle(point: MapPoint): TemplateResult {
    const { paper, score, x, y, radius, label } = point;
    const open = () => {
      if (score !== null) this.dispatchEvent(new NavigateEvent(entityPath(paper.id)));
    };
    const facts = [
      paper.label,
      [paper.authors?.nodes[0]?.name, paper.year].filter(Boolean).join(', '),
      paper.citationCount === null ? '' : formatCount(paper.citationCount, 'citation'),
      score === null ? 'This paper' : `Score ${score.toFixed(2)}`,
    ];
    return svg`<g class=${score === null ? 'point center' : 'point'} @click=${open}>
      <title>${facts.filter((fact) => fact !== '').join('\n')}</title>
      <circle cx=${x} cy=${y} r=${radius} />
      ${label === '' ? nothing : svg`<text x=${x} y=${y + radius + 13}>${label}</text>`}
    </g>`;
  }
}

const yearLine = (year: number, x: number) =>
  svg`<line class="year" x1=${x} x2=${x} y1="0" y2=${HEIGHT - 24} />
    <text class="year" x=${x} y=${HEIGHT - 8}>${year}</text>`;

const citationLine = (from: MapPoint | undefined, to: MapPoint | undefined) =>
  from && to ? svg`<line class="citation" x1=${from.x} y1=${from.y} x2=${to.x} y2=${to.y} />` : nothing;

customElements.define('related-map', RelatedMap);
