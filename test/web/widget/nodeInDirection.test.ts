import { nodeInDirection } from '../../../src/web/widget/stage/nodeInDirection.ts';

describe('nodeInDirection', () => {
  const at = (x: number, y: number) => ({ x, y });
  const origin = at(0, 0);

  it('finds the nearest node in the direction of the key', () => {
    const nodes = [origin, at(50, 10), at(100, 0), at(-20, 5), at(3, 60)];
    expect(nodeInDirection(nodes, origin, 'ArrowRight')).toEqual(at(50, 10));
    expect(nodeInDirection(nodes, origin, 'ArrowLeft')).toEqual(at(-20, 5));
    expect(nodeInDirection(nodes, origin, 'ArrowDown')).toEqual(at(3, 60));
    expect(nodeInDirection(nodes, origin, 'ArrowUp')).toBeUndefined();
  });

  it('prefers a node straight ahead to a nearer node at the side', () => {
    expect(nodeInDirection([at(40, 40), at(60, 0)], origin, 'ArrowRight')).toEqual(at(60, 0));
  });
});
