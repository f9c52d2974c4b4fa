import { html, LitElement, type PropertyValues } from 'lit';
import { colorNames, paletteOf, type Palette } from './drawing/palette.ts';
import { shownPart, yearsOf, type Shown, type Years } from './filterPicture.ts';
import { neighborsOf, pictured, type Picture, type PicturedNode } from './picture.ts';
import { wordsOf, type SliceQuestion } from './api/fetchSlice.ts';
import { nothing, type EntityKind, type GivenSlice, type RelationKind, type Slice } from './slice.ts';
import { SliceSource } from './api/sliceLoader.ts';
import { Stage } from './stage/stage.ts';
import { styles } from './styles/styles.ts';
import type { NodeDetail } from './types/widget.d.ts';
import { card } from './views/card.ts';
import { legend } from './views/legend.ts';
import { list } from './views/listView.ts';
import { notices } from './views/notices.ts';
import { overlay } from './views/overlay.ts';
import { tools } from './views/toolbar.ts';
import { yearRange } from './views/yearSlider.ts';
import { counted, nodeWords } from './labels.ts';

/** The element; what pages may do with it is said in types/widget.d.ts. */
export class CoauthorGraph extends LitElement {
  static override styles = styles;
  static override properties = {
    endpoint: { type: String },
    entity: { type: String },
    kinds: { type: String },
    relations: { type: String },
    depth: { type: Number },
    perKind: { type: Number, attribute: 'per-kind' },
    view: { type: String },
    data: { attribute: false },
    _hiddenKinds: { state: true },
    _years: { state: true },
    _active: { state: true },
    _isHinting: { state: true },
  };

  declare endpoint: string | null;
  declare entity: string | null;
  declare kinds: string | null;
  declare relations: string | null;
  declare depth: number | null;
  declare perKind: number | null;
  declare view: 'graph' | 'list' | null;
  declare data: GivenSlice | null;

  declare private _hiddenKinds: ReadonlySet<EntityKind>;
  declare private _years: Years | null;
  declare private _active: PicturedNode | undefined;
  declare private _isHinting: boolean;

