/** Commands of math and the Unicode characters that they print, as in the tables of unicode-math. */
const mathTable = `
alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ
nu ν xi ξ pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω
Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
ell ℓ hbar ℏ Re ℜ Im ℑ aleph ℵ partial ∂ nabla ∇ infty ∞ emptyset ∅ varnothing ∅ forall ∀ exists ∃ neg ¬ lnot ¬
in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇ cup ∪ cap ∩ setminus ∖ land ∧ wedge ∧ lor ∨ vee ∨
pm ± mp ∓ times × div ÷ cdot · ast ∗ star ⋆ circ ∘ bullet • oplus ⊕ otimes ⊗ odot ⊙ dagger † ddagger ‡
leq ≤ le ≤ geq ≥ ge ≥ ll ≪ gg ≫ neq ≠ ne ≠ equiv ≡ sim ∼ simeq ≃ approx ≈ cong ≅ propto ∝ mid ∣ parallel ∥ perp ⊥
to → rightarrow → longrightarrow → leftarrow ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ iff ⇔
mapsto ↦ uparrow ↑ downarrow ↓ nearrow ↗ searrow ↘ rightharpoonup ⇀ implies ⇒ models ⊨ vdash ⊢ top ⊤ bot ⊥
sum ∑ prod ∏ int ∫ oint ∮ sqrt √ angle ∠ triangle △ square □ Box □ diamond ⋄ degree ° prime ′ checkmark ✓
sharp ♯ flat ♭ natural ♮ ldots … dots … cdots ⋯ vdots ⋮ ddots ⋱ textellipsis … langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉
lVert ‖ rVert ‖ Vert ‖
`;

/** Commands of text and the characters that they print. */
const textTable = `
lvert | rvert | vert | backslash \\ textbackslash \\ lbrace { rbrace } textbraceleft { textbraceright } ss ß o ø O Ø l ł L Ł ae æ AE Æ oe œ OE Œ aa å AA Å dh ð DH Ð th þ TH Þ dj đ DJ Đ ng ŋ NG Ŋ i ı j ȷ
S § P ¶ copyright © textcopyright © textregistered ® texttrademark ™ pounds £ textsterling £ euro € texteuro €
textdegree ° textmu µ textendash – textemdash — textquoteleft ‘ textquoteright ’ textquotedblleft “ guillemotleft «
textquotedblright ” guillemotright » textquotesingle ' textquotedbl " textless < textgreater > textbar |
textasciitilde ~ textasciicircum ^ textunderscore _ textdollar $ textbullet • slash / TeX TeX LaTeX LaTeX
`;

const entriesOf = (table: string): [command: string, character: string][] =>
  [...table.matchAll(/(\S+)\s+(\S+)/g)].map(([, command = '', character = '']) => [command, character]);

export const texCommands: ReadonlyMap<string, string> = new Map(entriesOf(mathTable + textTable));

/**
 * Characters of math that LaTeX does not print in text, and the commands for them. Latin-1 characters and punctuation
 * are left out, because LaTeX prints them.
 */
export const mathCommands: ReadonlyMap<string, string> = new Map(
  entriesOf(mathTable)
    .filter(([, character]) => /[^\u0000-\u00ff\u2020-\u2026]/.test(character))
    .map(([command, character]): [string, string] => [character, command])
    .reverse(),
);

/** Accent commands and the combining characters that they print over or under the next letter. */
export const texAccents: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '`': '\u0300',
    "'": '\u0301',
    '^': '\u0302',
    '~': '\u0303',
    '=': '\u0304',
    u: '\u0306',
    '.': '\u0307',
    '"': '\u0308',
    r: '\u030a',
    H: '\u030b',
    v: '\u030c',
    d: '\u0323',
    c: '\u0327',
    k: '\u0328',
    b: '\u0331',
    G: '\u030f',
    hat: '\u0302',
    widehat: '\u0302',
    tilde: '\u0303',
    widetilde: '\u0303',
    bar: '\u0304',
    dot: '\u0307',
    ddot: '\u0308',
    acute: '\u0301',
    grave: '\u0300',
    check: '\u030c',
    breve: '\u0306',
    vec: '\u20d7',
  }),
);

/** Commands that change the font or the size of the text after them. */
export const fontCommands =
  /^(?:math\w+|text\w*|bm|boldsymbol|operatorname\*?|mbox|ensuremath|emph|underline|overline|em|bf|it|rm|sc|sf|sl|tt|\w+(?:style|family|series|shape)|left|right|[bB]igg?[lr]?|limits|nolimits|relax|url|uline|protect|noindent|small|large)$/;

/** Commands that print nothing, with or without an argument. */
export const droppedCommands =
  /^(?:cite\w*\*?|ref|eqref|label|footnote|footnotemark|thanks|vspace\*?|hspace\*?|href|color|textcolor|begin|end|index)$/;

const scriptTable = (plain: string, script: string): ReadonlyMap<string, string> => {
  const characters = Array.from(script);
  return new Map(Array.from(plain, (character, index) => [character, characters[index] ?? character]));
};

export const superscripts = scriptTable('0123456789+-−=()ni', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ');
export const subscripts = scriptTable('0123456789+-−=()', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎');
