import { texAccents, texCommands } from './texSymbols.ts';

/**
 * The allowed commands besides those that print one character. None of them reads a file or defines another command.
 */
const words = `
& % $ # _ { } , ; : ! > - / |
log ln lg exp sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh coth lim limsup liminf max min sup inf arg det
dim gcd hom ker deg Pr bmod pmod mod argmax argmin
frac dfrac tfrac binom dbinom tbinom choose over atop sqrt stackrel overset underset overline underline overbrace underbrace
overrightarrow overleftarrow not left right middle big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr limits
nolimits displaystyle textstyle scriptstyle scriptscriptstyle quad qquad colon prescript substack phantom
mathcal mathbb mathbf mathrm mathit mathsf mathtt mathfrak mathscr mathnormal mathop mathbin mathrel mathord mathopen
mathclose mathpunct mathring boldsymbol bm pmb operatorname mbox ensuremath cal rm bf it sf tt sl sc em
text textrm textbf textit textsf texttt textsc textsl textup textmd textnormal textsuperscript textsubscript emph
bigcup bigcap bigoplus bigotimes bigvee bigwedge coprod biguplus iint iiint lesssim gtrsim preceq succeq prec succ
trianglelefteq blacksquare hookrightarrow leadsto rightsquigarrow longleftarrow longleftrightarrow xrightarrow
lvert rvert vert Vert lbrack rbrack hslash complement nexists varkappa digamma amalg wr bigstar
`;

const known: ReadonlySet<string> = new Set([
  ...texCommands.keys(),
  ...texAccents.keys(),
  ...words.trim().split(/\s+/),
  ' ',
]);

const token = /\\([A-Za-z]+|[^]|$)|\^\^|[{}$%&#^_]/g;

/**
 * Says what is wrong with a LaTeX text. Its source cannot be trusted, and other people will compile it. Undefined if
 * every LaTeX installation can compile the text, and it does not damage a BibTeX file.
 */
export const latexFault = (latex: string): string | undefined => {
  const open: string[] = [];
  let braces = 0;
  for (const [found, command] of latex.matchAll(token)) {
    const isMath = open.includes('$') || open.includes('\\(');
    if (found.endsWith('{')) braces += 1;
    if (found.endsWith('}')) braces -= 1;
    if (found === '{' || found === '\\(') open.push(found);
    else if (found === '$' && open.at(-1) !== '$') open.push(found);
    else if (found in openings || found === '$') {
      if (open.pop() !== (openings[found] ?? found)) return `"${found}" has no counterpart`;
    } else if (command !== undefined) {
      if (!known.has(command)) return `the command ${found} is not allowed`;
    } else if (!isMath || !/^[\^_]$/.test(found)) return `"${found}" must be escaped`;
    if (braces < 0) break; // escaped braces are counted, too, because BibTeX counts them
  }
  return open.length > 0 || braces !== 0 ? 'braces or dollar signs have no counterpart' : undefined;
};

const openings: Readonly<Record<string, string>> = { '}': '{', '\\)': '\\(' };
