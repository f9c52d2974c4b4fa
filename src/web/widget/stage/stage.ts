import { pointer } from 'd3-selection';
import { badgeAt, placedBadges } from '../drawing/badges.ts';
import { draw } from '../drawing/draw.ts';
import type { Palette } from '../drawing/palette.ts';
import type { Lit, Scene } from '../drawing/scene.ts';
import type { Shown } from '../filterPicture.ts';
import { Layout } from '../layout/layout.ts';
import { layoutGraph } from '../layout/layoutGraph.ts';
import { otherEnd, type Picture, type PicturedNode } from '../picture.ts';
import { CameraWork } from './cameraController.ts';
import { Clicks } from './clickDetector.ts';
import { listenToDragging } from './listenToDrags.ts';
import { Hits } from './nodeFinder.ts';
import { byImportance } from './sortByImportance.ts';
import { listenToKeys } from './listenToKeys.ts';

/** What the stage tells of what people do on it. */
export interface StageListener {
  /** Chose a node, by whatever means, or none. */
  chose(node: PicturedNode | undefined): void;
  opened(node: PicturedNode): void;
  expanded(node: PicturedNode): void;
  /** Turned the wheel to no effect, for the page has it until the picture is clicked. */
  turnedWheel(): void;
  /** The picture has come to rest. */
  rested(): void;
}

const empty: Shown = { nodes: [], edges: [] };

/** A canvas with a picture on it that people can move about in, by mouse, touch and keyboard. */
export class Stage {
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D | null;
  readonly #listener: StageListener;
  readonly #layout: Layout;
  readonly #cameraWork: CameraWork;
  readonly #resizing: ResizeObserver;
  readonly #calm = matchMedia('(prefers-reduced-motion: reduce)');
  #palette: Palette;
  #picture: Picture | undefined;
  #shown = empty;
  #ranked: readonly PicturedNode[] = [];
  #badges: ReadonlyMap<PicturedNode, string> = new Map();
  #hovered: PicturedNode | undefined;
  #active: PicturedNode | undefined;
  #held: PicturedNode | undefined;
  #byKeyboard = false;
  /** Whether the camera follows the layout: until someone moves it. */
  #follows = true;
  readonly #hits = new Hits();
  readonly #clicks: Clicks;
  #frame = 0;

