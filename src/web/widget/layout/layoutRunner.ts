import { LayoutSimulation, type LayoutGraph } from './layoutSimulation.ts';

/** A command to the layout. `hold` fixes a node at a position, `release` lets it move again. */
export type LayoutCommand =
  | { command: 'start'; runId: number; graph: LayoutGraph }
  | { command: 'hold'; index: number; x: number; y: number }
  | { command: 'release'; index: number };

/** A message from the layout: the new positions of the nodes. */
export interface LayoutUpdate {
  /** The `runId` of the `start` command that the message belongs to. */
  runId: number;
  /** The positions of all nodes: x and y of the first node, then of the second node, and so on. */
  positions: Float32Array<ArrayBuffer>;
  atRest: boolean;
}

/** Time between two messages, in milliseconds: about 40 frames a second. */
const TURN_MILLISECONDS = 24;
/**
 * Pause between two steps while a node is held, in milliseconds: one frame, because more steps would not be visible.
 */
const REST_MILLISECONDS = 16;

/**
 * Creates a function that carries out layout commands, a few milliseconds at a time. It runs in a worker, or in the
 * page if the page does not allow workers.
 */
export const createLayoutRunner = (
  onUpdate: (update: LayoutUpdate) => void,
): ((command: LayoutCommand) => void) => {
  let simulation: LayoutSimulation | undefined;
  let runId = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const runTurn = (): void => {
    timer = undefined;
    if (!simulation) return;
    const start = performance.now();
    let isMoving: boolean;
    do isMoving = simulation.step();
    while (isMoving && !simulation.isHeld && performance.now() - start < TURN_MILLISECONDS);
    onUpdate({ runId, positions: simulation.positions(), atRest: !isMoving });
    if (isMoving) schedule(simulation.isHeld ? REST_MILLISECONDS : 0);
  };
  const schedule = (milliseconds = 0): void => {
    timer ??= setTimeout(runTurn, milliseconds);
  };

  return (command) => {
    if (command.command === 'start') {
      simulation = new LayoutSimulation(command.graph);
      runId = command.runId;
    } else if (command.command === 'hold') simulation?.hold(command.index, command.x, command.y);
    else simulation?.release(command.index);
    schedule();
  };
};
