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
import { groupForce } from './groupForce.ts';

/** A graph to lay out. Nodes are identified by their index. */
export interface LayoutGraph {
  /**
   * The positions of all nodes: x and y of the first node, then of the second node, and so on. NaN if a node has no
   * position yet.
   */
  positions: Float32Array;
  radii: Float32Array;
  /** 1 for each node that stays at its position until the layout has come to rest, 0 for the others. */
  fixed: Uint8Array;
  /** Index of the source and the target of each edge. */
  edges: Uint32Array;
  /** The strength of each edge, 0–1. */
  strengths: Float32Array;
  /** The indexes of the nodes of each group. A node is in one group at most. */
  groups: readonly Uint32Array[];
  /** The initial temperature, 0–1: 1 for a new picture, less if most nodes should stay where they are. */
  heat: number;
  /** Width divided by height that the picture should have, so that it fills the canvas. */
  aspect: number;
}

/** The strength of an edge between two groups is multiplied by this factor, so that groups stay apart. */
const BETWEEN_GROUPS = 0.3;

type Body = SimulationNodeDatum & { radius: number };

/**
 * The strength, 0–1 (see `forceX` of d3-force), with which all nodes are pulled to the center, so that unconnected nodes
 * do not drift away.
 */
const CENTER_STRENGTH = 0.045;
/** The number of steps after which the attraction to the center is adapted to the shape of the picture. */
const SHAPE_STEPS = 4;
/**
 * The force to the center along one axis is at most this many times CENTER_STRENGTH, and at least CENTER_STRENGTH
 * divided by this number.
 */
const MAX_PULL = 6;
/** The temperature below which the layout stops. */
const MIN_ALPHA = 0.012;
/** The temperature while a node is dragged, so that the other nodes follow. */
const DRAG_ALPHA = 0.25;

/** A force-directed layout, computed step by step. */
export class LayoutSimulation {
  readonly #bodies: Body[];
  readonly #simulation: Simulation<Body, SimulationLinkDatum<Body>>;
  readonly #aspect: number;
  readonly #pullX = forceX<Body>(0);
  readonly #pullY = forceY<Body>(0);
  #pull = 1;
  #stepCount = 0;

  constructor({ positions, radii, fixed, edges, strengths, groups, heat, aspect }: LayoutGraph) {
    this.#bodies = Array.from(radii, (radius, index) => {
      const [x, y] = [positions[2 * index] ?? NaN, positions[2 * index + 1] ?? NaN];
      return {
        index,
        radius,
        ...(Number.isNaN(x) ? {} : { x, y }),
        ...(fixed[index] === 1 && { fx: x, fy: y }),
      };
    });
    const links = Array.from(strengths, (strength, index) => ({
      source: edges[2 * index] ?? 0,
      target: edges[2 * index + 1] ?? 0,
      strength,
    }));
    const degrees = new Uint32Array(radii.length);
    for (const end of edges) degrees[end] = (degrees[end] ?? 0) + 1;
    const groupOf = new Map(groups.flatMap((members, group) => Array.from(members, (node) => [node, group])));
    const isWithinGroup = (link: (typeof links)[number]): boolean =>
      groupOf.get(indexOf(link.source)) === groupOf.get(indexOf(link.target));
    const minDegree = (link: (typeof links)[number]): number =>
      Math.min(degrees[indexOf(link.source)] ?? 1, degrees[indexOf(link.target)] ?? 1);
    this.#simulation = forceSimulation(this.#bodies)
      .stop()
      .alpha(heat)
      .alphaDecay(1 - MIN_ALPHA ** (1 / 160))
      .velocityDecay(0.35)
      .force(
        'edges',
        forceLink<Body, (typeof links)[number]>(links)
          .distance((link) => 70 - 30 * link.strength + radiusOf(link.source) + radiusOf(link.target))
          .strength(
            (link) =>
              ((0.35 + 0.65 * link.strength) / minDegree(link)) * (isWithinGroup(link) ? 1 : BETWEEN_GROUPS),
          ),
      )
      .force('groups', groupForce(this.#bodies, groups))
      .force(
        'apart',
        forceManyBody<Body>()
          .strength((body) => -220 - 24 * body.radius)
          .distanceMax(700)
          .theta(1),
      )
      .force('room', forceCollide<Body>((body) => body.radius + 12).strength(0.7))
      .force('x', this.#pullX)
      .force('y', this.#pullY);
    this.#aspect = aspect;
    this.#setPull(1 / aspect);
  }

  get isHeld(): boolean {
    return this.#simulation.alphaTarget() > 0;
  }

  /** Computes one step; returns whether the layout still moves. */
  step(): boolean {
    this.#simulation.tick();
    this.#stepCount += 1;
    if (!this.isHeld && this.#stepCount % SHAPE_STEPS === 0) this.#adaptShape();
    const isMoving = this.isHeld || this.#simulation.alpha() >= MIN_ALPHA;
    // When the layout has come to rest, no node is fixed any longer, so that all nodes can follow when the user drags
    // one.
    if (!isMoving) for (const body of this.#bodies) [body.fx, body.fy] = [null, null];
    return isMoving;
  }

  /** The positions of all nodes: x and y of the first node, then of the second node, and so on. */
  positions(): Float32Array<ArrayBuffer> {
    const positions = new Float32Array(2 * this.#bodies.length);
    for (const [index, { x, y }] of this.#bodies.entries()) positions.set([x ?? 0, y ?? 0], 2 * index);
    return positions;
  }

  /**
   * Makes the picture fit the shape of the canvas: if it is too wide, nodes are pulled to the center more along x and
   * less along y; if it is too high, the other way round.
   */
  #adaptShape(): void {
    const width = extent(this.#bodies.map(({ x }) => x ?? 0));
    const height = extent(this.#bodies.map(({ y }) => y ?? 0));
    if (width > 0 && height > 0) this.#setPull(this.#pull * (width / height / this.#aspect) ** 0.25);
  }

  /** @param pull a factor for the force to the center along x; the force along y is divided by this factor */
  #setPull(pull: number): void {
    this.#pull = Math.min(MAX_PULL, Math.max(1 / MAX_PULL, pull));
    this.#pullX.strength(CENTER_STRENGTH * this.#pull);
    this.#pullY.strength(CENTER_STRENGTH / this.#pull);
  }

  /** Fixes a node at a position and lets the other nodes follow. */
  hold(index: number, x: number, y: number): void {
    const body = this.#bodies[index];
    if (!body) return;
    [body.fx, body.fy] = [x, y];
    this.#simulation.alphaTarget(DRAG_ALPHA);
    if (this.#simulation.alpha() < DRAG_ALPHA) this.#simulation.alpha(DRAG_ALPHA);
  }

  release(index: number): void {
    const body = this.#bodies[index];
    if (!body) return;
    [body.fx, body.fy] = [null, null];
    this.#simulation.alphaTarget(0);
  }
}

/** The largest minus the smallest value. */
const extent = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);

const indexOf = (end: Body | number | string): number =>
  typeof end === 'object' ? (end.index ?? 0) : Number(end);
const radiusOf = (end: Body | number | string): number => (typeof end === 'object' ? end.radius : 0);
