import { latexFault } from '../../../src/graph/text/latexFault.ts';
import { abstractLatex, titleLatex } from '../../../src/graph/text/latexText.ts';
import { plainText } from '../../../src/graph/text/plainText.ts';

const mathMl = (content: string): string =>
  `<mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML">${content}</mml:math>`;
const square =
  '<mml:msup><mml:mrow><mml:mi>n</mml:mi></mml:mrow><mml:mrow><mml:mn>2</mml:mn></mml:mrow></mml:msup>';

describe('a title as LaTeX', () => {
  it.each([
    ['$k$-means in $\\mathcal{O}(n^2)$', '$k$-means in {$\\mathcal{O}(n^2)$}'],
    ['<tex-math>\\infty</tex-math>-former for <tex-math>F_1</tex-math>', '$\\infty$-former for {$F_1$}'],
    ['Bounds \\(n \\log n\\) & $$x_i$$', 'Bounds $n \\log n$ \\& $x_i$'],
    [`An ${mathMl(square)} bound`, 'An $n^{2}$ bound'],
    [`Of ${mathMl('<mml:mi>α</mml:mi><mml:mo>≤</mml:mo><mml:mi>β</mml:mi>')}`, 'Of $\\alpha \\leq \\beta$'],
    [
      `By ${mathMl('<mml:semantics><mml:mi>x</mml:mi><mml:annotation encoding="application/x-tex">\\hat{x}</mml:annotation></mml:semantics>')}`,
      'By $\\hat{x}$',
    ],
    ['&lt;mml:math&gt;&lt;mml:mi&gt;N&lt;/mml:mi&gt;&lt;/mml:math&gt;-soliton', '{$N$}-soliton'],
    [
      'S<sup>2</sup>SQL in CO<sub>2</sub> at k<sub>max</sub>',
      '{S$^{2}$SQL} in {CO$_{2}$} at k$_{\\mathrm{max}}$',
    ],
    ['The 50% {set} of BERT_1: $n^2$', 'The 50\\% set of {BERT\\_1:} $n^2$'],
  ])('of %j is %j', (title, latex) => {
    expect(titleLatex(title)).toBe(latex);
    expect(latexFault(latex)).toBeUndefined();
  });

  it.each([
    'On graphs',
    'costs $5 and $10, US$5-$10',
    'p<0.05 and a < b & c',
    'Schr\\"odinger and {\\v{C}}ech',
    '<i>Neisseria</i> &amp; more',
    `An ${mathMl('<mml:broken')}</mml:math>`,
    'of $\\input{/etc/passwd}$ and $\\write18{x}$',
    'of $x^^5cinput$ and $a\\}_1$',
  ])('does not exist for %j', (title) => {
    expect(titleLatex(title)).toBeNull();
  });

  it('does not exist if plain text shows the same formulas', () => {
    expect(titleLatex('the $\\alpha$-divergence')).toBeNull();
    expect(titleLatex('the $\\alpha^{n-1}$-divergence')).not.toBeNull();
  });

  it('keeps formulas that others can compile beside one that they cannot', () => {
    expect(titleLatex('$\\mathcal{P}$ and $\\evil{x}_1$')).toBe('{$\\mathcal{P}$} and x$_{1}$');
  });

  it.each([
    '$'.repeat(50_000),
    '\\('.repeat(50_000),
    `$${'{'.repeat(50_000)}`,
    `$a${'1'.repeat(40)} x bc$`,
    `$a${'  b'.repeat(40)}  bc$`,
    '<math>'.repeat(5_000),
    mathMl('<mml:mrow>'.repeat(2_000) + '</mml:mrow>'.repeat(2_000)),
    '<sub>1</sub>'.repeat(20_000),
    '$x_1$ '.repeat(20_000),
  ])('is found for %.12s… before the test runs out of time', (text) => {
    expect([titleLatex(text), plainText(text)]).toHaveLength(2);
  });
});

it('an abstract as LaTeX has no braces for capitals', () => {
  expect(abstractLatex('<jats:p>The NP-hard $F_1$ of 5%.</jats:p>')).toBe('The NP-hard $F_1$ of 5\\%.');
});

describe('LaTeX from a source', () => {
  it.each([
    '{BERT} in $\\mathcal{O}(n^2)$ by M{\\"u}ller \\& Co. -- \\emph{more}',
    '\\(x\\) and $\\text{if $y$}$',
    '$\\left\\{ x \\right\\}$',
    'no formula',
  ])('%j is printed', (latex) => {
    expect(latexFault(latex)).toBeUndefined();
  });

  it.each([
    ['50% more', '"%" must be escaped'],
    ['a_b', '"_" must be escaped'],
    ['a & b', '"&" must be escaped'],
    ['$x^^5c$', '"^^" must be escaped'],
    ['$\\def\\x{}$', 'the command \\def is not allowed'],
    ['ends in \\', 'the command \\ is not allowed'],
    ['} and {', '"}" has no counterpart'],
    ['{$x}$', '"}" has no counterpart'],
    ['$x', 'braces or dollar signs have no counterpart'],
    ['$\\{x$', 'braces or dollar signs have no counterpart'],
    ['\\}\\{', 'braces or dollar signs have no counterpart'],
  ])('%j is not: %s', (latex, fault) => {
    expect(latexFault(latex)).toBe(fault);
  });
});
