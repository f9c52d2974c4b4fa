import { plainTitle } from '../../../src/web/widget/plainTitle.ts';

describe('plainTitle', () => {
  it.each([
    ['A title without commands, for $5 and $10', 'A title without commands, for $5 and $10'],
    ['$\\alpha$-Divergence for {BERT}', 'α-Divergence for BERT'],
    ['Sorting in $O(n^2)$ and $O(n^{10})$', 'Sorting in O(n²) and O(n¹⁰)'],
    ['$k_1$ and $x_{i}$', 'k₁ and x_i'],
    ['\\textit{In vivo} and \\emph{in silico}', 'In vivo and in silico'],
    ['Schr\\"odinger, Erd\\H{o}s and \\v{S}uster', 'Schrödinger, Erdős and Šuster'],
    ['R\\&D at 100\\%', 'R&D at 100%'],
    ['$\\ell_{1}$ norms in $\\mathbb{R}^n$', 'ℓ₁ norms in Rⁿ'],
    ['{{C}}onvNets', 'ConvNets'],
    ['\\unknown{x}', '\\unknownx'],
  ])('converts %s', (title, text) => {
    expect(plainTitle(title)).toBe(text);
  });
});
