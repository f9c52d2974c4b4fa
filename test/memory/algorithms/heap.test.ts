import fc from 'fast-check';
import { Heap } from '../../../src/memory/algorithms/heap.ts';

describe('a heap', () => {
  it('gives what comes first in the order, whatever came in first', () => {
    const heap = new Heap<string>((left, right) => left.length - right.length);
    for (const word of ['abc', 'a', 'abcd', 'ab']) heap.push(word);
    expect([heap.pop(), heap.pop(), heap.pop(), heap.pop(), heap.pop()]).toEqual([
      'a',
      'ab',
      'abc',
      'abcd',
      undefined,
    ]);
  });

  it('agrees with sorting before every taking, however puts and takes alternate', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.nat(20), fc.constant('take' as const))), (actions) => {
        const heap = new Heap<number>((left, right) => left - right);
        const byHand: number[] = [];
        for (const action of actions) {
          if (action === 'take') {
            expect(heap.pop()).toBe(byHand.sort((a, b) => a - b).shift());
          } else {
            heap.push(action);
            byHand.push(action);
          }
          expect(heap.size).toBe(byHand.length);
        }
      }),
    );
  });
});
