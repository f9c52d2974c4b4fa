import { badgeAt, placeBadges } from '../drawing/badges.ts';
import { nodeColors, type Coloring } from '../drawing/colors.ts';
import { edgeAt } from '../drawing/edgeAt.ts';
import type { Palette } from '../drawing/palette.ts';
import type { Camera, Highlight, Scene } from '../drawing/scene.ts';
import type { VisiblePart } from '../filterPicture.ts';
import {
  isEdge,
  itemOf,
  keyOf,
  otherEnd,
  type Picture,
  type PictureEdge,
  type PictureItem,
  type PictureNode,
} from '../picture.ts';
import { NodeFinder } from './nodeFinder.ts';
import { sortByImportance } from './sortByImportance.ts';

interface Size {
  width: number;
  height: number;
}

/** The node or edge at a point of the canvas, and whether the point is on the badge of the node. */
export interface Hit {
  item: PictureItem;
  isBadge: boolean;
}

/** The picture, its visible part, and the node or edge that the user has selected or points at. */
export class SceneModel {
  hovered: PictureItem | undefined;
  active: PictureItem | undefined;
  dragged: PictureNode | undefined;
  isKeyboardFocus = false;
  #picture: Picture | undefined;
  #visible: VisiblePart = { nodes: [], edges: [] };
  #nodesByImportance: readonly PictureNode[] = [];
  #badges: ReadonlyMap<PictureNode, string> = new Map();
  readonly #nodeFinder = new NodeFinder();
  #palette: Palette;
  #coloring: Coloring = 'kind';
  #colorOf: (node: PictureNode) => string = () => '';

  constructor(palette: Palette) {
    this.#palette = palette;
  }

  get visibleNodes(): readonly PictureNode[] {
    return this.#visible.nodes;
  }

  get visibleEdges(): readonly PictureEdge[] {
    return this.#visible.edges;
  }

  get coloring(): Coloring {
    return this.#coloring;
  }

  get palette(): Palette {
    return this.#palette;
  }

  get mostImportantNode(): PictureNode | undefined {
    return this.#nodesByImportance[0];
  }

  /** Keeps the selection if the new picture has it too. */
  setPicture(picture: Picture): void {
    this.#picture = picture;
    this.hovered = undefined;
    this.active = this.active && itemOf(picture, keyOf(this.active));
    this.setColors(this.#palette, this.#coloring);
  }

  setColors(palette: Palette, coloring: Coloring): void {
    this.#palette = palette;
    this.#coloring = coloring;
    if (this.#picture) this.#colorOf = nodeColors(coloring, this.#picture, palette);
  }

  setVisible(visible: VisiblePart, badges: ReadonlyMap<PictureNode, string>): void {
    this.#visible = visible;
    this.#badges = badges;
    this.#nodesByImportance = sortByImportance(visible);
    this.#nodeFinder.setNodes(visible.nodes);
  }

  /** Moves all nodes but the dragged one. @param positions x and y of each node */
  setPositions(positions: Float32Array): void {
    for (const node of this.#picture?.nodes ?? []) {
      if (node === this.dragged) continue;
      node.x = positions[2 * node.index] ?? 0;
      node.y = positions[2 * node.index + 1] ?? 0;
    }
    this.#nodeFinder.setNodes(this.#visible.nodes);
  }

  drag(node: PictureNode, x: number, y: number): void {
    this.dragged = node;
    [node.x, node.y] = [x, y];
    this.#nodeFinder.setNodes(this.#visible.nodes);
  }

  /** The node whose badge or shape is at a point of the canvas; otherwise the edge there. */
  hitAt(
    point: [x: number, y: number],
    scene: Scene,
    context: CanvasRenderingContext2D | null,
    tolerance: number,
  ): Hit | undefined {
    const badgeNode = context && badgeAt(placeBadges(context, scene), ...point);
    const item =
      badgeNode ??
      this.#nodeFinder.at(...point, scene.camera, tolerance) ??
      edgeAt(this.#visible.edges, point, scene.camera, tolerance);
    return item && { item, isBadge: item === badgeNode };
  }

  scene(camera: Camera, { width, height }: Size): Scene {
    return {
      visible: this.#visible,
      camera,
      palette: this.#palette,
      colorOf: this.#colorOf,
      width,
      height,
      nodesByImportance: this.#nodesByImportance,
      columns: this.#picture?.columns ?? [],
      badges: this.#badges,
      active: this.active,
      highlight: this.#highlight(this.dragged ?? this.hovered ?? this.active),
      isKeyboardFocus: this.isKeyboardFocus,
    };
  }

  #highlight(item: PictureItem | undefined): Highlight | undefined {
    if (!item) return undefined;
    if (isEdge(item)) return { item, edges: new Set([item]), nodes: new Set([item.from, item.to]) };
    const edges = new Set(this.#visible.edges.filter(({ from, to }) => from === item || to === item));
    return { item, edges, nodes: new Set([item, ...[...edges].map((edge) => otherEnd(edge, item))]) };
  }
}
