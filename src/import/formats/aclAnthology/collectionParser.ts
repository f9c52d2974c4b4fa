import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { tidy } from '../../../graph/names.ts';
import { fullName, type PrintedAuthor } from './curatedPeople.ts';
import { DamagedFile } from '../reading/chunks.ts';

/** A volume of a collection: what its papers share. */
export interface PrintedVolume {
  collection: string;
  number: string;
  year?: string;
  bookTitle?: string;
  journal?: string;
}

/** A paper as the XML has it. Texts are single-spaced, without their markup. */
export interface PrintedPaper {
  /** Where its element begins, from 1. */
  line: number;
  volume: PrintedVolume;
  number: string;
  type: string | undefined;
  title?: string;
  abstract?: string;
  year?: string;
  bookTitle?: string;
  journal?: string;
  doi?: string;
  codeUrl?: string;
  isRetracted: boolean;
  authors: PrintedAuthor[];
}

/** Markup nests a few levels; more is no title. */
const DEEPEST_ELEMENT = 40;
/** Characters between one tag and the next, so that a tag or a text without end is noticed before memory is full. */
const LONGEST_STRETCH = 4_000_000;
const MOST_AUTHORS = 20_000;
/** Characters, with markup: what is collected of a paper is in memory until its element ends. */
const LONGEST_PAPER = 16 * 1024 * 1024;

const placeFields = { year: 'year', booktitle: 'bookTitle', journal: 'journal', 'journal-title': 'journal' };
const volumeFields = new Map(Object.entries(placeFields));
const paperFields = new Map(
  Object.entries({ ...placeFields, title: 'title', abstract: 'abstract', doi: 'doi' }),
);

/** What is collected of an author while its element is open. */
interface OpenAuthor {
  id: string | undefined;
  names: Record<string, string>;
  variant: { script: string | undefined; names: Record<string, string> } | undefined;
  otherScripts: string[];
  affiliations: string[];
}

/**
 * Reads `collection/volume/{meta, paper}` from XML given in parts; frontmatter, editors and whatever else there is
 * is passed over. All methods throw DamagedFile where the XML is not well-formed or holds what no metadata does.
 */
export class CollectionParser {
  readonly #parser = new SaxesParser();
  readonly #onPaper: (paper: PrintedPaper) => void;
  readonly #open: string[] = [];
  #volume: PrintedVolume = { collection: '', number: '' };
  #paper: PrintedPaper | undefined;
  #author: OpenAuthor | undefined;
  #text = '';
  #stretch = 0;
  /** Characters read since the paper's element began. */
  #length = 0;

