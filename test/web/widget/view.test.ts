import fc from 'fast-check';
import {
  cameraOf,
  fittedView,
  isInSight,
  revealingView,
  viewOf,
} from '../../../src/web/widget/stage/view.ts';

const coordinate = fc.integer({ min: -400, max: 400 });
const point = fc.record({ x: coordinate, y: coordinate });
const points = fc.array(point, { minLength: 1, maxLength: 20 });
const size = fc.record({
  width: fc.integer({ min: 120, max: 1_400 }),
  height: fc.integer({ min: 120, max: 900 }),
});
const view = fc.record({ k: fc.double({ min: 0.1, max: 6, noNaN: true }), x: coordinate, y: coordinate });

describe('the view of a picture', () => {
  it('has the same middle and scale on a canvas of another size', () => {
    fc.assert(
      fc.property(view, size, (one, canvas) => {
        const again = viewOf(cameraOf(one, canvas), canvas);
        for (const part of ['k', 'x', 'y'] as const) expect(again[part]).toBeCloseTo(one[part], 6);
      }),
    );
  });

  it('shows all nodes after it was fitted', () => {
    fc.assert(
      fc.property(points, size, (nodes, canvas) => {
        const camera = cameraOf(fittedView(nodes, canvas), canvas);
        for (const node of nodes) expect(isInSight(node, camera, canvas)).toBe(true);
      }),
    );
  });

  it('reveals all nodes, and keeps its scale if there is room for them', () => {
    fc.assert(
      fc.property(points, view, size, (nodes, before, canvas) => {
        const after = revealingView(nodes, before, canvas);
        const camera = cameraOf(after, canvas);
        for (const node of nodes) expect(isInSight(node, camera, canvas)).toBe(true);
        const extent = (values: number[]) => Math.max(...values) - Math.min(...values);
        const fits =
          extent(nodes.map(({ x }) => x)) * before.k <= 0.8 * canvas.width &&
          extent(nodes.map(({ y }) => y)) * before.k <= 0.8 * canvas.height;
        if (fits) expect(after.k).toBe(before.k);
      }),
    );
  });

  it('stays the same if the nodes are in its inner part, or if there is nothing to reveal', () => {
    const canvas = { width: 800, height: 500 };
    const before = { k: 1, x: 100, y: 50 };
    expect(revealingView([{ x: 400, y: 200 }], before, canvas)).toEqual(before);
    expect(revealingView([], before, canvas)).toEqual(before);
    expect(revealingView([{ x: 520, y: 50 }], before, canvas)).toEqual({ k: 1, x: 176, y: 50 });
  });
});
