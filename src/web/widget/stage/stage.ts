import { pointer } from 'd3-selection';
import type { Palette } from '../drawing/palette.ts';
import type { Scene } from '../drawing/scene.ts';
import type { VisiblePart } from '../filterPicture.ts';
import { Layout } from '../layout/layout.ts';
import { layoutGraph, type PictureChange } from '../layout/layoutGraph.ts';
import type { LayoutUpdate } from '../layout/layoutRunner.ts';
import { isEdge, type Picture, type PictureItem, type PictureNode } from '../picture.ts';
import { CameraController } from './cameraController.ts';
import { CanvasRenderer } from './canvasRenderer.ts';
import { followFocus } from './engagement.ts';
import { listenToDrags } from './listenToDrags.ts';
import { listenToKeys } from './listenToKeys.ts';
import { listenToPointer } from './listenToPointer.ts';
import { prefersReducedMotion } from './prefersReducedMotion.ts';
import { SceneModel, type Hit, type Look } from './sceneModel.ts';
import type { StageListener } from './stageListener.ts';

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
  /** The number of visible nodes when the picture was last moved and zoomed so that all nodes were in sight. */
  #fittedCount = 0;
  /** Whether the picture has changed since the user selected something. */
  #hasChanged = false;

  constructor(canvas: HTMLCanvasElement, palette: Palette, listener: StageListener) {
    this.#canvas = canvas;
    this.#listener = listener;
    this.#model = new SceneModel(palette);
    this.#renderer = new CanvasRenderer(canvas, () => this.scene());
    // must run before the camera is created: otherwise, dragging a node would move the whole picture
    this.#listenToDrags();
    followFocus(canvas);
    this.#camera = new CameraController(canvas, {
      onMove: () => this.#renderer.redraw(),
      onWheelIgnored: () => listener.onWheelIgnored(),
    });
    this.#listenToKeys();
    listenToPointer(canvas, {
      hitAt: (event) => this.#hitAt(event),
      hover: (item, point) => this.#hover(item, point),
      // Unlike the method `select`, this does not move the picture, because a second click (of a double click) may
      // follow.
      select: (item) => this.#choose(item),
      expand: (node) => listener.onExpand(node),
    });
    this.#resizeObserver = new ResizeObserver(() => this.#resize());
    this.#resizeObserver.observe(canvas);
  }

  show(
    picture: Picture,
    visible: VisiblePart,
    badges: ReadonlyMap<PictureNode, string>,
    change: PictureChange,
  ): void {
    if (change === 'new') {
      this.#camera.isFollowing = true;
      this.#model.active = undefined;
    }
    this.#hasChanged = true;
    this.#model.setPicture(picture);
    this.setVisible(visible, badges);
    this.#follow();
    if (picture.isPlaced) {
      this.#layout.stop();
      this.#listener.onSettle();
    } else this.#layout.start(layoutGraph(picture, change, this.#camera.aspect));
  }

  /**
   * Shows another part of the picture. If the number of visible nodes has become less than half or more than twice as
   * large, moves and zooms so that all of them are in sight.
   */
  setVisible(visible: VisiblePart, badges: ReadonlyMap<PictureNode, string>): void {
    this.#model.setVisible(visible, badges);
    const ratio = visible.nodes.length / this.#fittedCount;
    if (ratio < 0.5 || ratio > 2) this.fit();
    const { active } = this.#model;
    if (active && !(isEdge(active) ? visible.edges.includes(active) : visible.nodes.includes(active)))
      this.select(undefined);
    this.#renderer.redraw();
  }

  /** Changes colors, or which group is highlighted. */
  setLook(look: Partial<Look>): void {
    this.#model.setLook(look);
    this.#renderer.redraw();
  }

  /** Selects a node or an edge, and moves the picture if this node or edge is not in sight. */
  select(item: PictureItem | undefined, byKeyboard = false): void {
    if (item === this.#model.active) return;
    this.#choose(item, byKeyboard);
    this.#revealActive();
  }

  /** What the canvas shows at the moment. Lengths are in CSS pixels of the canvas. */
  scene(): Scene {
    const { clientWidth: width, clientHeight: height } = this.#canvas;
    return this.#model.scene(this.#camera.camera, { width, height });
  }

  /** Moves and zooms so that all nodes are in sight, and keeps them in sight until the user moves the picture. */
  fit(): void {
    this.#camera.isFollowing = true;
    this.#follow(false);
  }

  zoomBy(factor: number): void {
    this.#camera.zoomBy(factor);
  }

  destroy(): void {
    this.#layout.destroy();
    this.#camera.destroy();
    this.#renderer.destroy();
    this.#resizeObserver.disconnect();
  }

  #choose(item: PictureItem | undefined, byKeyboard = false): void {
    this.#model.isKeyboardFocus = byKeyboard;
    if (!item) this.#camera.restore();
    if (item !== this.#model.active) {
      this.#model.active = item;
      this.#hasChanged = false;
      this.#listener.onSelect(item);
    }
    this.#renderer.redraw();
  }

  /** Moves and zooms so that all nodes are in sight. Does nothing after the user has moved the picture. */
  #follow(isInstant = true): void {
    if (!this.#camera.isFollowing) return;
    this.#fittedCount = this.#model.visible.nodes.length;
    this.#camera.fit(this.#model.visible.nodes, isInstant || prefersReducedMotion());
  }

  #revealActive(): void {
    const { active } = this.#model;
    if (active) this.#camera.reveal(isEdge(active) ? [active.from, active.to] : [active]);
  }

  /**
   * Adapts the view to the new size of the canvas. If a panel has made the canvas narrower, the picture stands still;
   * it moves only if the selected node or edge would be out of sight, or if an expansion has changed the picture.
   */
  #resize(): void {
    if (!this.#camera.resize()) return;
    if (this.#model.active && !this.#hasChanged) this.#revealActive();
    else this.#follow(false);
    // draws at once, because the browser would otherwise show the previous drawing stretched to the new size
    this.#renderer.draw();
  }

  #listenToKeys(): void {
    listenToKeys(this.#canvas, {
      selectable: () => this.#model.selectable,
      select: (item) => this.select(item, true),
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
      itemAt: (event) => this.#hitAt(event)?.item,
      onDrag: (node, x, y) => {
        const { camera } = this.#camera;
        this.#camera.isFollowing = false;
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

  #moveNodes({ positions, atRest }: LayoutUpdate): void {
    if (prefersReducedMotion() && !atRest && !this.#model.dragged) return;
    this.#model.setPositions(positions);
    this.#follow();
    if (atRest) this.#listener.onSettle();
    this.#renderer.redraw();
  }
}