  constructor(canvas: HTMLCanvasElement, palette: Palette, listener: StageListener) {
    this.#canvas = canvas;
    this.#context = canvas.getContext('2d');
    this.#palette = palette;
    this.#listener = listener;
    this.#layout = new Layout((news) => {
      this.#settle(news.positions, news.atRest);
    });
    listenToDragging(canvas, {
      nodeAt: (event) => this.#nodeAt(event),
      moved: (node, x, y) => this.#drag(node, x, y),
      ended: (node) => this.#drop(node),
    });
    this.#clicks = new Clicks(
      (node) => listener.opened(node),
      (node) => listener.expanded(node),
    );
    this.#cameraWork = new CameraWork(canvas, {
      moved: (byHand) => {
        if (byHand) this.#follows = false;
        this.redraw();
      },
      takesWheel: (event) => {
        const takes = event.ctrlKey || event.metaKey || isFocused(canvas) || !pageScrolls();
        if (!takes) listener.turnedWheel();
        return takes;
      },
    });
    this.#resizing = new ResizeObserver(() => {
      if (this.#follows) this.#cameraWork.fit(this.#shown.nodes, true);
      this.redraw();
    });
    this.#resizing.observe(canvas);
    canvas.addEventListener('pointermove', this.#hover);
    canvas.addEventListener('pointerleave', this.#leave);
    canvas.addEventListener('click', this.#click);
    listenToKeys(canvas, {
      choosable: () => ({ active: this.#active, nodes: this.#shown.nodes, first: this.#ranked[0] }),
      choose: (node) => this.choose(node, node !== undefined),
      opened: (node) => listener.opened(node),
      expanded: (node) => listener.expanded(node),
      zoomBy: (factor) => this.zoomBy(factor),
      fit: () => this.fit(),
    });
  }

  get active(): PicturedNode | undefined {
    return this.#active;
  }

  /**
   * Shows a picture.
   *
   * @param isNew false where it is the former one with more in it, of which all else keeps its place
   */
  show(picture: Picture, shown: Shown, badges: ReadonlyMap<PicturedNode, string>, isNew: boolean): void {
    this.#hovered = undefined;
    this.#active = this.#active && picture.byId.get(this.#active.entity.id);
    if (isNew) {
      this.#active = undefined;
      this.#follows = true;
    }
    this.#picture = picture;
    this.filter(shown, badges);
    this.#layout.start(layoutGraph(picture, isNew ? 1 : 0.35, this.#aspect()));
    if (isNew) this.#cameraWork.fit(shown.nodes, true);
  }

  /** Shows another part of the picture. */
  filter(shown: Shown, badges: ReadonlyMap<PicturedNode, string>): void {
    this.#shown = shown;
    this.#badges = badges;
    this.#hits.renew(this.#shown.nodes);
    this.#ranked = byImportance(shown);
    if (this.#active && !shown.nodes.includes(this.#active)) this.choose(undefined);
    this.redraw();
  }

  recolor(palette: Palette): void {
    this.#palette = palette;
    this.redraw();
  }

  /** Chooses a node, as a click does. */
  choose(node: PicturedNode | undefined, byKeyboard = false): void {
    this.#byKeyboard = byKeyboard;
    if (node && byKeyboard) this.#cameraWork.reveal(node, this.#calm.matches);
    if (node !== this.#active) {
      this.#active = node;
      this.#listener.chose(node);
    }
    this.redraw();
  }

  fit(): void {
    this.#follows = true;
    this.#cameraWork.fit(this.#shown.nodes, this.#calm.matches);
  }

  zoomBy(factor: number): void {
    this.#follows = false;
    this.#cameraWork.zoomBy(factor, this.#calm.matches);
  }

  /** Draws before the screen shows its next frame, however often it is asked for until then. */
  redraw(): void {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
    });
  }

  end(): void {
    cancelAnimationFrame(this.#frame);
    this.#clicks.forget();
    this.#layout.end();
    this.#cameraWork.end();
    this.#resizing.disconnect();
  }

  /** Within what a picture can make good use of. */
  #aspect(): number {
    const { clientWidth: width, clientHeight: height } = this.#canvas;
    return height > 0 ? Math.min(2.2, Math.max(0.6, width / height)) : 1;
  }

  #draw(): void {
    const context = this.#context;
    const { clientWidth: width, clientHeight: height } = this.#canvas;
    if (!context || width === 0 || height === 0) return;
    const [across, down] = [Math.round(width * devicePixelRatio), Math.round(height * devicePixelRatio)];
    if (this.#canvas.width !== across || this.#canvas.height !== down)
      [this.#canvas.width, this.#canvas.height] = [across, down];
    context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    draw(context, this.#scene());
  }

  #scene(): Scene {
    return {
      shown: this.#shown,
      camera: this.#cameraWork.camera,
      palette: this.#palette,
      width: this.#canvas.clientWidth,
      height: this.#canvas.clientHeight,
      ranked: this.#ranked,
      badges: this.#badges,
      active: this.#active,
      lit: this.#lit(this.#held ?? this.#hovered ?? this.#active),
      keyboard: this.#byKeyboard,
    };
  }

  #lit(node: PicturedNode | undefined): Lit | undefined {
    if (!node) return undefined;
    const edges = new Set(this.#shown.edges.filter(({ from, to }) => from === node || to === node));
    return { node, edges, neighbors: new Set([...edges].map((edge) => otherEnd(edge, node))) };
  }

  #settle(positions: Float32Array, atRest: boolean): void {
    if (this.#calm.matches && !atRest && !this.#held) return;
    for (const node of this.#picture?.nodes ?? []) {
      if (node === this.#held) continue; // it is where the hand is
      node.x = positions[2 * node.index] ?? 0;
      node.y = positions[2 * node.index + 1] ?? 0;
    }
    this.#hits.renew(this.#shown.nodes);
    if (this.#follows) this.#cameraWork.fit(this.#shown.nodes, true);
    if (atRest) this.#listener.rested();
    this.redraw();
  }

  #nodeAt(event: Event): PicturedNode | undefined {
    const [x, y] = pointer(event, this.#canvas);
    const { camera } = this.#cameraWork;
    if (this.#context) {
      const badges = placedBadges(this.#context, this.#scene());
      const node = badgeAt(badges, x, y);
      if (node) return node;
    }
    const isTouch = 'pointerType' in event && event.pointerType === 'touch';
    return this.#hits.at(x, y, camera, isTouch ? 10 : 3);
  }

  #drag(node: PicturedNode, x: number, y: number): void {
    const { camera } = this.#cameraWork;
    this.#follows = false;
    this.#held = node;
    [node.x, node.y] = [(x - camera.x) / camera.k, (y - camera.y) / camera.k];
    this.#hits.renew(this.#shown.nodes);
    this.#layout.hold(node.index, node.x, node.y);
    this.redraw();
  }

  #drop(node: PicturedNode): void {
    if (this.#held) this.#layout.release(node.index);
    this.#held = undefined;
    this.redraw();
  }

  readonly #hover = (event: PointerEvent): void => {
    if (event.buttons !== 0 || event.pointerType === 'touch') return;
    const node = this.#nodeAt(event);
    this.#canvas.style.cursor = node ? 'pointer' : 'grab';
    if (node === this.#hovered) return;
    this.#hovered = node;
    this.redraw();
  };

  readonly #leave = (): void => {
    this.#hovered = undefined;
    this.redraw();
  };

  readonly #click = (event: MouseEvent): void => {
    const node = this.#nodeAt(event);
    this.choose(node);
    this.#clicks.click(node);
  };
}

const isFocused = (canvas: HTMLCanvasElement): boolean => {
  const root = canvas.getRootNode();
  return (root instanceof ShadowRoot || root instanceof Document) && root.activeElement === canvas;
};

const pageScrolls = (): boolean => {
  const page = document.scrollingElement;
  return page !== null && page.scrollHeight > page.clientHeight;
};
