import {
  entryStart,
  spaces,
  keyPattern,
  separators,
  fieldName,
  concatenation,
  bareValue,
  nextField,
  fieldInLine,
  nameAtEnd,
  lineWithField,
} from './entryPatterns.ts';

/** An entry with its fields by their names in lower case. The values are TeX without the outer braces or quotes. */
export interface BibtexEntry {
  /** The type of the entry in lower case, for example `article`. */
  type: string;
  key: string;
  /** The line at which the entry begins; the first line of the text is 0. */
  line: number;
  fields: Map<string, string>;
  problems: string[];
}

/** At most this many faults of an entry are repaired, because the entry is read again after each repair. */
const MAX_PROBLEMS = 20;

/**
 * Reads entries from a text. The time is linear in the length of the text, even with faults. A fault loses at most one
 * field.
 */
export class EntryScanner {
  readonly #text: string;
  readonly #abbreviations: Map<string, string>;
  #position = 0;
  #line = 0;
  #lineStart = 0;

  /** @param abbreviations the abbreviations that `@string` defines, by name in lower case; the scanner adds new ones */
  constructor(text: string, abbreviations: Map<string, string>) {
    this.#text = text;
    this.#abbreviations = abbreviations;
  }

  /** The next entry or directive; undefined at the end. Lines that begin with `%` are comments. */
  next(): BibtexEntry | undefined {
    for (;;) {
      entryStart.lastIndex = this.#position;
      const match = entryStart.exec(this.#text);
      if (!match) return undefined;
      this.#position = entryStart.lastIndex;
      this.#moveToLine(match.index);
      if (/^\s*%/.test(this.#text.slice(this.#lineStart, match.index))) continue;
      return this.#entry((match[1] ?? '').toLowerCase());
    }
  }

  #moveToLine(position: number): void {
    for (;;) {
      const end = this.#text.indexOf('\n', this.#lineStart);
      if (end < 0 || end >= position) return;
      this.#line += 1;
      this.#lineStart = end + 1;
    }
  }

  #entry(type: string): BibtexEntry {
    const entry: BibtexEntry = { type, key: '', line: this.#line, fields: new Map(), problems: [] };
    if (type === 'comment' || type === 'preamble') {
      this.#position = this.#endOfGroup(this.#position) ?? this.#text.length;
      return entry;
    }
    this.#match(spaces);
    if (type !== 'string') {
      const [, before, other] = this.#match(keyPattern) ?? [];
      entry.key = before ?? other ?? '';
    }
    while (this.#field(entry));
    if (type === 'string') for (const [name, value] of entry.fields) this.#abbreviations.set(name, value);
    return entry;
  }

  /** Reads a field into the entry. Returns false at the end of the entry. */
  #field(entry: BibtexEntry): boolean {
    this.#match(separators);
    const character = this.#text[this.#position];
    if (character === undefined) return false;
    if (character === '}' || character === ')') {
      this.#position += 1;
      return this.#continuesAfterBrace(entry);
    }
    const name = this.#match(fieldName)?.[1]?.toLowerCase();
    if (name === undefined) {
      entry.problems.push(`${this.#place(entry)}: expected a field, found ${this.#excerpt()}`);
      return entry.problems.length < MAX_PROBLEMS && this.#skipToNextField();
    }
    const value = this.#value(entry, name);
    if (value !== undefined && !entry.fields.has(name)) entry.fields.set(name, value);
    return entry.problems.length < MAX_PROBLEMS;
  }

  #value(entry: BibtexEntry, name: string): string | undefined {
    const parts: string[] = [];
    do {
      const part = this.#part(entry, name);
      if (part !== undefined) parts.push(part);
    } while (this.#match(concatenation));
    return parts.length === 0 ? undefined : parts.join('');
  }

  #part(entry: BibtexEntry, name: string): string | undefined {
    const start = this.#position + 1;
    const opening = this.#text[this.#position];
    if (opening !== '{' && opening !== '"') return this.#bareValue(entry, name);
    const end = opening === '{' ? this.#endOfGroup(start) : this.#endOfQuotes(start);
    const isCut =
      end === undefined ||
      this.#endsWithEntry(start, end) ||
      (opening === '"' && nameAtEnd.test(this.#text.slice(start, end - 1)));
    if (!isCut) {
      this.#position = end;
      return this.#text.slice(start, end - 1);
    }
    entry.problems.push(`${this.#place(entry)}: ${name} has no end: ${this.#excerpt()}`);
    this.#position = start;
    this.#skipToNextField();
    return this.#text.slice(start, this.#position).replace(/[\s,]*$/, '');
  }

  #bareValue(entry: BibtexEntry, name: string): string | undefined {
    const word = this.#match(bareValue)?.[0];
    if (word === undefined) {
      entry.problems.push(`${this.#place(entry)}: ${name} has no value`);
      return undefined;
    }
    const text = this.#abbreviations.get(word.toLowerCase());
    if (text === undefined && !/^\d/.test(word) && name !== 'month') {
      entry.problems.push(`${this.#place(entry)}: ${name}: the abbreviation "${word}" is not defined`);
    }
    return text ?? word;
  }

  /** The position after the brace that closes a group. An escaped brace does not close the group. */
  #endOfGroup(start: number): number | undefined {
    const braces = /\\[^]|[{}]/g;
    braces.lastIndex = start;
    let depth = 1;
    for (let match = braces.exec(this.#text); match; match = braces.exec(this.#text)) {
      if (match[0] === '{') depth += 1;
      else if (match[0] === '}') depth -= 1;
      if (depth === 0) return braces.lastIndex;
    }
    return undefined;
  }

  /** The position after the quote that ends a value. A quote inside braces does not end the value. */
  #endOfQuotes(start: number): number | undefined {
    const marks = /\\[^]|[{}"]/g;
    marks.lastIndex = start;
    let depth = 0;
    for (let match = marks.exec(this.#text); match; match = marks.exec(this.#text)) {
      if (match[0] === '{') depth += 1;
      else if (match[0] === '}') depth -= 1;
      else if (match[0] === '"' && depth <= 0) return marks.lastIndex;
    }
    return undefined;
  }

  /** Whether a value seems to end at the last brace of the entry, because the closing brace of the value is missing. */
  #endsWithEntry(start: number, end: number): boolean {
    if (this.#text.includes('}', end)) return false;
    return [lineWithField, fieldInLine].some((pattern) => {
      pattern.lastIndex = start;
      const match = pattern.exec(this.#text);
      return match !== null && match.index < end;
    });
  }

  /**
   * Whether more fields follow a brace that seems to end the entry, because an earlier value has one brace too many.
   */
  #continuesAfterBrace(entry: BibtexEntry): boolean {
    lineWithField.lastIndex = this.#position;
    const match = lineWithField.exec(this.#text);
    entryStart.lastIndex = this.#position;
    if (!match || (entryStart.exec(this.#text)?.index ?? Infinity) < match.index) return false;
    entry.problems.push(`${this.#place(entry)}: a brace closes the entry before its end: ${this.#excerpt()}`);
    this.#position = match.index;
    return entry.problems.length < MAX_PROBLEMS;
  }

  /** Moves to the start of the next field. Returns false if there is no further field. */
  #skipToNextField(): boolean {
    nextField.lastIndex = this.#position;
    const match = nextField.exec(this.#text);
    const isAfterValue = /^[}"]/.test(match?.[0] ?? '');
    this.#position = match ? match.index + (isAfterValue ? 1 : 0) : this.#text.length;
    return match !== null;
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#position;
    const match = pattern.exec(this.#text);
    if (match) this.#position = pattern.lastIndex;
    return match;
  }

  #place({ type, key }: BibtexEntry): string {
    return key === '' ? `@${type}` : `@${type}{${key}}`;
  }

  #excerpt(): string {
    return JSON.stringify(this.#text.slice(this.#position, this.#position + 40));
  }
}