  readonly #source = new SliceSource({
    changed: () => this.requestUpdate(),
    arrived: (isNew) => this.#present(isNew),
  });
  #stage: Stage | undefined;
  #picture: Picture = pictured(nothing);
  #shown: Shown = this.#picture;

  constructor() {
    super();
    this.endpoint = this.entity = this.kinds = this.relations = this.view = null;
    this.depth = this.perKind = this.data = null;
    this._hiddenKinds = new Set();
    this._years = null;
    this._active = undefined;
    this._isHinting = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#load(); // it was taken out of a page, and put back
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#source.stop();
    this.#stage?.end();
    this.#stage = undefined;
  }

  /** What is drawn, in the form of `data`. */
  get slice(): Slice {
    return this.#source.slice;
  }

  /** Takes in the next neighbors of a node, of one kind or of all. */
  expand(id: string, only?: EntityKind): Promise<void> {
    const node = this.#picture.byId.get(id);
    if (!node || !this.#tell('expand', detailOf(node), true)) return Promise.resolve();
    return this.#source.grow(node.entity, this.#question(), only);
  }

  /** Moves and zooms so that everything is to be seen. */
  fit(): void {
    this.#stage?.fit();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (asking.some((name) => changed.has(name))) this.#load();
    if (changed.has('_hiddenKinds') || changed.has('_years'))
      this.#shown = shownPart(this.#picture, { hiddenKinds: this._hiddenKinds, years: this._years });
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('_hiddenKinds') || changed.has('_years'))
      this.#stage?.filter(this.#shown, this.#badges());
  }

  #question(): SliceQuestion {
    return {
      endpoint: this.endpoint ?? '/graphql',
      ids: wordsOf(this.entity),
      kinds: wordsOf(this.kinds).map((word) => word.toUpperCase()) as EntityKind[],
      relations: wordsOf(this.relations).map((word) => word.toUpperCase()) as RelationKind[],
      depth: this.depth ?? 1,
      perKind: this.perKind ?? 10,
    };
  }

  #load(): void {
    void this.#source.load(this.#question(), this.data);
  }

  /** Shows the slice that has arrived, after the canvas is there. */
  #present(isNew: boolean): void {
    if (isNew) {
      this._years = null;
      this._active = undefined;
    }
    const { slice } = this.#source;
    this.#picture = pictured(slice, isNew ? undefined : this.#picture);
    this.#shown = shownPart(this.#picture, { hiddenKinds: this._hiddenKinds, years: this._years });
    this.requestUpdate();
    void this.updateComplete.then(() => {
      if (slice !== this.#source.slice || !this.isConnected) return;
      this.#stage ??= this.#newStage();
      this.#stage?.show(this.#picture, this.#shown, this.#badges(), isNew);
      this._active = this.#stage?.active;
      if (slice === nothing) return;
      const { nodes, edges, truncated } = slice;
      this.#tell('load', { nodeCount: nodes.length, edgeCount: edges.length, truncated });
    });
  }

  #newStage(): Stage | undefined {
    const canvas = this.renderRoot.querySelector('canvas');
    if (!canvas) return undefined;
    let hint = 0;
    return new Stage(canvas, this.#palette(), {
      chose: (node) => (this._active = node),
      opened: (node) => this.#open(node),
      expanded: (node) => void this.expand(node.entity.id),
      rested: () => this.#tell('settle', undefined),
      turnedWheel: () => {
        clearTimeout(hint);
        this._isHinting = true;
        hint = window.setTimeout(() => (this._isHinting = false), 1500);
      },
    });
  }

  #open(node: PicturedNode): void {
    this.#tell('select', detailOf(node));
  }

  #tell(name: string, detail: unknown, cancelable = false): boolean {
    return this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable }));
  }

  #palette(): Palette {
    return paletteOf([...this.renderRoot.querySelectorAll('.color')], this);
  }

  /** "+37" where something was left out; in full at the centers. */
  #badges(): Map<PicturedNode, string> {
    const counts = new Map<string, number>();
    for (const { nodeId, count } of this.#source.slice.omitted)
      counts.set(nodeId, (counts.get(nodeId) ?? 0) + count);
    const shown = this.#shown.nodes.filter(({ entity }) => counts.has(entity.id));
    return new Map(
      shown.map((node) => {
        const count = counts.get(node.entity.id)?.toLocaleString('en');
        return [node, node.distance === 0 ? `+${count} more` : `+${count}`];
      }),
    );
  }

  #toggle(kind: EntityKind): void {
    const hidden = new Set(this._hiddenKinds);
    if (!hidden.delete(kind)) hidden.add(kind);
    this._hiddenKinds = hidden;
  }

  protected override render() {
    const isList = this.view === 'list';
    const years = yearsOf(this.#source.slice);
    return html`
      <div class="bar" part="bar">
        ${legend(this.#picture.nodes, this._hiddenKinds, (kind) => this.#toggle(kind))}
        ${tools(isList, {
          zoomBy: (factor) => this.#stage?.zoomBy(factor),
          fit: () => this.fit(),
          switchView: () => (this.view = isList ? 'graph' : 'list'),
        })}
      </div>
      <div class="stage" part="stage">
        <canvas
          part="canvas"
          tabindex="0"
          role="application"
          aria-roledescription="graph"
          aria-label=${`Graph of ${counted(this.#shown.nodes.length, 'node')}. The same is there as a list.`}
          aria-describedby="keys"
          ?hidden=${isList}
        ></canvas>
        ${
          isList
            ? list(this.#shown, this.#source.slice.omitted, {
                open: (node) => this.#open(node),
                expand: (node) => void this.expand(node.entity.id),
              })
            : this.#card()
        }
        ${this._isHinting ? html`<p class="hint">Click the graph, or hold Ctrl, to zoom</p>` : null}
        ${overlay(this.#source.status, () => this.#load())}
      </div>
      ${notices(this.#source.slice, this.#source.notice)}
      ${
        years && years.first < years.last
          ? yearRange(years, this._years ?? years, (chosen) => (this._years = chosen))
          : null
      }
      <p class="unseen" id="keys">
        Arrow keys move from node to node, Enter opens one, the space bar takes in more around it, plus and
        minus zoom, 0 shows everything.
      </p>
      <p class="unseen" aria-live="polite">${this.#spoken()}</p>
      <div class="colors" aria-hidden="true" @transitionend=${() => this.#stage?.recolor(this.#palette())}>
        ${colorNames.map((name) => html`<span class="color ${name}"></span>`)}
      </div>
    `;
  }

  #card() {
    const node = this._active;
    if (!node) return null;
    const { id } = node.entity;
    return card(
      {
        node,
        neighborCount: neighborsOf(node, this.#shown).size,
        omitted: this.#source.slice.omitted.filter(({ nodeId }) => nodeId === id),
        isLookedAround: this.#source.isLookedAround(id),
        isExpanding: this.#source.expanding === id,
      },
      {
        open: () => this.#open(node),
        expand: (only) => void this.expand(id, only),
        close: () => this.#stage?.choose(undefined),
      },
    );
  }

  /** What is said to those who do not see the picture. */
  #spoken(): string {
    const node = this._active;
    if (!node || this.view === 'list') return '';
    const omitted = this.#source.slice.omitted.filter(({ nodeId }) => nodeId === node.entity.id);
    return nodeWords(node.entity, neighborsOf(node, this.#shown).size, omitted);
  }
}

/** What the element asks for depends on these. */
const asking = ['endpoint', 'entity', 'kinds', 'relations', 'depth', 'perKind', 'data'];

const detailOf = ({ entity: { id, kind, label } }: PicturedNode): NodeDetail => ({ id, kind, label });
