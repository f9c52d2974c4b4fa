import { badgeAt, placeBadges } from '../drawing/badges.ts';
import { nodeColors, type Coloring } from '../drawing/colors.ts';
import { edgeAt } from '../drawing/edgeAt.ts';
import type { Palette } from '../drawing/palette.ts';
import type { Camera, Highlight, Scene } from '../drawing/scene.ts';
import type { VisiblePart } from '../filterPicture.ts';
import { OTHERS } from '../groups.ts';
import {
  isEdge,
  itemOf,
  keyOf,
  otherEnd,
  type Picture,
  type PictureItem,
  type PictureNode,
} from '../picture.ts';
import type { Selectable } from './listenToKeys.ts';
import { NodeFinder } from './nodeFinder.ts';
import { sortByImportance } from './sortByImportance.ts';
import type { Size } from './view.ts';

/** The node or edge at a point of the canvas, and whether the point is on the badge of the node. */
export interface Hit {
  item: PictureItem;
  isBadge: boolean;
}

/** The colors of the picture, and the highlighted groups. A group is given by the index of its color (see `Group`). */
export interface Look {
  palette: Palette;
  coloring: Coloring;
  /** The group that the user has chosen in the legend. */
  group: number | undefined;
  /** The group under the pointer in the legend. */
  previewedGroup: number | undefined;
}

/** The picture, its visible part, and the node or edge that the user has selected or points at. */
export class SceneModel {
  hovered: PictureItem | undefined;
  active: PictureItem | undefined;
  dragged: PictureNode | undefined;
  isKeyboardFocus = false;
  visible: VisiblePart = { nodes: [], edges: [] };
  #picture: Picture | undefined;
  #nodesByImportance: readonly PictureNode[] = [];
  #badges: ReadonlyMap<PictureNode, string> = new Map();
  readonly #nodeFinder = new NodeFinder();
  #look: Look;
  #colorOf: (node: PictureNode) => string = () => '';

  constructor(palette: Palette) {
    this.#look = { palette, coloring: 'kind', group: undefined, previewedGroup: undefined };
  }

  get selectable(): Selectable {
    return { active: this.active, ...this.visible, first: this.#nodesByImportance[0] };
  }

  /** Shows another picture. The selected node or edge stays selected if the new picture also has it. */
  setPicture(picture: Picture): void {
    this.#picture = picture;
    this.hovered = undefined;
    this.active = this.active && itemOf(picture, keyOf(this.active));
    this.setLook({});
  }

  setLook(look: Partial<Look>): void {
    this.#look = { ...this.#look, ...look };
    const { coloring, palette } = this.#look;
    if (this.#picture) this.#colorOf = nodeColors(coloring, this.#picture, palette);
  }

  setVisible(visible: VisiblePart, badges: ReadonlyMap<PictureNode, string>): void {
    this.visible = visible;
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
    this.#nodeFinder.setNodes(this.visible.nodes);
  }

  drag(node: PictureNode, x: number, y: number): void {
    this.dragged = node;
    [node.x, node.y] = [x, y];
    this.#nodeFinder.setNodes(this.visible.nodes);
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
      edgeAt(this.visible.edges, point, scene.camera, tolerance);
    return item && { item, isBadge: item === badgeNode };
  }

  scene(camera: Camera, { width, height }: Size): Scene {
    return {
      visible: this.visible,
      camera,
      palette: this.#look.palette,
      colorOf: this.#colorOf,
      width,
      height,
      nodesByImportance: this.#nodesByImportance,
      columns: this.#picture?.columns ?? [],
      badges: this.#badges,
      active: this.active,
      highlight: this.#highlight(),
      isKeyboardFocus: this.isKeyboardFocus,
    };
  }

  /**
   * The part of the picture to highlight. If the pointer is on a node, an edge or a group in the legend, this is
   * highlighted instead of what the user has selected.
   */
  #highlight(): Highlight | undefined {
    const { group, previewedGroup } = this.#look;
    const pointed = this.dragged ?? this.hovered ?? previewedGroup ?? this.active ?? group;
    if (pointed === undefined) return undefined;
    return typeof pointed === 'number' ? this.#highlightGroup(pointed) : this.#highlightItem(pointed);
  }

  #highlightItem(item: PictureItem): Highlight {
    if (isEdge(item)) return { item, edges: new Set([item]), nodes: new Set([item.from, item.to]) };
    const edges = new Set(this.visible.edges.filter(({ from, to }) => from === item || to === item));
    return { item, edges, nodes: new Set([item, ...[...edges].map((edge) => otherEnd(edge, item))]) };
  }

  /** The visible nodes and edges of a group; undefined if no node of the group is visible. */
  #highlightGroup(color: number): Highlight | undefined {
    const colors = this.#picture?.groupColors;
    const isMember = ({ entity }: PictureNode): boolean => (colors?.get(entity.id) ?? OTHERS) === color;
    const nodes = this.visible.nodes.filter(isMember);
    const edges = this.visible.edges.filter(({ from, to }) => isMember(from) && isMember(to));
    return nodes.length > 0 ? { nodes: new Set(nodes), edges: new Set(edges) } : undefined;
  }
}
