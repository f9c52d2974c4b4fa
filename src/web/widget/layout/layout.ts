import LayoutWorker from './layout.worker.ts?worker&inline';
import { runningLayout, type LayoutNews, type LayoutOrder } from './layoutRunner.ts';
import type { LayoutGraph } from './layoutSimulation.ts';

/**
 * Lays a picture out in a worker. Where the page that embeds the picture forbids workers, it is laid out in the page,
 * a few milliseconds at a time.
 */
export class Layout {
  readonly #tell: (news: LayoutNews) => void;
  readonly #worker: Worker | undefined;
  #follow: (order: LayoutOrder) => void;
  #run = 0;
  #last: LayoutOrder | undefined;

  constructor(tell: (news: LayoutNews) => void) {
    this.#tell = (news) => {
      if (news.run === this.#run) tell(news); // else it is about a picture that is gone
    };
    const worker = workerIfAllowed();
    this.#worker = worker;
    this.#follow = worker ? (order) => worker.postMessage(order) : runningLayout(this.#tell);
    worker?.addEventListener('message', ({ data }: MessageEvent<LayoutNews>) => {
      this.#tell(data);
    });
    worker?.addEventListener('error', () => this.#goOnWithout(worker), { once: true });
  }

  start(graph: LayoutGraph): void {
    this.#run += 1;
    this.#last = { order: 'lay out', run: this.#run, graph };
    this.#follow(this.#last);
  }

  /** Holds a node at a place, by its place in the graph. */
  hold(index: number, x: number, y: number): void {
    this.#follow({ order: 'hold', index, x, y });
  }

  release(index: number): void {
    this.#follow({ order: 'release', index });
  }

  /** Nothing is told any more. */
  end(): void {
    this.#run = -1;
    this.#worker?.terminate();
  }

  #goOnWithout(worker: Worker): void {
    worker.terminate();
    this.#follow = runningLayout(this.#tell);
    if (this.#last && this.#run > 0) this.#follow(this.#last);
  }
}

const workerIfAllowed = (): Worker | undefined => {
  try {
    return new LayoutWorker();
  } catch {
    return undefined;
  }
};
