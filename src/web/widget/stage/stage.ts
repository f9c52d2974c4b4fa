import { pointer } from 'd3-selection';
import type { Coloring } from '../drawing/colors.ts';
import type { Palette } from '../drawing/palette.ts';
import type { Scene } from '../drawing/scene.ts';
import type { VisiblePart } from '../filterPicture.ts';
import { Layout } from '../layout/layout.ts';
import { layoutGraph } from '../layout/layoutGraph.ts';
import type { LayoutUpdate } from '../layout/layoutRunner.ts';
import { isEdge, type Picture, type PictureItem, type PictureNode } from '../picture.ts';
import { CameraController } from './cameraController.ts';
import { CanvasRenderer } from './canvasRenderer.ts';
import { listenToDrags } from './listenToDrags.ts';
import { listenToKeys } from './listenToKeys.ts';
import { DOUBLE_CLICK_MILLISECONDS, listenToPointer } from './listenToPointer.ts';
import { SceneModel, type Hit } from './sceneModel.ts';
import { followFocus, isEngaged, wheelZooms } from './engagement.ts';

export interface StageListener {
  /** Called when a node or edge was selected, or when the selection was cleared. */
  onSelect(item: PictureItem | undefined): void;
  /** @param point x and y of the pointer in the canvas */
  onHover(item: PictureItem | undefined, point: readonly [x: number, y: number]): void;
  onOpen(node: PictureNode): void;
  onExpand(node: PictureNode): void;
  onHide(node: PictureNode): void;
  /** Called when the user asks for the list of keyboard keys. */
  onHelp(): void;
  /** The width at the right and the height at the bottom of the canvas that other elements cover, in CSS pixels. */
  coveredSpace(): { right: number; bottom: number };
  /** Called when the wheel scrolled the page instead of zooming the picture. */
  onWheelIgnored(): void;
  /** Called when the layout has stopped moving nodes. */
  onSettle(): void;
}

/**
 * How the picture has changed: a new picture, the previous one with more nodes, or one that was shown before: after an
 * undone expansion, or after the element was moved within the page.
 */
export type PictureChange = 'new' | 'expanded' | 'restored';

/** The initial temperature of the layout, 0–1: how far nodes may move. */
const layoutHeat: Readonly<Record<PictureChange, number>> = { new: 1, expanded: 0.35, restored: 0.02 };
/** The distance outside a node at which a pointer still hits the node, in CSS pixels. */
const TOUCH_TOLERANCE = 10;
const MOUSE_TOLERANCE = 3;

/** A canvas with a picture, controlled by mouse, touch and keyboard. */
export class Stage {
  readonly #canvas: HTMLCanvasElement;
  readonly #listener: StageListener;
  readonly #model: SceneModel;
  readonly #layout = new Layout((update) => this.#moveNodes(update));
  readonly #camera: CameraController;
  readonly #renderer: CanvasRenderer;
  readonly #resizeObserver: ResizeObserver;
  readonly #reducedMotion = matchMedia('(prefers-reduced-motion: reduce)');
  /** Whether the camera follows the layout. False after the user has moved the camera. */
  #isFollowing = true;
  /** The number of nodes that were visible when the picture was fitted. */
  #fittedCount = 0;
  #revealTimer = 0;

