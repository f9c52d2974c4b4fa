import fc from 'fast-check';

/** Special characters of XML, JSON, TeX and RIS, control characters and lone surrogates. */
const parts = [
  ...['&', '<', '>', ']]>', '<!--', '<![CDATA[', '"', "'", '&amp;', '&#0;', '\u0000', '\u0008', '\u001b'],
  ...['\t', '\n', '\r\n', '\u0085', '\u2028', '\ud800', '\udc00', '\ufffe', '\uffff', '\u{1d49c}', '李小龙'],
  ...['{', '}', '\\', '%', '$', '#', '_', '~', '^', '--', '``', '\\input{x}', '\\end{document}', '@article{'],
  ...[
    'ER  - ',
    '\nTY  - BOOK',
    ' and ',
    ',',
    ' ',
    'Erdős',
    'van',
    'Łódź',
    'BERT',
    'O’Neil',
    '‏',
    '|',
    '</script>',
  ],
];

export const hostileText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...parts), fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 8 })
  .map((texts) => texts.join(''));

/** A name that an import accepts: it is not blank. */
export const hostileName: fc.Arbitrary<string> = hostileText.filter((text) => text.trim() !== '');
