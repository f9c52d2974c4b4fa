import { LayoutSimulation, type LayoutGraph } from './layoutSimulation.ts';

/** What a picture tells its layout. */
export type LayoutOrder =
  | { order: 'lay out'; run: number; graph: LayoutGraph }
  | { order: 'hold'; index: number; x: number; y: number }
  | { order: 'release'; index: number };

/** What a layout tells its picture. */
export interface LayoutNews {
  /** Which graph it is about: the number given with it. */
  run: number;
  /** x and y of each node. */
  positions: Float32Array<ArrayBuffer>;
  atRest: boolean;
}

/** How long to work before anything else gets a turn, in milliseconds: the picture moves at some 40 frames a second. */
const TURN = 24;
/** How long to rest between two steps while a node is held: as long as one frame, for nobody sees more steps. */
const REST = 16;

/**
 * Carries out orders turn by turn, wherever it runs: in a worker, or beside the page where there is none.
 *
 * @param tell takes the news of every turn
 */
export const runningLayout = (tell: (news: LayoutNews) => void): ((order: LayoutOrder) => void) => {
  let simulation: LayoutSimulation | undefined;
  let run = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const turn = (): void => {
    timer = undefined;
    if (!simulation) return;
    const began = performance.now();
    let moves: boolean;
    do moves = simulation.step();
    while (moves && !simulation.isHeld && performance.now() - began < TURN);
    tell({ run, positions: simulation.positions(), atRest: !moves });
    if (moves) wake(simulation.isHeld ? REST : 0);
  };
  const wake = (milliseconds = 0): void => {
    timer ??= setTimeout(turn, milliseconds);
  };

  return (order) => {
    if (order.order === 'lay out') {
      simulation = new LayoutSimulation(order.graph);
      run = order.run;
    } else if (order.order === 'hold') simulation?.hold(order.index, order.x, order.y);
    else simulation?.release(order.index);
    wake();
  };
};
