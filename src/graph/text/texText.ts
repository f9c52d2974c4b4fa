import {
  droppedCommands,
  fontCommands,
  subscripts,
  superscripts,
  texAccents,
  texCommands,
} from './texSymbols.ts';

/** Matches a formula of single letters, numbers and operators, such as `k` or `n+1`. */
const letters = /^[A-Za-z](?:[-+*/=<>,()\s]*(?:[A-Za-z](?![A-Za-z])|\d+(?:\.\d+)?(?!\d)))*$/;
/** Matches a formula of one sign, such as `>` or `\sim`, which may precede a number. */
const sign = /^(?:[<>=~+]|\\[A-Za-z]+)$/;
const accentedLetter = /\\["'`^~=.]\s?(?:\{|\\?[A-Za-z])/;

/** A formula in a text: its TeX, and the index at which the text continues. */
interface Formula {
  tex: string;
  end: number;
}

/**
 * Returns the formula that begins at a place of a text, between dollar signs or between `\(` and `\)`. A dollar sign
 * begins a formula only if the text up to the next dollar sign contains one of the characters \ ^ _ { or consists of
 * single letters, numbers and operators, or of one operator.
 */
const formulaAt = (text: string, start: number): Formula | undefined => {
  const opening = /^(?:\$\$?|\\[([])/.exec(text.slice(start, start + 2))?.[0] ?? '';
  const closing = closings[opening] ?? opening;
  const from = start + opening.length;
  const to = closing === '' ? -1 : text.indexOf(closing, from);
  if (to < 0) return undefined;
  const [tex, end] = [text.slice(from, to), to + closing.length];
  if (opening.startsWith('\\')) return { tex, end };
  if (sign.test(tex)) return { tex, end };
  const isMath = /[\\^_{]/.test(tex) || letters.test(tex);
  return isMath && !/^\s|\s$/.test(tex) && !/\d/.test(text[end] ?? '') ? { tex, end } : undefined;
};

const closings: Readonly<Record<string, string>> = { '\\(': '\\)', '\\[': '\\]' };

/** Whether a text has a formula. */
export const hasFormula = (text: string): boolean =>
  (text.includes('\\(') && text.includes('\\)', text.indexOf('\\('))) || hasDollarFormula(text);

const hasDollarFormula = (text: string): boolean => {
  for (let start = text.indexOf('$'); start >= 0; start = text.indexOf('$', start + 1)) {
    if (formulaAt(text, start)) return true;
  }
  return false;
};

/** Whether a text contains TeX: a formula, an accented letter or a command that this module knows. */
export const hasTex = (text: string): boolean =>
  hasFormula(text) || (text.includes('\\') && (accentedLetter.test(text) || hasCommand(text)));

const hasCommand = (text: string): boolean =>
  [...text.matchAll(/\\([a-zA-Z]+)(\{?)/g)].some(
    ([, name = '', brace]) => brace === '{' || texCommands.has(name) || fontCommands.test(name),
  );

/**
 * Converts TeX to readable text: `G\"odel` to Gödel, `$n^2$` to n². An unknown command is replaced by its argument.
 *
 * @param writeFormula writes each formula, given without its delimiters; by default it is made readable
 */
export const texText = (tex: string, writeFormula?: (formula: string) => string): string =>
  new TexPrinter(tex, false, writeFormula).print();

/** Converts TeX math without dollar signs to readable text. */
export const mathText = (tex: string): string => new TexPrinter(tex, true).print();

/** A recursive-descent parser that accepts any text. */
class TexPrinter {
  readonly #tex: string;
  readonly #writeFormula: ((formula: string) => string) | undefined;
  #position = 0;
  #isMath: boolean;
  #depth = 0;

  constructor(tex: string, isMath: boolean, writeFormula?: (formula: string) => string) {
    this.#tex = tex;
    this.#isMath = isMath;
    this.#writeFormula = writeFormula;
  }

  print(): string {
    let text = '';
    while (this.#position < this.#tex.length) text += this.#next() ?? '';
    return text.normalize('NFC');
  }

  /** Reads the next character, command or group, and returns its text; undefined for the brace that ends a group. */
  #next(): string | undefined {
    const rest = this.#tex.slice(this.#position, this.#position + 3);
    if (rest.startsWith('---')) return this.#advance(3, '—');
    if (rest.startsWith('--')) return this.#advance(2, '–');
    if (rest.startsWith('``')) return this.#advance(2, '“');
    if (rest.startsWith("''") && !this.#isMath) return this.#advance(2, '”');
    const [character = ''] = rest; // iterating a string gives whole characters, not UTF-16 units
    this.#position += character.length;
    if (character === '\\') return this.#command();
    if (character === '{') return this.#group();
    if (character === '}') return undefined;
    if (character === '$') return this.#dollar();
    if (character === '~' && this.#tex[this.#position - 2] !== '/') return ' ';
    if (this.#isMath && character === '^') return this.#script('^', superscripts);
    if (this.#isMath && character === '_') return this.#script('_', subscripts);
    return character;
  }

  #advance(length: number, text: string): string {
    this.#position += length;
    return text;
  }

  /**
   * Reads a group. Groups that are nested deeper than in real texts are not read recursively, because that could
   * overflow the stack.
   */
  #group(): string {
    if (this.#depth > 50) return '';
    this.#depth += 1;
    let text = '';
    while (this.#position < this.#tex.length) {
      const part = this.#next();
      if (part === undefined) break;
      text += part;
    }
    this.#depth -= 1;
    return text;
  }

  #dollar(): string {
    const formula = this.#isMath ? undefined : formulaAt(this.#tex, this.#position - 1);
    if (formula) return this.#formula(formula);
    if (!this.#isMath) return '$';
    this.#isMath = false;
    return '';
  }

  /**
   * Writes a formula. Reading continues after the formula or, if a brace that is open in the formula is closed later,
   * after that brace.
   */
  #formula({ tex, end }: Formula): string {
    if (this.#writeFormula) return this.#advance(end - this.#position, this.#writeFormula(tex));
    this.#position = this.#tex.indexOf(tex, this.#position);
    const formulaEnd = this.#position + tex.length;
    this.#isMath = true;
    let text = '';
    while (this.#position < formulaEnd) text += this.#next() ?? '';
    this.#isMath = false;
    this.#position = Math.max(this.#position, end);
    return text;
  }

  #command(): string {
    const name =
      /^(?:[a-zA-Z]+\*?|[^]?)/u.exec(this.#tex.slice(this.#position, this.#position + 40))?.[0] ?? '';
    this.#position += name.length;
    const accent = texAccents.get(name);
    if (accent !== undefined) return withAccent(this.#argument(), accent);
    if (!/^[a-zA-Z]/.test(name)) return this.#punctuationCommand(name);
    const symbol = texCommands.get(name);
    if (symbol !== undefined) return this.#symbol(symbol);
    if (droppedCommands.test(name)) return this.#isAtGroup() ? (this.#argument(), '') : '';
    if (/^[dt]?frac$/.test(name)) return `${grouped(this.#argument())}/${grouped(this.#argument())}`;
    if (name === 'sqrt') return `√${grouped(this.#argument())}`;
    if (this.#isAtGroup()) return this.#argument();
    if (fontCommands.test(name)) {
      this.#skipSpaces();
      return '';
    }
    // a function such as \log; TeX prints a space before it
    const before = this.#tex[this.#position - name.length - 2] ?? '';
    return this.#isMath && /\w/.test(before) ? ` ${name}` : name;
  }

  #punctuationCommand(name: string): string {
    if (name === '(' || name === '[') {
      const formula = this.#isMath ? undefined : formulaAt(this.#tex, this.#position - 2);
      return formula ? this.#formula(formula) : '';
    }
    if (name === ')' || name === ']') return '';
    if (name === '-' || name === '/' || name === '!') return '';
    return /^[\s,;:>\\]?$/.test(name) ? ' ' : name;
  }

  /**
   * In text, TeX ignores spaces after a command. It also ignores an empty group (`{}`) that separates the command from
   * the text after it.
   */
  #symbol(symbol: string): string {
    if (!this.#isMath) this.#skipSpaces();
    if (this.#tex.startsWith('{}', this.#position)) this.#position += 2;
    return symbol;
  }

  #script(sign: string, characters: ReadonlyMap<string, string>): string {
    const digitBefore = /\d\$?$/.test(this.#tex.slice(0, this.#position - 1));
    const text = this.#argument();
    const script = Array.from(text, (character) => characters.get(character));
    if (!script.includes(undefined)) return script.join('');
    if (/^[^\p{L}\p{N}]$/u.test(text)) return text === '∘' ? '°' : text;
    if (digitBefore && /^\p{L}{2,}$/u.test(text)) return text;
    return `${sign}${grouped(text)}`;
  }

  #argument(): string {
    this.#skipSpaces();
    return this.#next() ?? '';
  }

  #isAtGroup(): boolean {
    return this.#tex[this.#position] === '{';
  }

  #skipSpaces(): void {
    while (/\s/.test(this.#tex[this.#position] ?? '')) this.#position += 1;
  }
}

const grouped = (text: string): string => (/^.$|^[\p{L}\p{N}]+$/su.test(text) ? text : `(${text})`);

const withAccent = (text: string, accent: string): string => {
  const [first = '', ...others] = text.replace(/^ı/, 'i').replace(/^ȷ/, 'j');
  return first === '' ? '' : `${first}${accent}${others.join('')}`;
};
