import type { PropertyValues } from 'lit';
import { DetailsLoader } from './api/detailsLoader.ts';
import type { ExpansionStep } from './mergeExpansion.ts';
import { SliceLoader } from './api/sliceLoader.ts';
import { connectionOf } from './connections.ts';
import { offeredColorings, type Coloring } from './drawing/colors.ts';
import { filterPicture, yearRange, type VisiblePart, type YearRange } from './filterPicture.ts';
import {
  continuedPicture,
  createPicture,
  isEdge,
  itemOf,
  keyOf,
  type Picture,
  type PictureItem,
  type PictureNode,
} from './picture.ts';
import { emptySlice, type EntityKind, type Omission, type Slice } from './slice.ts';
import { SliceElement } from './sliceElement.ts';
import type { PictureChange } from './layout/layoutGraph.ts';
import { formatState, initialState, parseState, type ViewState } from './viewState.ts';

/** The number of edges whose papers are loaded when a node is selected. */
const MAX_EDGES_WITH_PAPERS = 3;

/** Loads a slice and keeps what the user has chosen: expansions, filters, colors and the selection. */
export abstract class ExplorableElement extends SliceElement {
  static override properties: Record<string, object> = {
    color: { type: String },
    state: { type: String, noAccessor: true },
    _state: { state: true },
  };

  declare color: Coloring | null;
  declare protected _state: ViewState;

  protected readonly loader = new SliceLoader({
    onStatus: () => this.requestUpdate(),
    onSlice: (isNew) => this.#setSlice(isNew),
  });
  protected readonly details = new DetailsLoader(() => this.requestUpdate());
  protected picture: Picture = createPicture(emptySlice);
  protected visible: VisiblePart = this.picture;
  /**
   * The picture that was drawn for each slice. When the user undoes an expansion, the previous picture is shown again,
   * with the same positions and colors.
   */
  readonly #pictures = new WeakMap<Slice, Picture>();
  /**
   * The expansions that the page has set by the property `state`; undefined if it has not set it since the last update.
   */
  #givenSteps: readonly ExpansionStep[] | undefined;
  #reportedState = '';

  constructor() {
    super();
    this.color = null;
    this._state = initialState;
  }

  /** What the colors of nodes show. A picture without groups is colored by kind. */
  protected get coloring(): Coloring {
    const coloring = this._state.coloring ?? this.color ?? 'kind';
    return coloring === 'cluster' && this.picture.groups.length < 2 ? 'kind' : coloring;
  }

  /** The meanings of colors between which the user can choose. */
  protected get colorings(): Coloring[] {
    return offeredColorings(this.picture, this.offeredKinds());
  }

  get slice(): Slice {
    return this.loader.slice;
  }

  /** The numbers of neighbors that are not loaded, except neighbors of kinds that the user has hidden. */
  protected get omitted(): Omission[] {
    return this.slice.omitted.filter(({ kind }) => !this._state.hiddenKinds.has(kind));
  }

  get state(): string {
    return formatState(this._state, this.loader.steps);
  }

  set state(text: string | null) {
    if ((text ?? '') === this.state) return;
    const { state, steps } = parseState(text ?? '');
    this._state = state;
    this.#givenSteps = steps;
  }

  /** Called after the slice has changed. */
  protected abstract onPicture(change: PictureChange): void;

  protected abstract dispatch(name: string, detail: unknown, cancelable?: boolean): boolean;

