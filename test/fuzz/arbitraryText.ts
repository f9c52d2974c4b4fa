import fc from 'fast-check';

/** Stacks, paths, statements and types of errors: nothing that is sent here holds one of these. */
export const inside =
  /\bat [\w.<>]+ \(|node_modules|\/src\/|\/dist\/|\.ts:\d|\.js:\d|file:\/\/|\b(?:SELECT|INSERT|UNWIND|OPTIONAL MATCH)\b|SQLITE|SqliteError|Neo4jError|Neo\.\w+Error|TypeError|RangeError|ReferenceError|Cannot read propert|is not a function|is not iterable|undefined/;

/** Texts of any kind, and such as are something else in a query language. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ maxLength: 300 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 8 })
    .map((units) => String.fromCharCode(...units)),
  fc.constantFrom(
    "' OR 1=1 --",
    '"*',
    'a NEAR b',
    '(',
    'a AND',
    '-',
    '\\',
    '/x/',
    '\u0000',
    '~1',
    'field:x',
    '%FF',
  ),
);
