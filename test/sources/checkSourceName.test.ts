import { checkSourceName } from '../../src/sources/checkSourceName.ts';

describe('the name of a source', () => {
  it.each(['harvard', 'orcid-0000-0002-1825-0097', 'Łódź, physics & more', 'x'.repeat(100)])(
    'may be %j',
    (name) => {
      expect(() => checkSourceName(name)).not.toThrow();
    },
  );

  it.each([
    ['', /is empty/],
    [' ', /is empty/],
    ['x'.repeat(3_000), /has 3000 characters; at most 100 are allowed/],
    ['a\nb', /has the character U\+000A\. Line breaks/],
    ['a\u001B[31mb', /U\+001B/],
    ['a\u2028b', /U\+2028/],
    ['a\u202Eb', /U\+202E/],
  ])('may not be %j', (name, message) => {
    expect(() => checkSourceName(name)).toThrow(message);
  });
});
