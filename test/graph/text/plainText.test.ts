import { plainText } from '../../../src/graph/text/plainText.ts';
import { mathText, texText } from '../../../src/graph/text/texText.ts';

const mathMl = (content: string): string =>
  `<mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML">${content}</mml:math>`;

describe('plain text', () => {
  it.each([
    ['Growth of <i>Neisseria</i> in CO<sub>2</sub>', 'Growth of Neisseria in CO2'],
    ['10<sup>-3</sup> and the 19<sup>th</sup>', '10⁻³ and the 19th'],
    [`${mathMl('<mml:mi>N</mml:mi>')}-soliton`, 'N-soliton'],
    [
      `a ${mathMl('\n  <mml:mi>N</mml:mi>\n  <mml:mo>+</mml:mo><mml:annotation encoding="x">N+</mml:annotation>')} b`,
      'a N+ b',
    ],
    ['<jats:title>Abstract</jats:title><jats:p>We</jats:p><jats:p>show.</jats:p>', 'We show.'],
    ['A &amp; B, R&D; M&ouml;bius &#x3b1;&#946;', 'A & B, R&D; Möbius αβ'],
    ['A &amp;amp; B &lt;i&gt;x&lt;/i&gt;', 'A & B x'],
    ['if p<0.05 and a < b > c', 'if p<0.05 and a < b > c'],
    ['p &lt; 0.05', 'p < 0.05'],
    ['List<T> and x<y>z', 'List<T> and x<y>z'],
    ['Sam\u200b Tho\u00adrn\u200f', 'Sam Thorn'],
    ['می\u200cخواهم', 'می\u200cخواهم'],
    ['a\u0007b \u00a0 c\n', 'a b c'],
    ['Ame\u0301lie', 'Amélie'],
    ['costs $5 and $10, US$5-$10', 'costs $5 and $10, US$5-$10'],
    ['a set {a, b} and C:\\dir', 'a set {a, b} and C:\\dir'],
    ['$k$-means in $\\mathcal{O}(n^2)$', 'k-means in O(n²)'],
    ['Schr\\"odinger and {\\v{C}}ech', 'Schrödinger and Čech'],
    ['in \\(n^2\\) and \\[x_1\\] and $$y^3$$', 'in n² and x₁ and y³'],
    ['in $a{b_1$ or $c$', 'in ab₁ or c'],
  ])('of %j is %j', (text, plain) => {
    expect(plainText(text)).toBe(plain);
  });

  it('of plain text is the same text', () => {
    for (const [, plain] of [
      ['', 'Growth of Neisseria in CO2'],
      ['', 'A & B x'],
      ['', 'k-means in O(n²)'],
    ]) {
      expect(plainText(plain!)).toBe(plain);
    }
  });

  it.each([
    '<math>'.repeat(5_000),
    '<a b='.repeat(20_000),
    '{\\"'.repeat(20_000),
    '$'.repeat(50_000),
    '&lt;'.repeat(20_000),
  ])('is found in bounded time for %.10s…', (text) => {
    const start = process.cpuUsage();
    plainText(text);
    expect(process.cpuUsage(start).user).toBeLessThan(2_000_000); // in µs of the processor, however busy it is
  });
});

describe('TeX', () => {
  it.each([
    ['G{\\"o}del, Erd\\H{o}s, \\\'\\i, \\c c, \\aa, \\L{}ukasz', 'Gödel, Erdős, í, ç, å, Łukasz'],
    ["``Quotes'' -- and --- dashes~here", '“Quotes” – and — dashes here'],
    ['{BERT}: 100\\% \\& \\emph{more} \\url{http://x.org/~a_b}', 'BERT: 100% & more http://x.org/~a_b'],
    ['CO$_2$ and $x_{i,j}$, $10^{-3}$, $19^{th}$, $90^\\circ$', 'CO₂ and x_(i,j), 10⁻³, 19th, 90°'],
    ['$\\frac{a+b}{c} \\leq \\sqrt{2}$', '(a+b)/c ≤ √2'],
    ['as shown \\cite{key} by {\\it others}', 'as shown by others'],
    ['$\\sim$100, $>$10, $p<0.05$, 5$\\times$5, $5 and $10', '∼100, >10, p<0.05, 5×5, $5 and $10'],
    ['{\\relax Ch}ristos', 'Christos'],
    ['unbalanced {brace and \\unknown', 'unbalanced brace and unknown'],
  ])('%s is %s', (tex, text) => {
    expect(texText(tex).replace(/\s+/g, ' ')).toBe(text);
  });

  it('math without dollar signs is converted, too', () => {
    expect(mathText('\\mathcal{O}(n \\log n)')).toBe('O(n log n)');
    expect(mathText('\\sim9k')).toBe('∼9k');
  });
});

describe('formulas as publishers write them in JATS', () => {
  const document =
    '\\documentclass[12pt]{minimal}\\usepackage{amsmath}\\begin{document}$$\\alpha _{1}$$\\end{document}';
  it.each([
    [
      `We <jats:alternatives><jats:tex-math>${document}</jats:tex-math><mml:math><mml:mi>α</mml:mi></mml:math></jats:alternatives> show`,
      'We α show',
    ],
    ['We <mml:math><mml:mi>α</mml:mi></mml:math><tex-math>\\alpha</tex-math> show', 'We α show'],
    [`We <tex-math>${document}</tex-math> show`, 'We α₁ show'],
    ['Rate <tex-math>$\\alpha$</tex-math> grows', 'Rate α grows'],
    ['A <jats:inline-graphic xlink:href="a.gif"/>graphic', 'A graphic'],
    ['<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math> life', '1/2 life'],
  ])('become readable: %s', (text, expected) => {
    expect(plainText(text)).toBe(expected);
  });
});
