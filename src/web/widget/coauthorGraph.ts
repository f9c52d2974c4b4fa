import { html, type PropertyValues } from 'lit';
import { SliceLoader } from './api/sliceLoader.ts';
import { badgeTexts } from './drawing/badgeTexts.ts';
import { colorNames, readPalette, type Palette } from './drawing/palette.ts';
import { filterPicture, yearRange, type VisiblePart, type YearRange } from './filterPicture.ts';
import { formatCount, nodeDescription } from './labels.ts';
import { createPicture, neighborsOf, type Picture, type PictureNode } from './picture.ts';
import { emptySlice, type EntityKind, type Slice } from './slice.ts';
import { SliceElement } from './sliceElement.ts';
import { Stage } from './stage/stage.ts';
import { styles } from './styles/styles.ts';
import type { NodeDetail } from './types/widget.d.ts';
import { card } from './views/card.ts';
import { legend } from './views/legend.ts';
import { listView } from './views/listView.ts';
import { notices } from './views/notices.ts';
import { overlay } from './views/overlay.ts';
import { toolbar } from './views/toolbar.ts';
import { yearSlider } from './views/yearSlider.ts';

/** How long the hint about the wheel is shown, in milliseconds. */
const HINT_DURATION = 1500;

/** The `<coauthor-graph>` element. Its public members are documented in types/widget.d.ts. */
export class CoauthorGraph extends SliceElement {
  static override styles = styles;
  static override properties = {
    view: { type: String },
    _hiddenKinds: { state: true },
    _years: { state: true },
    _active: { state: true },
    _isHintVisible: { state: true },
  };

  declare view: 'graph' | 'list' | null;

  declare private _hiddenKinds: ReadonlySet<EntityKind>;
  declare private _years: YearRange | null;
  declare private _active: PictureNode | undefined;
  declare private _isHintVisible: boolean;

