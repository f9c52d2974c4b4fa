import fc from 'fast-check';
import { errorsBetween, isWithinErrors } from '../../src/graph/editDistance.ts';
import { errorsByHand } from '../support/errorsByHand.ts';

describe('the errors between two texts', () => {
  it.each([
    ['erdos', 'erdos', 0],
    ['erdos', 'erdso', 1],
    ['erdos', 'erds', 1],
    ['erdos', 'eerdos', 1],
    ['erdos', 'ertos', 1],
    ['ca', 'abc', 3],
    ['\u{1d49c}b', 'b', 1],
  ])('from %s to %s are %i', (one, other, errors) => {
    expect(errorsBetween(one, other, 3)).toBe(errors);
  });

  it('agree with the recursive definition up to any maximum', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(text, text, fc.nat(3), (one, other, most) => {
        const errors = errorsByHand(one, other);
        expect(isWithinErrors(one, other, most)).toBe(errors <= most);
        if (errors <= most) expect(errorsBetween(one, other, most)).toBe(errors);
      }),
    );
  });
});
