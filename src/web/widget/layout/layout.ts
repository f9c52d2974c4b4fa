import LayoutWorker from './layout.worker.ts?worker&inline';
import { createLayoutRunner, type LayoutCommand, type LayoutUpdate } from './layoutRunner.ts';
import type { LayoutGraph } from './layoutSimulation.ts';

/** Lays out a picture in a worker, or in the page if its security policy does not allow workers. */
export class Layout {
  readonly #onUpdate: (update: LayoutUpdate) => void;
  readonly #worker: Worker | undefined;
  #send: (command: LayoutCommand) => void;
  #runId = 0;
  #startCommand: LayoutCommand | undefined;

  constructor(onUpdate: (update: LayoutUpdate) => void) {
    this.#onUpdate = (update) => {
      if (update.runId === this.#runId) onUpdate(update); // an update with another run id belongs to a previous picture
    };
    const worker = createWorker();
    this.#worker = worker;
    this.#send = worker ? (command) => worker.postMessage(command) : createLayoutRunner(this.#onUpdate);
    worker?.addEventListener('message', ({ data }: MessageEvent<LayoutUpdate>) => {
      this.#onUpdate(data);
    });
    worker?.addEventListener('error', () => this.#replaceWorker(worker), { once: true });
  }

  start(graph: LayoutGraph): void {
    this.#runId += 1;
    this.#startCommand = { command: 'start', runId: this.#runId, graph };
    this.#send(this.#startCommand);
  }

  /** Ends the updates of the current run, because a picture without automatic layout is shown. */
  stop(): void {
    this.#runId += 1;
    this.#startCommand = undefined;
  }

  /** Fixes a node at a position. @param index the node's index in the graph */
  hold(index: number, x: number, y: number): void {
    this.#send({ command: 'hold', index, x, y });
  }

  release(index: number): void {
    this.#send({ command: 'release', index });
  }

  /** Stops the worker; no more updates are reported. */
  destroy(): void {
    this.#runId = -1;
    this.#worker?.terminate();
  }

  #replaceWorker(worker: Worker): void {
    worker.terminate();
    this.#send = createLayoutRunner(this.#onUpdate);
    if (this.#startCommand && this.#runId > 0) this.#send(this.#startCommand);
  }
}

const createWorker = (): Worker | undefined => {
  try {
    return new LayoutWorker();
  } catch {
    return undefined;
  }
};
