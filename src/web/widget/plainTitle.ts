/**
 * Converts the LaTeX of a title to plain text: "$\alpha$-Divergence for {BERT}" becomes "α-Divergence for BERT". Knows
 * the commands that occur in titles. Other commands stay as they are.
 */
export const plainTitle = (title: string): string => {
  if (!/[$\\{]/.test(title)) return title;
  const text = title.replace(/\$(\S|\S[^$]*\S)\$/g, (_, math: string) => plainScripts(plainCommands(math)));
  return withoutBraces(plainCommands(text)).replace(/\s+/g, ' ').normalize('NFC').trim();
};

/** Reads a table of alternating keys and values, separated by spaces. */
const parseTable = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries([...text.matchAll(/(\S+) (\S+)/g)].map(([, key = '', value = '']) => [key, value]));

const symbols = parseTable(
  'alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ kappa κ lambda λ mu μ nu ν xi ξ ' +
    'pi π rho ρ sigma σ tau τ phi φ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Pi Π ' +
    'Sigma Σ Phi Φ Psi Ψ Omega Ω ell ℓ infty ∞ times × cdot · pm ± leq ≤ le ≤ geq ≥ ge ≥ neq ≠ approx ≈ ' +
    'sim ∼ to → rightarrow → leftarrow ← leftrightarrow ↔ in ∈ cup ∪ cap ∩ forall ∀ exists ∃ partial ∂ ' +
    'nabla ∇ sum ∑ prod ∏ int ∫ ldots … dots … textendash – textemdash — ss ß ae æ AE Æ oe œ OE Œ o ø O Ø ' +
    'aa å AA Å l ł L Ł i ı',
);

/** The combining Unicode characters for the accent commands of LaTeX, such as \"o. */
const accents = parseTable(
  '" \u0308 \' \u0301 ` \u0300 ^ \u0302 ~ \u0303 = \u0304 . \u0307 c \u0327 v \u030c u \u0306 H \u030b k \u0328 r \u030a',
);

const superscripts = parseTable('0 ⁰ 1 ¹ 2 ² 3 ³ 4 ⁴ 5 ⁵ 6 ⁶ 7 ⁷ 8 ⁸ 9 ⁹ + ⁺ - ⁻ n ⁿ');
const subscripts = parseTable('0 ₀ 1 ₁ 2 ₂ 3 ₃ 4 ₄ 5 ₅ 6 ₆ 7 ₇ 8 ₈ 9 ₉ + ₊ - ₋');

const formatting =
  /\\(?:text(?:bf|it|rm|sc|sf|tt|normal)?|emph|math(?:bb|bf|cal|frak|it|rm|sf|tt)|boldsymbol|operatorname)\s*\{([^{}]*)\}/g;

const plainCommands = (text: string): string =>
  text
    .replace(/\\(["'`^~=.])\s*(?:\{\\?([A-Za-z])\}|\\?([A-Za-z]))/g, accented)
    .replace(/\\([cvuHkr])\s*\{\\?([A-Za-z])\}/g, accented)
    .replace(formatting, '$1')
    .replace(/\\sqrt\s*\{([^{}]*)\}/g, '√$1')
    .replace(/\\frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g, '$1/$2')
    .replace(/\\([A-Za-z]+)(?:\{\}| (?=[A-Za-z])|)/g, (command, name: string) => symbols[name] ?? command)
    .replace(/\\([%&_#$])/g, '$1');

const accented = (_: string, accent: string, inBraces?: string, bare?: string): string =>
  `${inBraces ?? bare ?? ''}${accents[accent] ?? ''}`;

const plainScripts = (math: string): string =>
  math.replace(/([\^_])(?:\{([^{}]*)\}|(\S))/g, (_, sign: string, inBraces?: string, bare?: string) => {
    const content = inBraces ?? bare ?? '';
    const table = sign === '^' ? superscripts : subscripts;
    const characters = Array.from(content, (character) => table[character]);
    return characters.every((character) => character !== undefined)
      ? characters.join('')
      : `${sign}${content}`;
  });

/** Removes pairs of braces, which protect capital letters in BibTeX. A single brace stays. */
const withoutBraces = (text: string): string => {
  let [before, after] = ['', text];
  while (before !== after) [before, after] = [after, after.replace(/\{([^{}]*)\}/g, '$1')];
  return after;
};

/** A reviver for `JSON.parse` that converts the titles in an answer of the API to plain text. */
export const plainTitles = (key: string, value: unknown): unknown =>
  typeof value === 'string' && (key === 'label' || key === 'matchedText') ? plainTitle(value) : value;
