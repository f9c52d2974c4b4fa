import { namesAreCompatible } from '../../../src/graph/identity/namesAreCompatible.ts';

describe('namesAreCompatible', () => {
  it.each([
    ['Ada Lovelace', 'A. Lovelace'],
    ['Ada Lovelace', 'Lovelace, A.'],
    ['Ada Lovelace', 'Lovelace A'],
    ['Ada Lovelace', 'Ada'],
    ['Ada King Lovelace', 'Ada Lovelace'],
    ['A. K. Lovelace', 'Ada Lovelace'],
    ['Maria Garcia Lopez', 'M. Garcia'],
    ['Xiao-Ming Li', 'Xiaoming Li'],
    ['Li Xiaoming', 'Xiaoming Li'],
    ['J.-P. Martin', 'Jean-Pierre Martin'],
    ['Paul Erdős', 'Paul Erdos'],
    ['Jürgen Müller', 'Juergen Mueller'],
    ['Ludwig van Beethoven', 'L. Beethoven'],
    ['Martin Luther King, Jr.', 'Martin L. King'],
    ['Alex Smith', 'Alexander Smith'],
    ['王伟', 'Wei Wang'],
    ['王伟', '王伟'],
  ])('%s and %s can be one person', (left, right) => {
    expect(namesAreCompatible([left], [right])).toBe(true);
    expect(namesAreCompatible([right], [left])).toBe(true);
  });

  it.each([
    ['Ada Lovelace', 'Charles Babbage'],
    ['Ada Lovelace', 'Bea Lovelace'],
    ['Ada Lovelace', 'B. Lovelace'],
    ['Ada', 'A. Lovelace'],
    ['John A. Smith', 'John B. Smith'],
    ['Wei Li', 'Li Na'],
    ['A. Smith', 'A. Jones'],
    ['王伟', '王芳'],
  ])('%s and %s cannot', (left, right) => {
    expect(namesAreCompatible([left], [right])).toBe(false);
    expect(namesAreCompatible([right], [left])).toBe(false);
  });

  it('takes an alternative name, and initials only where there is no other name', () => {
    expect(namesAreCompatible(['Ada Lovelace'], ['Ada Byron', 'Augusta Ada Lovelace'])).toBe(true);
    expect(namesAreCompatible(['Jane Smith'], ['J. Smith'])).toBe(true);
    expect(namesAreCompatible(['Jane Smith'], ['J. Smith', 'John Smith'])).toBe(false);
  });
});
