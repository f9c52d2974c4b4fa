import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type Simulation,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force';

/** A graph to lay out. Nodes are known by their place in it. */
export interface LayoutGraph {
  /** x and y of each node; NaN where it has no place yet. */
  positions: Float32Array;
  radii: Float32Array;
  /** Source and target of each edge. */
  edges: Uint32Array;
  /** Of each edge, 0–1: how strong it is beside the others. */
  strengths: Float32Array;
  /** How far everything may still move, 0–1: 1 for a new picture, less where some of it has its place already. */
  heat: number;
  /** Width by height of where it is shown. */
  aspect: number;
}

type Body = SimulationNodeDatum & { radius: number };

/** How strongly everything is drawn to the middle, so that what is not connected does not drift away. */
const PULL = 0.045;
/** Below this the picture is at rest. */
const COLD = 0.012;
/** What keeps the others in motion while one is dragged. */
const DRAGGING = 0.25;

/** Places of a graph's nodes that come to rest step by step. Knows nothing of pages and workers. */
export class LayoutSimulation {
  readonly #bodies: Body[];
  readonly #simulation: Simulation<Body, SimulationLinkDatum<Body>>;

  constructor({ positions, radii, edges, strengths, heat, aspect }: LayoutGraph) {
    this.#bodies = Array.from(radii, (radius, index) => {
      const [x, y] = [positions[2 * index] ?? NaN, positions[2 * index + 1] ?? NaN];
      return { index, radius, ...(Number.isNaN(x) ? {} : { x, y }) };
    });
    const links = Array.from(strengths, (strength, index) => ({
      source: edges[2 * index] ?? 0,
      target: edges[2 * index + 1] ?? 0,
      strength,
    }));
    const degrees = new Uint32Array(radii.length);
    for (const end of edges) degrees[end] = (degrees[end] ?? 0) + 1;
    const least = (link: (typeof links)[number]): number =>
      Math.min(degrees[indexOf(link.source)] ?? 1, degrees[indexOf(link.target)] ?? 1);
    this.#simulation = forceSimulation(this.#bodies)
      .stop()
      .alpha(heat)
      .alphaDecay(1 - COLD ** (1 / 160))
      .velocityDecay(0.35)
      .force(
        'edges',
        forceLink<Body, (typeof links)[number]>(links)
          .distance((link) => 70 - 30 * link.strength + radiusOf(link.source) + radiusOf(link.target))
          .strength((link) => (0.35 + 0.65 * link.strength) / least(link)),
      )
      .force(
        'apart',
        forceManyBody<Body>()
          .strength((body) => -220 - 24 * body.radius)
          .distanceMax(700)
          .theta(1),
      )
      .force('room', forceCollide<Body>((body) => body.radius + 12).strength(0.7))
      .force('x', forceX<Body>(0).strength(PULL / aspect))
      .force('y', forceY<Body>(0).strength(PULL * aspect));
  }

  /** Whether a node is held, and the others follow it for as long. */
  get isHeld(): boolean {
    return this.#simulation.alphaTarget() > 0;
  }

  /** One step. Whether there is more to come. */
  step(): boolean {
    this.#simulation.tick();
    return this.isHeld || this.#simulation.alpha() >= COLD;
  }

  /** x and y of each node. */
  positions(): Float32Array<ArrayBuffer> {
    const positions = new Float32Array(2 * this.#bodies.length);
    for (const [index, { x, y }] of this.#bodies.entries()) positions.set([x ?? 0, y ?? 0], 2 * index);
    return positions;
  }

  /** Holds a node at a place, and lets the others follow. */
  hold(index: number, x: number, y: number): void {
    const body = this.#bodies[index];
    if (!body) return;
    [body.fx, body.fy] = [x, y];
    this.#simulation.alphaTarget(DRAGGING);
    if (this.#simulation.alpha() < DRAGGING) this.#simulation.alpha(DRAGGING);
  }

  /** Lets a node go. */
  release(index: number): void {
    const body = this.#bodies[index];
    if (!body) return;
    [body.fx, body.fy] = [null, null];
    this.#simulation.alphaTarget(0);
  }
}

const indexOf = (end: Body | number | string): number =>
  typeof end === 'object' ? (end.index ?? 0) : Number(end);
const radiusOf = (end: Body | number | string): number => (typeof end === 'object' ? end.radius : 0);
