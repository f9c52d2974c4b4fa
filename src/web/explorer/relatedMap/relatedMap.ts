import { LitElement, type PropertyValues, type TemplateResult } from 'lit';
import type { GivenSlice } from '../../widget/slice.ts';
import {
  MapCitationsDocument,
  RelatedMapDocument,
  type MapCitationsQuery,
  type RelatedMapQuery,
} from '../__generated__/graphql.ts';
import { QueryController } from '../api/queryController.ts';
import { errorMessage } from '../components/errorMessage.ts';
import { mapGraph } from '../components/graphPanel.ts';
import { graphPlaceholder } from '../components/graphPlaceholder.ts';
import { relatedSlice } from './relatedSlice.ts';

const HEIGHT = 330;
/** If the map is at most this wide, in CSS pixels, it has the height NARROW_HEIGHT instead of HEIGHT. */
const NARROW = 520;
const NARROW_HEIGHT = 430;
/** The width in CSS pixels that is used as long as the browser has not laid out the element. */
const DEFAULT_WIDTH = 760;

/**
 * The graph of the papers related to a paper: from left to right by year, with the most similar papers at the top.
 *
 * @fires empty when no related paper can be drawn
 */
class RelatedMap extends LitElement {
  static override properties = { paperId: { attribute: false }, graphState: { attribute: false } };
  declare paperId: string;
  /** The part of the address that describes the graph. */
  declare graphState: string;
  private slice: GivenSlice | undefined;
  private readonly papers = new QueryController(this, RelatedMapDocument, (data) => this.onPapers(data));
  private readonly links = new QueryController(this, MapCitationsDocument, (data) => this.onLinks(data));

  constructor() {
    super();
    this.paperId = '';
    this.graphState = '';
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('paperId') && this.paperId !== '') this.papers.start({ id: this.paperId });
  }

  private onPapers({ paper }: RelatedMapQuery): void {
    const related = paper?.relatedPapers?.edges ?? [];
    if (!paper || related.every(({ node }) => node.year === null)) this.dispatchEvent(new Event('empty'));
    else this.links.start({ ids: [paper.id, ...related.map(({ node }) => node.id)] });
  }

  private onLinks({ graph }: MapCitationsQuery): void {
    const { state } = this.papers;
    const paper = state.status === 'loaded' ? state.data.paper : null;
    if (!paper) return;
    const width = this.clientWidth || DEFAULT_WIDTH;
    const size = { width, height: width <= NARROW ? NARROW_HEIGHT : HEIGHT };
    this.slice = relatedSlice(paper, paper.relatedPapers?.edges ?? [], graph, size);
  }

  protected override render(): TemplateResult {
    const failed = [this.papers, this.links].find(({ state }) => state.status === 'failed');
    if (failed?.state.status === 'failed') return errorMessage(failed.state.error, () => failed.retry());
    return this.slice ? mapGraph(this.slice, 'PAPER', this.graphState) : graphPlaceholder();
  }
}

customElements.define('related-map', RelatedMap);
