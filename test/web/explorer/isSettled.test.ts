import { isSettled } from '../../../src/web/explorer/review/isSettled.ts';

const same = (...ids: string[]) => ({ ids, verdict: 'same' as const });
const different = (...ids: string[]) => ({ ids, verdict: 'different' as const });

describe('whether decisions settle a pair', () => {
  it.each([
    ['nothing is decided', [], false],
    ['both are the same as a third', [same('a', 'b'), same('b', 'c')], true],
    ['one is the same as a third', [same('a', 'b')], false],
    ['groups are joined late', [same('a', 'b'), same('c', 'd'), same('d', 'b')], true],
    ['the one is different from a third whom the other is', [same('a', 'b'), different('c', 'b')], true],
    ['both are different from a third', [different('a', 'b'), different('c', 'b')], false],
  ])('%s', (_, decisions, expected) => {
    expect(isSettled(['a', 'c'], decisions)).toBe(expected);
    expect(isSettled(['c', 'a'], decisions)).toBe(expected);
  });
});
