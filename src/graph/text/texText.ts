import {
  droppedCommands,
  fontCommands,
  subscripts,
  superscripts,
  texAccents,
  texCommands,
} from './texSymbols.ts';

/** Math with a TeX character, or of single letters, numbers and operators only, such as `$k$` or `$n+1$`. */
const math =
  /\$(?=\S)(?:[^$]*[\\^_{][^$]*|[A-Za-z](?:\s*[-+*/=<>,()]*\s*(?:[A-Za-z](?![A-Za-z])|\d+))*)(?<=\S)\$(?!\d)/y;
const accentedLetter = /\\["'`^~=.]\s?(?:\{|\\?[A-Za-z])/;

/** Whether a text contains TeX: math between dollar signs, an accented letter or a command that this module knows. */
export const hasTex = (text: string): boolean =>
  (text.includes('$') && new RegExp(math.source).test(text)) ||
  (text.includes('\\') && (accentedLetter.test(text) || hasCommand(text)));

const hasCommand = (text: string): boolean =>
  [...text.matchAll(/\\([a-zA-Z]+)(\{?)/g)].some(
    ([, name = '', brace]) => brace === '{' || texCommands.has(name) || fontCommands.test(name),
  );

/** Converts TeX to readable text: `G\"odel` to Gödel, `$n^2$` to n². An unknown command is replaced by its argument. */
export const texText = (tex: string): string => new TexPrinter(tex, false).print();

/** Converts TeX math without dollar signs to readable text. */
export const mathText = (tex: string): string => new TexPrinter(tex, true).print();

/** A recursive-descent parser that accepts any text. */
class TexPrinter {
  readonly #tex: string;
  #position = 0;
  #isMath: boolean;
  #depth = 0;

  constructor(tex: string, isMath: boolean) {
    this.#tex = tex;
    this.#isMath = isMath;
  }

  print(): string {
    let text = '';
    while (this.#position < this.#tex.length) text += this.#next() ?? '';
    return text.normalize('NFC');
  }

  /** The text of the next character, command or group; undefined for the brace that ends a group. */
  #next(): string | undefined {
    const rest = this.#tex.slice(this.#position, this.#position + 3);
    if (rest.startsWith('---')) return this.#advance(3, '—');
    if (rest.startsWith('--')) return this.#advance(2, '–');
    if (rest.startsWith('``')) return this.#advance(2, '“');
    if (rest.startsWith("''") && !this.#isMath) return this.#advance(2, '”');
    const [character = ''] = rest; // a whole character also outside of the Basic Multilingual Plane
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

  /** Deeper groups than TeX authors write are read without recursion, which could overflow the stack. */
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
    if (this.#isMath) {
      this.#isMath = false;
      return '';
    }
    math.lastIndex = this.#position - 1;
    if (!math.test(this.#tex)) return '$';
    this.#isMath = true;
    return '';
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
    // a function such as \log: TeX prints a space before it
    const before = this.#tex[this.#position - name.length - 2] ?? '';
    return this.#isMath && /\w/.test(before) ? ` ${name}` : name;
  }

  #punctuationCommand(name: string): string {
    if (/^[([\])]$/.test(name)) {
      this.#isMath = name === '(' || name === '[';
      return '';
    }
    if (name === '-' || name === '/' || name === '!') return '';
    return /^[\s,;:>\\]?$/.test(name) ? ' ' : name;
  }

  /** In text, TeX ignores the spaces after a command and an empty group that ends it. */
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