  /** @param onPaper is told each paper when its element ends. */
  constructor(onPaper: (paper: PrintedPaper) => void) {
    this.#onPaper = onPaper;
    this.#parser.on('error', (error) => refuse(error.message.replace(/^\d+:\d+: /, '')));
    // entities of a file's own are how a few bytes become gigabytes
    this.#parser.on('doctype', () => refuse('it has a document type of its own, which no metadata needs'));
    this.#parser.on('xmldecl', ({ encoding = 'UTF-8' }) => {
      if (!/^(?:utf-?8|us-ascii)$/i.test(encoding)) refuse(`its encoding is ${encoding}, expected UTF-8`);
    });
    this.#parser.on('opentag', (tag) => this.#opened(tag));
    this.#parser.on('closetag', (tag) => this.#closed(tag.name));
    this.#parser.on('text', (text) => this.#met(text));
    this.#parser.on('cdata', (text) => this.#met(text));
  }

  write(part: string): void {
    this.#stretch += part.length;
    this.#length += part.length;
    this.#parser.write(part);
    if (this.#paper && this.#length > LONGEST_PAPER) {
      refuse(`a paper has more than ${LONGEST_PAPER} characters`);
    }
    if (this.#stretch > LONGEST_STRETCH) refuse(`no tag ends within ${LONGEST_STRETCH} characters`);
  }

  close(): void {
    this.#parser.close();
  }

  /** Where it stands, from 1. */
  get line(): number {
    return this.#parser.line;
  }

  #met(text: string): void {
    // below the fields of a volume or paper all text counts, whatever markup it stands in
    if (this.#open.length < 4) return;
    if (this.#text.length + text.length > LONGEST_STRETCH) {
      refuse(`a text has more than ${LONGEST_STRETCH} characters`);
    }
    this.#text += text;
  }

  #opened(tag: SaxesTagPlain): void {
    this.#stretch = 0;
    const depth = this.#open.push(tag.name);
    if (depth > DEEPEST_ELEMENT) refuse(`elements nest deeper than ${DEEPEST_ELEMENT}`);
    const id = tag.attributes['id'] ?? '';
    if (depth === 1) {
      if (tag.name !== 'collection') refuse(`expected a <collection>, met <${tag.name}>`);
      this.#volume = { collection: id, number: '' };
    } else if (depth === 2) this.#volume = { collection: this.#volume.collection, number: id };
    else if (depth === 3 && tag.name === 'paper') {
      const { line } = this.#parser;
      const type = tag.attributes['type'];
      this.#length = 0;
      this.#paper = { line, volume: this.#volume, number: id, type, isRetracted: false, authors: [] };
    } else if (depth === 4) this.#openedField(tag);
    else if (this.#author) this.#openedInAuthor(tag, this.#author, depth);
  }

  #openedField({ name, attributes }: SaxesTagPlain): void {
    this.#text = '';
    const paper = this.#paper;
    if (!paper) return;
    if (name === 'author') {
      if (paper.authors.length >= MOST_AUTHORS) refuse(`a paper has more than ${MOST_AUTHORS} authors`);
      const id = attributes['id'] || undefined;
      this.#author = { id, names: {}, variant: undefined, otherScripts: [], affiliations: [] };
    } else if (name === 'pwccode' && attributes['url']) paper.codeUrl = attributes['url'];
    else if (name === 'retracted') paper.isRetracted = true;
  }

  #openedInAuthor({ name, attributes }: SaxesTagPlain, author: OpenAuthor, depth: number): void {
    if (depth === 5 || (depth === 6 && author.variant)) this.#text = '';
    if (depth === 5 && name === 'variant') author.variant = { script: attributes['script'], names: {} };
  }

  #closed(name: string): void {
    this.#stretch = 0;
    const depth = this.#open.length;
    if (this.#author && depth > 4) this.#closedInAuthor(name, this.#author, depth);
    else if (this.#author && depth === 4) this.#closedAuthor(this.#author);
    else if (depth === 4) this.#closedField(name);
    else if (depth === 3 && this.#paper) {
      this.#onPaper(this.#paper);
      this.#paper = undefined;
    }
    this.#open.pop();
  }

  #closedField(name: string): void {
    const field = this.#paper ? paperFields.get(name) : volumeFields.get(name);
    if (field === undefined || !(this.#paper || this.#open[2] === 'meta')) return;
    Object.assign(this.#paper ?? this.#volume, { [field]: tidy(this.#text) });
  }

  #closedInAuthor(name: string, author: OpenAuthor, depth: number): void {
    if (depth === 6 && author.variant) author.variant.names[name] = this.#text;
    else if (depth === 5 && name === 'affiliation') author.affiliations.push(tidy(this.#text));
    else if (depth === 5 && author.variant) {
      const { names, script } = author.variant;
      author.otherScripts.push(fullName(names['first'] ?? '', names['last'] ?? '', script));
      author.variant = undefined;
    } else if (depth === 5) author.names[name] = this.#text;
  }

  #closedAuthor({ id, names, otherScripts, affiliations }: OpenAuthor): void {
    this.#paper?.authors.push({
      id,
      name: fullName(names['first'] ?? '', names['last'] ?? ''),
      otherScripts: otherScripts.filter((each) => each !== ''),
      affiliations: affiliations.filter((each) => each !== ''),
    });
    this.#author = undefined;
  }
}

const refuse = (reason: string): never => {
  throw new DamagedFile(`${reason}; the rest of the file is not read`);
};