  constructor(canvas: HTMLCanvasElement, palette: Palette, listener: StageListener) {
    this.#canvas = canvas;
    this.#listener = listener;
    this.#model = new SceneModel(palette);
    this.#renderer = new CanvasRenderer(canvas, () => this.scene());
    this.#listenToDrags(); // must be called before #createCamera, whose listener would otherwise move the whole picture
    followFocus(canvas);
    this.#camera = this.#createCamera();
    this.#listenToKeys();
    listenToPointer(canvas, {
      hitAt: (event) => this.#hitAt(event),
      hover: (item, point) => this.#hover(item, point),
      select: (item) => this.select(item),
      expand: (node) => listener.onExpand(node),
    });
    this.#resizeObserver = new ResizeObserver(() => {
      if (this.#isFollowing) this.#fit(true);
      this.#renderer.redraw();
    });
    this.#resizeObserver.observe(canvas);
  }

  get active(): PictureItem | undefined {
    return this.#model.active;
  }

  show(
    picture: Picture,
    visible: VisiblePart,
    badges: ReadonlyMap<PictureNode, string>,
    change: PictureChange,
  ): void {
    if (change === 'new') {
      this.#isFollowing = true;
      this.#model.active = undefined;
    }
    this.#model.setPicture(picture);
    this.setVisible(visible, badges);
    if (this.#isFollowing) this.#fit(true);
    if (picture.isPlaced) this.#listener.onSettle();
    else this.#layout.start(layoutGraph(picture, layoutHeat[change], this.#camera.aspect));
  }

  /** Shows another part of the picture. If it has less than half of the nodes or more than twice as many, it is fitted. */
  setVisible(visible: VisiblePart, badges: ReadonlyMap<PictureNode, string>): void {
    this.#model.setVisible(visible, badges);
    const ratio = visible.nodes.length / this.#fittedCount;
    if (ratio < 0.5 || ratio > 2) this.fit();
    const { active } = this;
    if (active && !(isEdge(active) ? visible.edges.includes(active) : visible.nodes.includes(active)))
      this.select(undefined);
    this.#renderer.redraw();
  }

  setPalette(palette: Palette): void {
    this.#model.setColors(palette, this.#model.coloring);
    this.#renderer.redraw();
  }

  setColoring(coloring: Coloring): void {
    this.#model.setColors(this.#model.palette, coloring);
    this.#renderer.redraw();
  }

  select(item: PictureItem | undefined, byKeyboard = false): void {
    this.#model.isKeyboardFocus = byKeyboard;
    clearTimeout(this.#revealTimer);
    // The picture must not move between the clicks of a double click.
    if (item)
      this.#revealTimer = window.setTimeout(
        () => this.#reveal(item),
        byKeyboard ? 0 : DOUBLE_CLICK_MILLISECONDS,
      );
    else this.#camera.restore(this.#reducedMotion.matches);
    if (item !== this.active) {
      this.#model.active = item;
      this.#listener.onSelect(item);
    }
    this.#renderer.redraw();
  }

  /** The current frame, in CSS pixels of the canvas. */
  scene(): Scene {
    const { clientWidth: width, clientHeight: height } = this.#canvas;
    return this.#model.scene(this.#camera.camera, { width, height });
  }

  fit(): void {
    this.#isFollowing = true;
    this.#fit(this.#reducedMotion.matches);
  }

  #fit(isInstant: boolean): void {
    this.#fittedCount = this.#model.visibleNodes.length;
    this.#camera.fit(this.#model.visibleNodes, isInstant);
  }

  zoomBy(factor: number): void {
    this.#isFollowing = false;
    this.#camera.zoomBy(factor, this.#reducedMotion.matches);
  }

  destroy(): void {
    clearTimeout(this.#revealTimer);
    this.#layout.destroy();
    this.#camera.destroy();
    this.#renderer.destroy();
    this.#resizeObserver.disconnect();
  }

  #createCamera(): CameraController {
    return new CameraController(this.#canvas, {
      onMove: (byUser) => {
        if (byUser) this.#isFollowing = false;
        this.#renderer.redraw();
      },
      acceptsWheel: (event) => {
        const zooms = wheelZooms(event, this.#canvas);
        if (!zooms) this.#listener.onWheelIgnored();
        return zooms;
      },
      acceptsTouch: (event) => event.touches.length > 1 || isEngaged(this.#canvas),
    });
  }

  #listenToKeys(): void {
    listenToKeys(this.#canvas, {
      selectable: () => ({
        active: this.active,
        nodes: this.#model.visibleNodes,
        edges: this.#model.visibleEdges,
        first: this.#model.mostImportantNode,
      }),
      select: (item) => this.select(item, item !== undefined),
      open: (node) => this.#listener.onOpen(node),
      expand: (node) => this.#listener.onExpand(node),
      hide: (node) => this.#listener.onHide(node),
      help: () => this.#listener.onHelp(),
      zoomBy: (factor) => this.zoomBy(factor),
      fit: () => this.fit(),
    });
  }

  #listenToDrags(): void {
    listenToDrags(this.#canvas, {
      nodeAt: (event) => {
        const item = this.#hitAt(event)?.item;
        return item && !isEdge(item) ? item : undefined;
      },
      onDrag: (node, x, y) => {
        const { camera } = this.#camera;
        this.#isFollowing = false;
        this.#model.drag(node, (x - camera.x) / camera.k, (y - camera.y) / camera.k);
        this.#layout.hold(node.index, node.x, node.y);
        this.#renderer.redraw();
      },
      onDrop: (node) => {
        if (this.#model.dragged) this.#layout.release(node.index);
        this.#model.dragged = undefined;
        this.#renderer.redraw();
      },
    });
  }

  #hitAt(event: Event): Hit | undefined {
    const isTouch = 'pointerType' in event && event.pointerType === 'touch';
    const tolerance = isTouch ? TOUCH_TOLERANCE : MOUSE_TOLERANCE;
    return this.#model.hitAt(pointer(event, this.#canvas), this.scene(), this.#renderer.context, tolerance);
  }

  #hover(item: PictureItem | undefined, point: readonly [x: number, y: number]): void {
    if (item === this.#model.hovered) return;
    this.#model.hovered = item;
    this.#listener.onHover(item, point);
    this.#renderer.redraw();
  }

  /** Moves the picture if the panel about the selected node covers this node. */
  #reveal(item: PictureItem): void {
    const covered = this.#listener.coveredSpace();
    this.#camera.reveal(isEdge(item) ? item.from : item, covered, this.#reducedMotion.matches);
  }

  #moveNodes({ positions, atRest }: LayoutUpdate): void {
    if (this.#reducedMotion.matches && !atRest && !this.#model.dragged) return;
    this.#model.setPositions(positions);
    if (this.#isFollowing) this.#fit(true);
    if (atRest) this.#listener.onSettle();
    this.#renderer.redraw();
  }
}
