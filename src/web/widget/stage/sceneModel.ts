import { badgeAt, placeBadges } from '../drawing/badges.ts';
import type { Palette } from '../drawing/palette.ts';
import type { Camera, Highlight, Scene } from '../drawing/scene.ts';
import type { VisiblePart } from '../filterPicture.ts';
import { otherEnd, type Picture, type PictureNode } from '../picture.ts';
import { NodeFinder } from './nodeFinder.ts';
import { sortByImportance } from './sortByImportance.ts';

interface Size {
  width: number;
  height: number;
}

/** The node at a point of the canvas, and whether the point is on its badge. */
export interface Hit {
  node: PictureNode;
  isBadge: boolean;
}

/** The picture, the part of it that is visible, and the nodes that the user points at. */
export class SceneModel {
  palette: Palette;
  hovered: PictureNode | undefined;
  active: PictureNode | undefined;
  dragged: PictureNode | undefined;
  isKeyboardFocus = false;
  #picture: Picture | undefined;
  #visible: VisiblePart = { nodes: [], edges: [] };
  #nodesByImportance: readonly PictureNode[] = [];
  #badges: ReadonlyMap<PictureNode, string> = new Map();
  readonly #nodeFinder = new NodeFinder();

  constructor(palette: Palette) {
    this.palette = palette;
  }

  get visibleNodes(): readonly PictureNode[] {
    return this.#visible.nodes;
  }

  get mostImportantNode(): PictureNode | undefined {
    return this.#nodesByImportance[0];
  }

  /** Keeps the selected node if the new picture has it too. */
  setPicture(picture: Picture): void {
    this.#picture = picture;
    this.hovered = undefined;
    this.active = this.active && picture.byId.get(this.active.entity.id);
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

  /** The node whose badge or shape is at a point of the canvas. */
  hitAt(
    [x, y]: [number, number],
    scene: Scene,
    context: CanvasRenderingContext2D | null,
    tolerance: number,
  ): Hit | undefined {
    const badgeNode = context && badgeAt(placeBadges(context, scene), x, y);
    const node = badgeNode ?? this.#nodeFinder.at(x, y, scene.camera, tolerance);
    return node && { node, isBadge: node === badgeNode };
  }

  scene(camera: Camera, { width, height }: Size): Scene {
    return {
      visible: this.#visible,
      camera,
      palette: this.palette,
      width,
      height,
      nodesByImportance: this.#nodesByImportance,
      badges: this.#badges,
      active: this.active,
      highlight: this.#highlight(this.dragged ?? this.hovered ?? this.active),
      isKeyboardFocus: this.isKeyboardFocus,
    };
  }

  #highlight(node: PictureNode | undefined): Highlight | undefined {
    if (!node) return undefined;
    const edges = new Set(this.#visible.edges.filter(({ from, to }) => from === node || to === node));
    return { node, edges, neighbors: new Set([...edges].map((edge) => otherEnd(edge, node))) };
  }
}
