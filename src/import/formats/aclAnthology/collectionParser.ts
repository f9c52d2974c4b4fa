import type { SaxesTagPlain } from 'saxes';
import { tidy } from '../../../graph/names.ts';
import type { PrintedAuthor } from './anthologyPeople.ts';
import { AuthorParser } from './authorParser.ts';
import {
  MAX_RECORD_LENGTH,
  MAX_TEXT_LENGTH,
  refuse,
  xmlParser,
  type RecordParser,
  type XmlFault,
} from '../reading/xml.ts';

/** The data that all papers of a volume have in common. */
interface PrintedVolume {
  collection: string;
  number: string;
  year?: string;
  bookTitle?: string;
  journal?: string;
  /** The slugs of the volume's venues. The Anthology has stated them since 2022. */
  venues: string[];
}

/** A paper as it is in the XML. Texts have single spaces, and no markup except in formulas. */
export interface PrintedPaper {
  /** The line of the start tag of the paper, from 1. */
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
  /** Whether the paper was withdrawn. The Anthology then keeps only its metadata. */
  isRemoved: boolean;
  /** The day of the removal, as the XML writes it. */
  removalDate?: string;
  removalReason?: string;
  authors: PrintedAuthor[];
}

/** The maximum number of nested elements. Real files have fewer than 10 levels. */
const MAX_DEPTH = 40;
const MOST_AUTHORS = 20_000;

const placeFields = { year: 'year', booktitle: 'bookTitle', journal: 'journal', 'journal-title': 'journal' };
const volumeFields = new Map(Object.entries(placeFields));
const paperFields = new Map(
  Object.entries({
    ...placeFields,
    ...{ title: 'title', abstract: 'abstract', doi: 'doi', removed: 'removalReason' },
  }),
);

/**
 * Reads `collection/volume/{meta, paper}` from XML that is given in parts. All other elements, such as frontmatter and
 * editors, are skipped. All methods throw DamagedFile if the XML is not well-formed or exceeds a limit, for example the
 * maximum length of a text.
 */
export class CollectionParser implements RecordParser {
  readonly faults: XmlFault[] = [];
  readonly #parser = xmlParser(this.faults);
  readonly #onPaper: (paper: PrintedPaper) => void;
  readonly #open: string[] = [];
  #volume: PrintedVolume = { collection: '', number: '', venues: [] };
  #paper: PrintedPaper | undefined;
  #author: AuthorParser | undefined;
  #text = '';
  #lengthSinceTag = 0;
  /** The number of characters since the start tag of the paper. */
  #paperLength = 0;

  /** @param onPaper called at the end tag of each paper */
  constructor(onPaper: (paper: PrintedPaper) => void) {
    this.#onPaper = onPaper;
    this.#parser.on('opentag', (tag) => this.#onOpenTag(tag));
    this.#parser.on('closetag', (tag) => this.#onCloseTag(tag.name));
    this.#parser.on('text', (text) => this.#onText(text));
    this.#parser.on('cdata', (text) => this.#onText(text));
  }

  write(part: string): void {
    this.#lengthSinceTag += part.length;
    this.#paperLength += part.length;
    this.#parser.write(part);
    if (this.#paper && this.#paperLength > MAX_RECORD_LENGTH) {
      refuse(`a paper has more than ${MAX_RECORD_LENGTH} characters`);
    }
    if (this.#lengthSinceTag > MAX_TEXT_LENGTH) refuse(`no tag ends within ${MAX_TEXT_LENGTH} characters`);
  }

  close(): void {
    this.#parser.close();
  }

  /** The current line, from 1. */
  get line(): number {
    return this.#parser.line;
  }

  #onText(text: string): void {
    // the text of a field includes the text inside its markup
    if (this.#open.length < 4) return;
    if (this.#text.length + text.length > MAX_TEXT_LENGTH) {
      refuse(`a text has more than ${MAX_TEXT_LENGTH} characters`);
    }
    this.#text += text;
  }

  #onOpenTag(tag: SaxesTagPlain): void {
    this.#lengthSinceTag = 0;
    const depth = this.#open.push(tag.name);
    if (depth > MAX_DEPTH) refuse(`elements nest deeper than ${MAX_DEPTH}`);
    const id = tag.attributes['id'] ?? '';
    if (depth === 1) {
      if (tag.name !== 'collection') refuse(`expected a <collection>, found <${tag.name}>`);
      this.#volume = { collection: id, number: '', venues: [] };
    } else if (depth === 2) this.#volume = { collection: this.#volume.collection, number: id, venues: [] };
    else if (depth === 3 && tag.name === 'paper') {
      const { line } = this.#parser;
      const type = tag.attributes['type'];
      this.#paperLength = 0;
      this.#paper = {
        ...{ line, volume: this.#volume, number: id, type },
        ...{ isRetracted: false, isRemoved: false, authors: [] },
      };
    } else if (depth === 4) this.#onOpenField(tag);
    else if (tag.name === 'tex-math') this.#text += '<tex-math>';
    else if (this.#author?.open(tag, depth - 4)) this.#text = '';
  }

  #onOpenField(tag: SaxesTagPlain): void {
    const { name, attributes } = tag;
    this.#text = '';
    const paper = this.#paper;
    if (!paper) return;
    if (name === 'author') {
      if (paper.authors.length >= MOST_AUTHORS) refuse(`a paper has more than ${MOST_AUTHORS} authors`);
      this.#author = new AuthorParser(tag);
    } else if (name === 'pwccode' && attributes['url']) paper.codeUrl = attributes['url'];
    else if (name === 'retracted') paper.isRetracted = true;
    else if (name === 'removed') {
      paper.isRemoved = true;
      if (attributes['date']) paper.removalDate = attributes['date'];
    }
  }

  #onCloseTag(name: string): void {
    this.#lengthSinceTag = 0;
    const depth = this.#open.length;
    if (name === 'tex-math' && depth > 4) this.#text += '</tex-math>';
    if (this.#author && depth > 4) this.#author.close(name, this.#text, depth - 4);
    else if (this.#author && depth === 4) {
      this.#paper?.authors.push(this.#author.author());
      this.#author = undefined;
    } else if (depth === 4) this.#onCloseField(name);
    else if (depth === 3 && this.#paper) {
      this.#onPaper(this.#paper);
      this.#paper = undefined;
    }
    this.#open.pop();
  }

  #onCloseField(name: string): void {
    if (name === 'venue' && this.#open[2] === 'meta') this.#volume.venues.push(tidy(this.#text));
    const field = this.#paper ? paperFields.get(name) : volumeFields.get(name);
    if (field === undefined || !(this.#paper || this.#open[2] === 'meta')) return;
    Object.assign(this.#paper ?? this.#volume, { [field]: tidy(this.#text) });
  }
}
