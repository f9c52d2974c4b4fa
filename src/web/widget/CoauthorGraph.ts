import { html, LitElement, type PropertyValues } from 'lit';
import { SliceDocument } from './__generated__/graphql.ts';
import { answered, QueryFault } from './client.ts';
import { Drawing } from './drawing/Drawing.ts';
import { Layout } from './layout/layout.ts';
import { pictured, type Picture } from './picture.ts';
import { entityKinds, type EntityKind, type GivenSlice, type RelationKind, type Slice } from './slice.ts';
import { styles } from './styles.ts';

/**
 * `<coauthor-graph>`: what is near an entity, as a graph.
 *
 * Attributes, each also a property; any may change at any time:
 * - `endpoint`: address of the GraphQL API; without it `/graphql` of the page's own server
 * - `entity`: id of the entity in the middle, or up to 10 ids separated by spaces
 * - `kinds`: only neighbors of these kinds (`AUTHOR PAPER TOPIC INSTITUTION`, separated by spaces); without it of any
 * - `relations`: only along these relations (the schema's `RelationKind`), separated by spaces; without it along any
 * - `depth`: steps from the middle, 0–2; without it 1
 * - `per-kind` (property `perKind`): neighbors of a kind at each entity, 1–50; without it 10
 *
 * Properties:
 * - `data`: a slice to draw, as the field `graph` of the API gives it (at least `nodes` and `edges`); nothing is asked
 *   while it is there. null: back to asking
 *
 * Events, all of which leave the element's shadow and bubble:
 * - `select`: someone opened a node, by a click or a key. `detail`: `{ id, kind, label }`
 * - `load`: a slice is drawn. `detail`: `{ nodeCount, edgeCount, truncated }`
 */
export class CoauthorGraph extends LitElement {
  static override styles = styles;
  static override properties = {
    endpoint: { type: String },
    entity: { type: String },
    kinds: { type: String },
    relations: { type: String },
    depth: { type: Number },
    perKind: { type: Number, attribute: 'per-kind' },
    data: { attribute: false },
    state: { state: true },
  };

  declare endpoint: string;
  declare entity: string;
  declare kinds: string;
  declare relations: string;
  declare depth: number;
  declare perKind: number;
  declare data: GivenSlice | null;
  declare private state: State;

  #request: AbortController | undefined;
  #layout: Layout | undefined;
  #drawing: Drawing | undefined;
  #picture: Picture | undefined;

  constructor() {
    super();
    this.endpoint = '/graphql';
    this.entity = '';
    this.kinds = '';
    this.relations = '';
    this.depth = 1;
    this.perKind = 10;
    this.data = null;
    this.state = { name: 'empty' };
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#request?.abort();
    this.#layout?.end();
    this.#layout = undefined;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const asked = ['endpoint', 'entity', 'kinds', 'relations', 'depth', 'perKind', 'data'] as const;
    if (asked.some((name) => changed.has(name))) void this.#load();
  }

  async #load(): Promise<void> {
    this.#request?.abort();
    const request = (this.#request = new AbortController());
    const ids = words(this.entity);
    if (!this.data && ids.length === 0) {
      this.state = { name: 'empty' };
      return;
    }
    this.state = { name: 'loading' };
    try {
      const slice = this.data ?? (await this.#asked(ids, request.signal));
      await this.updateComplete;
      if (!request.signal.aborted && slice) this.#show(slice);
    } catch (error) {
      if (request.signal.aborted) return;
      if (!(error instanceof QueryFault)) throw error;
      this.state = { name: 'failed', message: error.message };
    }
  }

  async #asked(ids: string[], signal: AbortSignal): Promise<Slice | null> {
    const variables = {
      ids,
      depth: this.depth,
      perKind: this.perKind,
      kinds: words(this.kinds.toUpperCase()) as EntityKind[],
      relations: words(this.relations.toUpperCase()) as RelationKind[],
    };
    return (await answered(this.endpoint, SliceDocument, variables, signal)).graph;
  }

  #show(slice: GivenSlice): void {
    this.state = { name: 'drawn' };
    const picture = pictured(slice);
    this.#picture = picture;
    const canvas = this.renderRoot.querySelector('canvas');
    if (!canvas) return;
    this.#drawing ??= new Drawing(canvas, this.#palette());
    this.#drawing.show(picture, this.#palette());
    this.#layout ??= new Layout(({ positions }) => {
      for (const node of this.#picture?.nodes ?? []) {
        node.x = positions[2 * node.index] ?? 0;
        node.y = positions[2 * node.index + 1] ?? 0;
      }
      this.#drawing?.redraw();
    });
    this.#layout.start({
      positions: Float32Array.from(picture.nodes.flatMap(({ x, y }) => [x, y])),
      radii: Float32Array.from(picture.nodes, ({ radius }) => radius),
      edges: Uint32Array.from(picture.edges.flatMap(({ from, to }) => [from.index, to.index])),
      strengths: Float32Array.from(picture.edges, ({ strength }) => strength),
      heat: 1,
    });
    this.#tell('load', {
      nodeCount: slice.nodes.length,
      edgeCount: slice.edges.length,
      truncated: slice.truncated ?? false,
    });
  }

  #palette() {
    const style = getComputedStyle(this);
    const color = (name: string) => style.getPropertyValue(`--coauthor-graph-${name}`);
    const kinds = Object.fromEntries(entityKinds.map((kind) => [kind, color(kind.toLowerCase())]));
    return {
      kinds: kinds as Record<EntityKind, string>,
      edge: color('edge'),
      text: color('text'),
      background: color('background'),
    };
  }

  #tell(name: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  #clicked = ({ offsetX, offsetY }: MouseEvent): void => {
    const node = this.#drawing?.nodeAt(offsetX, offsetY);
    if (!node) return;
    const { id, kind, label } = node.entity;
    this.#tell('select', { id, kind, label });
  };

  override render() {
    const { state } = this;
    return html`<canvas part="canvas" @click=${this.#clicked}></canvas>
      ${state.name === 'drawn' ? null : html`<p part="state">${sentences[state.name](state)}</p>`}`;
  }
}

type State = { name: 'empty' | 'loading' | 'drawn' } | { name: 'failed'; message: string };

const sentences: Record<Exclude<State['name'], 'drawn'>, (state: State) => string> = {
  empty: () => 'Nothing is chosen.',
  loading: () => 'Loading …',
  failed: (state) => ('message' in state ? state.message : ''),
};

const words = (text: string): string[] => text.split(/[\s,]+/).filter((word) => word !== '');
