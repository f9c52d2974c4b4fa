import fc from 'fast-check';
import { placedLabels, type LabelWish } from '../../../src/web/widget/drawing/placeLabels.ts';

const size = { width: 800, height: 500 };
const wish = (x: number, y: number, more: Partial<LabelWish> = {}): LabelWish => ({
  x,
  y,
  radius: 10,
  width: 100,
  height: 15,
  covers: false,
  ...more,
});

describe('the places of labels', () => {
  it('are below their nodes where there is room', () => {
    expect(placedLabels([wish(400, 200)], [], size)).toEqual([{ index: 0, left: 350, top: 213 }]);
  });

  it('are above, to the right or to the left where there is none', () => {
    const below = { x: 400, y: 225, radius: 10 };
    const above = { x: 400, y: 175, radius: 10 };
    const right = { x: 430, y: 200, radius: 10 };
    const at = (nodes: (typeof below)[]) => placedLabels([wish(400, 200)], nodes, size)[0];
    expect(at([below])).toEqual({ index: 0, left: 350, top: 172 });
    expect(at([below, above])).toEqual({ index: 0, left: 413, top: 192.5 });
    expect(at([below, above, right])).toEqual({ index: 0, left: 287, top: 192.5 });
    expect(at([below, above, right, { x: 330, y: 200, radius: 20 }])).toBeUndefined();
  });

  it('go to the first where two want one', () => {
    const crowd = Array.from({ length: 6 }, () => wish(60, 40));
    expect(placedLabels(crowd, [], { width: 120, height: 80 }).map(({ index }) => index)).toEqual([0, 1]);
  });

  it('keep off what is blocked, whatever they may cover', () => {
    const everywhere = { left: 0, top: 0, right: 800, bottom: 500 };
    expect(placedLabels([wish(400, 200, { covers: true })], [], size, [everywhere])).toEqual([]);
  });

  it('never overlap, and lie inside the picture, whatever the nodes', () => {
    const wishes = fc.array(
      fc.record({
        x: fc.double({ min: -50, max: 850, noNaN: true }),
        y: fc.double({ min: -50, max: 550, noNaN: true }),
        radius: fc.integer({ min: 3, max: 40 }),
        width: fc.integer({ min: 5, max: 300 }),
        height: fc.constant(15),
        covers: fc.boolean(),
      }),
      { maxLength: 80 },
    );
    fc.assert(
      fc.property(wishes, (all) => {
        const boxes = placedLabels(all, all, size).map(({ index, left, top }) => ({
          left,
          top,
          right: left + all[index]!.width,
          bottom: top + all[index]!.height,
        }));
        for (const [index, one] of boxes.entries()) {
          expect(Math.min(one.left, one.top)).toBeGreaterThanOrEqual(0);
          expect(one.right).toBeLessThanOrEqual(size.width);
          expect(one.bottom).toBeLessThanOrEqual(size.height);
          for (const other of boxes.slice(index + 1)) {
            const apart =
              one.right <= other.left ||
              other.right <= one.left ||
              one.bottom <= other.top ||
              other.bottom <= one.top;
            expect(apart).toBe(true);
          }
        }
      }),
    );
  });
});
