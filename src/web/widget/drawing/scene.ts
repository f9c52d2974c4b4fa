import type { VisiblePart } from '../filterPicture.ts';
import type { PictureEdge, PictureItem, PictureNode } from '../picture.ts';
import type { Column } from '../slice.ts';
import type { Palette } from './palette.ts';

/** Maps the picture to the screen: position on the screen = k × position in the picture + (x, y). */
export interface Camera {
  k: number;
  x: number;
  y: number;
}

/** Everything that is needed to draw the picture once. */
export interface Scene {
  visible: VisiblePart;
  camera: Camera;
  palette: Palette;
  /** Width and height of the canvas in CSS pixels. */
  width: number;
  height: number;
  /** The visible nodes, the most important first. */
  nodesByImportance: readonly PictureNode[];
  /** Vertical lines behind the nodes. */
  columns: readonly Column[];
  /** Texts such as "+37", for nodes with omitted neighbors. */
  badges: ReadonlyMap<PictureNode, string>;
  colorOf: (node: PictureNode) => string;
  /** The selected node or edge. */
  active: PictureItem | undefined;
  /** If set, all other nodes and edges are drawn dimmed. */
  highlight: Highlight | undefined;
  /** Whether the active node was selected by the keyboard and needs a stronger ring. */
  isKeyboardFocus: boolean;
}

/** The highlighted part of the picture: a node with its neighbors, an edge with its ends, or a group. */
export interface Highlight {
  /** The highlighted node or edge; undefined if a group is highlighted. */
  item?: PictureItem;
  /** A node with its neighbors, the two ends of an edge, or the members of a group. */
  nodes: ReadonlySet<PictureNode>;
  edges: ReadonlySet<PictureEdge>;
}

/**
 * The radius of a node on the screen, in CSS pixels. Nodes grow more slowly than the picture, so that zooming in
 * separates nodes that overlap.
 */
export const radiusOnScreen = (node: PictureNode, { k }: Camera): number =>
  node.radius * Math.min(2.2, Math.max(0.45, Math.sqrt(k)));

export const xOnScreen = ({ x }: { x: number }, camera: Camera): number => camera.k * x + camera.x;
export const yOnScreen = ({ y }: { y: number }, camera: Camera): number => camera.k * y + camera.y;

/** The opacity of nodes and edges that are not highlighted. */
export const DIMMED_ALPHA = 0.22;

export const isHighlighted = (node: PictureNode, highlight: Highlight | undefined): boolean =>
  !highlight || highlight.nodes.has(node);
