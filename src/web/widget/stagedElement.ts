import type { PropertyValues } from 'lit';
import { badgeTexts } from './drawing/badgeTexts.ts';
import type { Palette } from './drawing/palette.ts';
import { readPalette } from './drawing/readPalette.ts';
import { entityPath } from './entityPath.ts';
import { ExplorableElement } from './explorableElement.ts';
import { explorerUrl, pathSearch } from './explorerLinks.ts';
import { isEdge, type PictureItem, type PictureNode } from './picture.ts';
import { emptySlice, type EntityKind } from './slice.ts';
import type { PictureChange } from './layout/layoutGraph.ts';
import { Stage } from './stage/stage.ts';
import type { EdgeDetail, NodeDetail } from './types/widget.d.ts';
import type { PanelActions } from './views/panelContent.ts';

/** How long the hint about the wheel is shown, in milliseconds. */
const HINT_DURATION = 1500;
/** How long the pointer must rest on an edge before its papers are loaded, in milliseconds. */
const HOVER_DELAY = 200;

interface Hover {
  item: PictureItem;
  point: readonly [x: number, y: number];
}

/** Shows the picture on a canvas, and handles the events of the user there. */
export abstract class StagedElement extends ExplorableElement {
  static override properties: Record<string, object> = {
    _hover: { state: true },
    _isHintVisible: { state: true },
  };

  declare protected _hover: Hover | undefined;
  declare protected _isHintVisible: boolean;

  protected stage: Stage | undefined;
  #hintTimer = 0;
  #hoverTimer = 0;
  readonly #onFullScreen = (): void => {
    this.requestUpdate();
    this.fit();
  };

  constructor() {
    super();
    this._hover = undefined;
    this._isHintVisible = false;
    this.addEventListener('keydown', (event) => this.#undoByKey(event));
  }

  /** Ctrl+Z, or Cmd+Z on a Mac, takes back an expansion wherever the focus is in the element. */
  #undoByKey(event: KeyboardEvent): void {
    const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
    if (!isUndo || this.loader.steps.length === 0) return;
    event.preventDefault();
    this.undo();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('fullscreenchange', this.#onFullScreen);
    if (this.hasUpdated) this.#resume();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('fullscreenchange', this.#onFullScreen);
    this.loader.stop();
    this.stage?.destroy();
    this.stage = undefined;
  }

  expand(id: string, kind?: EntityKind): Promise<void> {
    const node = this.picture.byId.get(id);
    if (!node || !this.dispatch('expand', nodeDetail(node), true)) return Promise.resolve();
    return this.loader.expand(node.entity, this.sliceRequest(), kind ? [kind] : this.shownKinds());
  }

  fit(): void {
    this.stage?.fit();
  }

  undo(): void {
    this.loader.goBackTo(this.loader.steps.slice(0, -1));
    if (!this.selected) this.changeState({ selected: undefined });
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!changed.has('_state') && !changed.has('color')) return;
    this.stage?.setVisible(this.visible, this.#badges());
    this.#applyState();
  }

  /** Continues after the element was removed from the page and inserted again. */
  #resume(): void {
    if (!this.loader.resume()) {
      this.load();
      return;
    }
    this.#show('restored');
  }

  protected override onPicture(change: PictureChange): void {
    this.#show(change);
    if (this.slice === emptySlice) return;
    const { nodes, edges, truncated } = this.slice;
    this.dispatch('load', { nodeCount: nodes.length, edgeCount: edges.length, truncated });
  }

  #show(change: PictureChange): void {
    this._hover = undefined;
    this.stage ??= this.#createStage(); // the canvas exists only after the first update
    this.stage?.show(this.picture, this.visible, this.#badges(), change);
    this.#applyState();
  }

  #applyState(): void {
    const { coloring } = this;
    this.stage?.setLook({ coloring, group: coloring === 'cluster' ? this._state.group : undefined });
    this.stage?.select(this.selected);
  }

  #createStage(): Stage | undefined {
    const canvas = this.renderRoot.querySelector('canvas');
    if (!canvas) return undefined;
    return new Stage(canvas, this.palette(), {
      onSelect: (item) => this.onSelect(item),
      onHover: (item, point) => this.#onHover(item && { item, point }),
      onOpen: (node) => this.#open(node),
      onExpand: (node) => void this.expand(node.entity.id),
      onHide: (node) => this.hide(node.entity.id),
      onHelp: () => this.showKeys(),
      onSettle: () => this.dispatch('settle', undefined),
      onWheelIgnored: () => this.#showHint(),
    });
  }

  protected onSelect(item: PictureItem | undefined): void {
    if (item === this.selected) return;
    if (!this.selected) this.#keepHeight();
    this.select(item);
    if (item) this.dispatch('select', isEdge(item) ? edgeDetail(item) : nodeDetail(item));
  }

  /** In a narrow element the picture keeps its height, and the panel is added below it. */
  #keepHeight(): void {
    const picture = this.renderRoot.querySelector<HTMLElement>('.picture');
    picture?.style.setProperty('--_height', `${picture.getBoundingClientRect().height}px`);
  }

  #onHover(hover: Hover | undefined): void {
    clearTimeout(this.#hoverTimer);
    this._hover = hover;
    if (hover && isEdge(hover.item))
      this.#hoverTimer = window.setTimeout(() => this.details.load(this.server, [hover.item]), HOVER_DELAY);
  }

  #showHint(): void {
    clearTimeout(this.#hintTimer);
    this._isHintVisible = true;
    this.#hintTimer = window.setTimeout(() => (this._isHintVisible = false), HINT_DURATION);
  }

  protected showKeys(): void {
    this.renderRoot.querySelector('dialog')?.showModal();
  }

  #closePanel(): void {
    this.onSelect(undefined);
    this.renderRoot.querySelector<HTMLElement>('.list, canvas:not([hidden])')?.focus({ preventScroll: true });
  }

  /** Opens the page of a node, unless the embedding page cancels the event `open`. */
  #open(node: PictureNode): void {
    const page = this.actions.pageOf(node.entity.id);
    if (!this.dispatch('open', nodeDetail(node), true) || page === undefined) return;
    window.open(page, new URL(page).origin === location.origin ? '_self' : '_blank', 'noreferrer');
  }

  protected override dispatch(name: string, detail: unknown, cancelable = false): boolean {
    return this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable }));
  }

  protected palette(): Palette {
    return readPalette([...this.renderRoot.querySelectorAll('.color')], this);
  }

  /** There are no badges if only some years are shown, because the years of omitted neighbors are unknown. */
  #badges(): Map<PictureNode, string> {
    return badgeTexts(this.visible.nodes, this._state.years ? [] : this.omitted);
  }

  protected readonly actions: PanelActions = {
    select: (item) => this.onSelect(item),
    close: () => this.#closePanel(),
    open: (node) => this.#open(node),
    expand: (node, kind) => void this.expand(node.entity.id, kind),
    hide: (node) => this.hide(node.entity.id),
    pageOf: (id) => explorerUrl(this.server, entityPath(id)),
    pathFrom: (node) => explorerUrl(this.server, pathSearch(node, this.visible)),
  };
}

const nodeDetail = ({ entity: { id, kind, label } }: PictureNode): NodeDetail => ({ id, kind, label });

const edgeDetail = ({ source, target, relation }: EdgeDetail): EdgeDetail => ({ source, target, relation });
