import type { SaxesParser, SaxesTagPlain } from 'saxes';
import { tidy } from '../../../graph/names.ts';
import {
  MAX_RECORD_LENGTH,
  MAX_TEXT_LENGTH,
  refuse,
  xmlParser,
  type RecordParser,
  type XmlFault,
} from '../reading/xml.ts';
import { dblpEntities } from './dblpEntities.ts';

/** A field of a record, with single spaces. Titles keep the tags of their markup. */
export interface DblpField {
  name: string;
  text: string;
  attributes: Readonly<Record<string, string>>;
}

/** A record as it is in the XML. */
export interface DblpRecord {
  /** The line of the start tag of the record, from 1. */
  line: number;
  /** The name of the element, for example `article`. */
  type: string;
  key: string;
  /** The words of `publtype`, for example `informal` and `withdrawn`. */
  publicationTypes: readonly string[];
  fields: DblpField[];
}

const markup: ReadonlySet<string> = new Set(['i', 'sub', 'sup', 'tt']);

/**
 * Reads the records of the given types from the file dblp.xml or from the file of a person. A record is recognized by
 * the name of its element at any depth, because the file of a person nests its elements deeper.
 */
export class DblpParser implements RecordParser {
  readonly faults: XmlFault[] = [];
  readonly #parser: SaxesParser = xmlParser(this.faults, {
    entities: dblpEntities,
    encodings: ['iso-8859-1'],
  });
  readonly #types: ReadonlySet<string>;
  readonly #onRecord: (record: DblpRecord) => void;
  #record: DblpRecord | undefined;
  #field: DblpField | undefined;
  /** The number of elements inside of the record that have not ended yet. */
  #depth = 0;
  #lengthSinceTag = 0;
  #recordLength = 0;

  /** @param onRecord called at the end tag of each record of these types */
  constructor(types: ReadonlySet<string>, onRecord: (record: DblpRecord) => void) {
    this.#types = types;
    this.#onRecord = onRecord;
    this.#parser.on('opentag', (tag) => this.#onOpenTag(tag));
    this.#parser.on('closetag', ({ name }) => this.#onCloseTag(name));
    this.#parser.on('text', (text) => this.#onText(text));
    this.#parser.on('cdata', (text) => this.#onText(text));
  }

  write(part: string): void {
    this.#lengthSinceTag += part.length;
    this.#recordLength += part.length;
    this.#parser.write(part);
    if (this.#lengthSinceTag > MAX_TEXT_LENGTH) refuse(`no tag ends within ${MAX_TEXT_LENGTH} characters`);
    if (this.#record && this.#recordLength > MAX_RECORD_LENGTH) {
      refuse(`a record has more than ${MAX_RECORD_LENGTH} characters`);
    }
  }

  close(): void {
    this.#parser.close();
  }

  get line(): number {
    return this.#parser.line;
  }

  #onText(text: string): void {
    if (this.#field) this.#field.text += text;
  }

  #onOpenTag({ name, attributes, isSelfClosing }: SaxesTagPlain): void {
    this.#lengthSinceTag = 0;
    if (!this.#record) {
      if (this.#types.has(name) && !isSelfClosing) this.#openRecord(name, attributes);
      return;
    }
    this.#depth += 1;
    if (this.#depth === 1) this.#field = { name, text: '', attributes };
    else if (markup.has(name)) this.#onText(`<${name}>`);
  }

  #openRecord(type: string, { key = '', publtype = '' }: Readonly<Record<string, string>>): void {
    const publicationTypes = publtype.split(/\s+/).filter((word) => word !== '');
    this.#record = { line: this.#parser.line, type, key, publicationTypes, fields: [] };
    this.#depth = 0;
    this.#recordLength = 0;
  }

  #onCloseTag(name: string): void {
    this.#lengthSinceTag = 0;
    if (!this.#record) return;
    if (this.#depth === 0) {
      this.#onRecord(this.#record);
      this.#record = undefined;
    } else if (this.#depth === 1 && this.#field) {
      this.#record.fields.push({ ...this.#field, text: tidy(this.#field.text) });
      this.#field = undefined;
    } else if (markup.has(name)) this.#onText(`</${name}>`);
    this.#depth -= 1;
  }
}
