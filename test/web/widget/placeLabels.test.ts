import fc from 'fast-check';
import { placeLabels, type LabelRequest } from '../../../src/web/widget/drawing/placeLabels.ts';

const size = { width: 800, height: 500 };
const request = (x: number, y: number, more: Partial<LabelRequest> = {}): LabelRequest => ({
  x,
  y,
  radius: 10,
  width: 100,
  height: 15,
  isImportant: false,
  ...more,
});

describe('placeLabels', () => {
  it('places a label below its node if there is room', () => {
    expect(placeLabels([request(400, 200)], [], size)).toEqual([{ index: 0, left: 350, top: 213 }]);
  });

  it('tries above, right and left if there is no room below', () => {
    const below = { x: 400, y: 225, radius: 10 };
    const above = { x: 400, y: 175, radius: 10 };
    const right = { x: 430, y: 200, radius: 10 };
    const at = (nodes: (typeof below)[]) => placeLabels([request(400, 200)], nodes, size)[0];
    expect(at([below])).toEqual({ index: 0, left: 350, top: 172 });
    expect(at([below, above])).toEqual({ index: 0, left: 413, top: 192.5 });
    expect(at([below, above, right])).toEqual({ index: 0, left: 287, top: 192.5 });
    const left = { x: 330, y: 200, radius: 20 };
    // Every place that is free is nearer to another node.
    expect(at([below, above, right, left])).toBeUndefined();
  });

  it('places a label at the given side, and moves it into the canvas', () => {
    const at = (x: number) => placeLabels([request(x, 200, { side: 'above' })], [], size);
    expect(at(400)).toEqual([{ index: 0, left: 350, top: 172 }]);
    expect(at(20)).toEqual([{ index: 0, left: 6, top: 172 }]);
  });

  it('places no label nearer to another node than to its own', () => {
    const others = [
      { x: 400, y: 222, radius: 4 },
      { x: 400, y: 160, radius: 10 },
    ];
    const [label] = placeLabels([request(400, 200)], others, size);
    expect(label).toEqual({ index: 0, left: 413, top: 192.5 });
  });

  it('covers a dimmed node only if there is no other place', () => {
    const below = { x: 400, y: 225, radius: 10, isDimmed: true };
    expect(placeLabels([request(400, 200)], [below], size)[0]).toMatchObject({ top: 172 });
    const around = { x: 400, y: 201, radius: 200, isDimmed: true };
    expect(placeLabels([request(400, 200)], [around], size)[0]).toMatchObject({ left: 350, top: 213 });
  });

  it('prefers earlier requests', () => {
    const crowd = Array.from({ length: 6 }, () => request(60, 40));
    expect(placeLabels(crowd, [], { width: 120, height: 80 }).map(({ index }) => index)).toEqual([0, 1]);
  });

  it('covers as few nodes as possible if the label must be placed', () => {
    const around = [225, 234, 243].map((y) => ({ x: 400, y, radius: 10 }));
    const crowd = Array.from({ length: 400 }, (_, index) => ({
      ...{ x: 300 + 10 * (index % 20), y: 100 + 10 * Math.floor(index / 20) },
      radius: 4,
    }));
    const nodes = [...around, ...crowd.filter(({ y }) => y > 196)];
    const [label] = placeLabels([request(400, 200, { isImportant: true })], nodes, size);
    expect(label!.top).toBeLessThan(200);
  });

  it('never overlaps an obstacle', () => {
    const everywhere = { left: 0, top: 0, right: 800, bottom: 500 };
    expect(placeLabels([request(400, 200, { isImportant: true })], [], size, [everywhere])).toEqual([]);
  });

  it('never lets labels overlap or leave the canvas, for any nodes', () => {
    const requests = fc.array(
      fc.record({
        x: fc.double({ min: -50, max: 850, noNaN: true }),
        y: fc.double({ min: -50, max: 550, noNaN: true }),
        radius: fc.integer({ min: 3, max: 40 }),
        width: fc.integer({ min: 5, max: 300 }),
        height: fc.constant(15),
        isImportant: fc.boolean(),
      }),
      { maxLength: 80 },
    );
    fc.assert(
      fc.property(requests, (all) => {
        const boxes = placeLabels(all, all, size).map(({ index, left, top }) => ({
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
