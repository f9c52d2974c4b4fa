import fc from 'fast-check';
import { sortInSteps } from '../../../src/memory/algorithms/sortInSteps.ts';
import { runToEnd } from '../../../src/memory/algorithms/steps.ts';

describe('sorting in steps', () => {
  it('has the order of sorting at once, and equal values stay in theirs', () => {
    const byTens = (a: number, b: number): number => Math.floor(a / 10) - Math.floor(b / 10);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 7_000 }), fc.nat(), (length, seed) => {
        const values = Uint32Array.from({ length }, (_, index) => ((index + 1) * (seed + 7_919)) % 1_009);
        const expected = Array.from(values).sort(byTens);
        expect([...runToEnd(sortInSteps(values, byTens))]).toEqual(expected);
      }),
    );
  });

  it('pauses before it has sorted everything', () => {
    const steps = sortInSteps(
      Float64Array.from({ length: 5_000 }, (_, index) => -index),
      (a, b) => a - b,
    );
    expect(steps.next().done).toBe(false);
  });
});
