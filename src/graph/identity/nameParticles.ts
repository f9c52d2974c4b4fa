/** Words with which a family name may begin, such as `van`, in lower case. */
export const nameParticles: ReadonlySet<string> = new Set([
  ...[
    'al',
    'da',
    'das',
    'de',
    'del',
    'della',
    'den',
    'der',
    'des',
    'di',
    'do',
    'dos',
    'du',
    'el',
    'la',
    'las',
  ],
  ...['le', 'los', 'op', 'ten', 'ter', 'van', 'vom', 'von', 'zu', 'zum', 'zur'],
]);
