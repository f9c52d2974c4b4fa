import fc from 'fast-check';

/** Stack traces, paths, statements and error types, which no answer may contain. */
export const internalDetails =
  /\bat [\w.<>]+ \(|node_modules|\/src\/|\/dist\/|\.ts:\d|\.js:\d|file:\/\/|\b(?:SELECT|INSERT|UNWIND|OPTIONAL MATCH)\b|SQLITE|SqliteError|Neo4jError|Neo\.\w+Error|TypeError|RangeError|ReferenceError|Cannot read propert|is not a function|is not iterable|undefined/;

/** Any text, and texts with special characters of query languages. */
export const arbitraryText = fc.oneof(
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
