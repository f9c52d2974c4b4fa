import type { NodeRange } from './adjacency.ts';
import { NearestNodes } from './nearestNodes.ts';
import type { CorridorQueues } from './pathCorridor.ts';
import { StepLayers } from './stepLayers.ts';

/**
 * Arrays in which a search marks nodes. They have an element for each node of the graph, so they are used for many
 * searches.
 */
export class PathScratch {
  readonly forward: StepLayers;
  readonly backward: StepLayers;
  readonly corridor: CorridorQueues;

  constructor(nodes: NodeRange) {
    this.corridor = {
      fromStart: new NearestNodes(nodes),
      fromTarget: new NearestNodes(nodes),
      between: new NearestNodes(nodes),
    };
    this.forward = new StepLayers(nodes);
    this.backward = new StepLayers(nodes);
  }

  clear(): void {
    this.forward.clear();
    this.backward.clear();
    this.corridor.fromStart.clear();
    this.corridor.fromTarget.clear();
    this.corridor.between.clear();
  }
}
