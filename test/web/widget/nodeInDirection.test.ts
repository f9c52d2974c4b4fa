import { nodeInDirection, type ArrowKey } from '../../../src/web/widget/stage/nodeInDirection.ts';
import { RandomNumbers } from '../../support/bibliography/randomNumbers.ts';
import { testSeed } from '../../support/testSeed.ts';
import { drawnLayout, drawnPositions } from '../support/drawnLayout.ts';

const arrows: ArrowKey[] = ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp'];
const at = (x: number, y: number) => ({ x, y });

describe('nodeInDirection', () => {
  const origin = at(0, 0);

  it('finds the nearest node in the direction of the key', () => {
    const nodes = [origin, at(50, 10), at(100, 0), at(-20, 5), at(3, 60)];
    expect(nodeInDirection(nodes, origin, 'ArrowRight')).toEqual(at(50, 10));
    expect(nodeInDirection(nodes, origin, 'ArrowLeft')).toEqual(at(-20, 5));
    expect(nodeInDirection(nodes, origin, 'ArrowDown')).toEqual(at(3, 60));
  });

  it('prefers a node straight ahead to a nearer node at the side', () => {
    expect(nodeInDirection([origin, at(40, 40), at(60, 0)], origin, 'ArrowRight')).toEqual(at(60, 0));
  });

  it('goes on in reading order at the border, and from the last node to the first', () => {
    const [first, second, third] = [at(0, 0), at(100, 0), at(50, 100)];
    const nodes = [third, first, second];
    expect(nodeInDirection(nodes, second, 'ArrowRight')).toBe(third);
    expect(nodeInDirection(nodes, first, 'ArrowLeft')).toBe(third);
    expect(nodeInDirection(nodes, third, 'ArrowDown')).toBe(first);
    expect(nodeInDirection([first], first, 'ArrowUp')).toBeUndefined();
  });

  const grid = Array.from({ length: 48 }, (_, index) => at((index % 8) * 40, Math.floor(index / 8) * 30));
  const column = Array.from({ length: 12 }, (_, index) => at(0, index * 25));

  it('reaches every node from every node, in drawn graphs, a grid and a column', () => {
    const random = new RandomNumbers(testSeed());
    const drawn = [3, 10, 25, 60, 120].map((count) =>
      drawnPositions(drawnLayout(count, 0.6 + random.next(), random)),
    );
    for (const nodes of [...drawn, grid, column]) {
      for (const start of nodes) {
        const reached = new Set([start]);
        for (const node of reached)
          for (const arrow of arrows) {
            const next = nodeInDirection(nodes, node, arrow);
            if (next) reached.add(next);
          }
        expect(reached.size).toBe(nodes.length);
      }
    }
  });
});