  readonly #loader = new SliceLoader({
    onStatus: () => this.requestUpdate(),
    onSlice: (isNew) => this.#showSlice(isNew),
  });
  #stage: Stage | undefined;
  #picture: Picture = createPicture(emptySlice);
  #visible: VisiblePart = this.#picture;
  #hintTimer = 0;

  constructor() {
    super();
    this.view = null;
    this._hiddenKinds = new Set();
    this._years = null;
    this._active = undefined;
    this._isHintVisible = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#resume();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#loader.stop();
    this.#stage?.destroy();
    this.#stage = undefined;
  }

  get slice(): Slice {
    return this.#loader.slice;
  }

  expand(id: string, kind?: EntityKind): Promise<void> {
    const node = this.#picture.byId.get(id);
    if (!node || !this.#dispatch('expand', nodeDetail(node), true)) return Promise.resolve();
    return this.#loader.expand(node.entity, this.sliceRequest(), kind);
  }

  fit(): void {
    this.#stage?.fit();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (Object.keys(SliceElement.properties).some((name) => changed.has(name))) this.#load();
    if (changed.has('_hiddenKinds') || changed.has('_years')) this.#filter();
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('_hiddenKinds') || changed.has('_years'))
      this.#stage?.setVisible(this.#visible, this.#badges());
  }

  #load(): void {
    void this.#loader.load(this.sliceRequest(), this.data);
  }

  /** Continues after the element was removed from the page and inserted again. */
  #resume(): void {
    if (!this.#loader.resume()) {
      this.#load();
      return;
    }
    this.#stage = this.#createStage();
    this.#stage?.show(this.#picture, this.#visible, this.#badges(), 'restored');
    this.#stage?.select(this._active);
  }

  #filter(): void {
    this.#visible = filterPicture(this.#picture, { hiddenKinds: this._hiddenKinds, years: this._years });
  }

  /** The years of the nodes and edges whose kinds are visible. */
  #yearRange(): YearRange | null {
    return yearRange(filterPicture(this.#picture, { hiddenKinds: this._hiddenKinds, years: null }));
  }

  #showSlice(isNew: boolean): void {
    if (isNew) {
      this._years = null;
      this._active = undefined;
    }
    const { slice } = this.#loader;
    this.#picture = createPicture(slice, isNew ? undefined : this.#picture);
    this.#filter();
    this.requestUpdate();
    void this.updateComplete.then(() => {
      if (slice !== this.#loader.slice || !this.isConnected) return;
      this.#stage ??= this.#createStage(); // the canvas exists only after the first update
      this.#stage?.show(this.#picture, this.#visible, this.#badges(), isNew ? 'new' : 'expanded');
      this._active = this.#stage?.active;
      if (slice === emptySlice) return;
      const { nodes, edges, truncated } = slice;
      this.#dispatch('load', { nodeCount: nodes.length, edgeCount: edges.length, truncated });
    });
  }

  #createStage(): Stage | undefined {
    const canvas = this.renderRoot.querySelector('canvas');
    if (!canvas) return undefined;
    return new Stage(canvas, this.#palette(), {
      onSelect: (node) => (this._active = node),
      onOpen: (node) => this.#open(node),
      onExpand: (node) => void this.expand(node.entity.id),
      onSettle: () => this.#dispatch('settle', undefined),
      onWheelIgnored: () => this.#showHint(),
    });
  }

  #showHint(): void {
    clearTimeout(this.#hintTimer);
    this._isHintVisible = true;
    this.#hintTimer = window.setTimeout(() => (this._isHintVisible = false), HINT_DURATION);
  }

  #open(node: PictureNode): void {
    this.#dispatch('select', nodeDetail(node));
  }

  #dispatch(name: string, detail: unknown, cancelable = false): boolean {
    return this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable }));
  }

  #palette(): Palette {
    return readPalette([...this.renderRoot.querySelectorAll('.color')], this);
  }

  #badges(): Map<PictureNode, string> {
    return badgeTexts(this.#visible.nodes, this.slice.omitted);
  }

  #toggleKind(kind: EntityKind): void {
    const hiddenKinds = new Set(this._hiddenKinds);
    if (!hiddenKinds.delete(kind)) hiddenKinds.add(kind);
    this._hiddenKinds = hiddenKinds;
  }

  protected override render() {
    const isList = this.view === 'list';
    const years = this.#yearRange();
    return html`
      <div class="bar" part="bar">
        ${legend(this.#picture.nodes, this.#visible.nodes, this._hiddenKinds, (kind) => this.#toggleKind(kind))}
        ${toolbar(isList, {
          zoomBy: (factor) => this.#stage?.zoomBy(factor),
          fit: () => this.fit(),
          switchView: () => (this.view = isList ? 'graph' : 'list'),
        })}
        ${isList ? null : html`<p class="scale">Larger node: more papers. Wider line: more joint papers.</p>`}
      </div>
      <div class="stage" part="stage">
        <canvas
          part="canvas"
          tabindex="0"
          role="application"
          aria-roledescription="graph"
          aria-label=${`Graph of ${formatCount(this.#visible.nodes.length, 'node')}. The List button shows the same as a table.`}
          aria-describedby="keys"
          ?hidden=${isList}
        ></canvas>
        ${isList ? this.#list() : this.#card()}
        ${this._isHintVisible ? html`<p class="hint">Click the graph, or hold Ctrl, to zoom</p>` : null}
        ${overlay(this.#loader.status, () => this.#load())}
      </div>
      ${notices(this.slice, this.#loader.notice)}
      ${
        years && years.first < years.last
          ? yearSlider(years, this._years ?? years, (chosen) => (this._years = chosen))
          : null
      }
      <p class="visually-hidden" id="keys">
        The arrow keys select a node, Enter opens it, the space bar shows more of its neighbors, plus and
        minus zoom, 0 shows everything.
      </p>
      <p class="visually-hidden" aria-live="polite">${this.#announcement()}</p>
      <div class="colors" aria-hidden="true" @transitionend=${() => this.#stage?.setPalette(this.#palette())}>
        ${colorNames.map((name) => html`<span class="color ${name}"></span>`)}
      </div>
    `;
  }

  #list() {
    return listView(this.#visible, this.slice.omitted, {
      open: (node) => this.#open(node),
      expand: (node) => void this.expand(node.entity.id),
    });
  }

  #card() {
    const node = this._active;
    if (!node) return null;
    const { id } = node.entity;
    return card(
      {
        node,
        isCenter: id === this.entity,
        neighborCount: neighborsOf(node, this.#visible).size,
        omitted: this.slice.omitted.filter(({ nodeId }) => nodeId === id),
        isExpanded: this.#loader.isExpanded(id),
        isExpanding: this.#loader.expandingId === id,
      },
      {
        open: () => this.#open(node),
        expand: (kind) => void this.expand(id, kind),
        close: () => this.#stage?.select(undefined),
      },
    );
  }

  /** The text that screen readers speak when a node is selected. */
  #announcement(): string {
    const node = this._active;
    if (!node || this.view === 'list') return '';
    const omitted = this.slice.omitted.filter(({ nodeId }) => nodeId === node.entity.id);
    return nodeDescription(node.entity, neighborsOf(node, this.#visible).size, omitted);
  }
}

const nodeDetail = ({ entity: { id, kind, label } }: PictureNode): NodeDetail => ({ id, kind, label });