  protected override willUpdate(changed: PropertyValues): void {
    const isNewSlice = Object.keys(SliceElement.properties).some((name) => changed.has(name));
    const steps = this.#givenSteps;
    this.#givenSteps = undefined;
    if (steps) {
      if (isNewSlice || !this.loader.goBackTo(steps)) this.load(steps);
    } else if (isNewSlice) {
      const { hiddenKinds, coloring } = this._state;
      this._state = { ...initialState, hiddenKinds, coloring };
      this.load();
    }
    if (changed.has('_state')) this.#filter();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { state } = this;
    if (this.loader.status.name !== 'drawn' || state === this.#reportedState) return;
    this.#reportedState = state;
    this.dispatch('statechange', { state });
  }

  protected load(steps: readonly ExpansionStep[] = []): void {
    this.details.clear();
    void this.loader.load(this.sliceRequest(), this.data, steps);
  }

  protected changeState(change: Partial<ViewState>): void {
    this._state = { ...this._state, ...change };
  }

  protected get selected(): PictureItem | undefined {
    const { selected } = this._state;
    return selected === undefined ? undefined : itemOf(this.picture, selected);
  }

  /** Selects a node or an edge and loads its details. */
  protected select(item: PictureItem | undefined): void {
    if (item) this.#loadDetails(item);
    this.changeState({ selected: item && keyOf(item) });
  }

  protected hide(id: string): void {
    this.changeState({ hiddenIds: new Set([...this._state.hiddenIds, id]), selected: undefined });
  }

  /**
   * Shows or hides the nodes of a kind. If the kind is not loaded yet, the neighbors of the centers that have this kind
   * are loaded.
   */
  protected toggleKind(kind: EntityKind, isLoaded: boolean): void {
    const hiddenKinds = new Set(this._state.hiddenKinds);
    if (!hiddenKinds.delete(kind) && isLoaded) hiddenKinds.add(kind);
    this.changeState({ hiddenKinds });
    if (isLoaded) return;
    const centers = this.picture.nodes.filter(({ distance }) => distance === 0);
    for (const { entity } of centers) void this.loader.expand(entity, this.sliceRequest(), [kind]);
  }

  /** The kinds that the user has not hidden, and that are loaded or requested. */
  protected shownKinds(): EntityKind[] {
    const { kinds } = this.sliceRequest();
    const stored = new Set(this.picture.nodes.map(({ entity }) => entity.kind));
    return this.offeredKinds().filter(
      (kind) =>
        !this._state.hiddenKinds.has(kind) &&
        (kinds.length === 0 || kinds.includes(kind) || stored.has(kind)),
    );
  }

  /** The address of the API; undefined if the page provides the slice and names no server. */
  protected get server(): string | undefined {
    return this.endpoint ?? (this.data ? undefined : '/graphql');
  }

  /** The nodes that would be visible if no kind were hidden. */
  protected get nodesOfAllKinds(): readonly PictureNode[] {
    return filterPicture(this.picture, { ...this._state, hiddenKinds: new Set() }).nodes;
  }

  /** The years of the nodes and edges whose kinds are visible. */
  protected yearRange(): YearRange | null {
    return yearRange(filterPicture(this.picture, { ...this._state, years: null }));
  }

  #filter(): void {
    this.visible = filterPicture(this.picture, this._state);
  }

  #setSlice(isNew: boolean): void {
    const { slice, versions } = this.loader;
    const shown = this.#pictures.get(slice);
    // The colors of groups depend on the order of the expansions. So the pictures after each expansion are made again,
    // and the user who opens a link sees the same colors as the user who shared it.
    if (isNew) this.picture = continuedPicture(versions.map((version) => version.slice));
    else this.picture = shown ?? createPicture(slice, this.picture);
    this.#pictures.set(slice, this.picture);
    this.#filter();
    if (isNew) this.#reportedState = this.state;
    if (this.selected) this.#loadDetails(this.selected);
    this.requestUpdate();
    void this.updateComplete.then(() => {
      if (slice === this.loader.slice && this.isConnected)
        this.onPicture(isNew ? 'new' : shown ? 'restored' : 'expanded');
    });
  }

  #loadDetails(item: PictureItem): void {
    const edges = isEdge(item) ? [] : connectionOf(item, this.visible).edges.slice(0, MAX_EDGES_WITH_PAPERS);
    this.details.load(this.server, [item, ...edges]);
  }
}
