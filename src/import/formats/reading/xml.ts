import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import type { ReadingProgress } from '../../importRecord.ts';
import { DamagedFile, readChunks } from './chunks.ts';
import type { SourceFile } from './sourceFiles.ts';

/** The maximum number of characters between two tags. It limits the memory that an endless tag or text takes. */
export const MAX_TEXT_LENGTH = 4_000_000;
/** The maximum number of characters of a record, with markup. It limits the memory that a record takes. */
export const MAX_RECORD_LENGTH = 16 * 1024 * 1024;

/** Ends the reading of a file. @throws DamagedFile */
export const refuse = (reason: string): never => {
  throw new DamagedFile(`${reason}; the rest of the file is not read`);
};

interface XmlOptions {
  /** The values of XML entities, by name. They are declared in an external DTD, which is not read. */
  entities?: Readonly<Record<string, string>>;
  /** Encodings that the file may declare, in lower case. */
  encodings?: readonly string[];
}

/** An error in XML that does not hide where elements begin and end, for example an unknown entity in a text. */
export interface XmlFault {
  line: number;
  fault: string;
}

/**
 * Matches the parser's messages about errors in a text or an attribute. The parser continues after such an error and
 * keeps the characters as they are.
 */
const faultInText =
  /^(?:undefined entity|malformed character entity|empty entity name|disallowed character|the string "]]>" .*|duplicate attribute: .*)$/;

/**
 * A parser that throws DamagedFile if the XML is not well-formed or declares entities: a few bytes of entities can
 * expand to gigabytes. Unknown entities and characters that XML does not allow stay as they are.
 *
 * @param faults receives errors that damage at most one text
 */
export const xmlParser = (faults: XmlFault[], { entities, encodings = [] }: XmlOptions = {}): SaxesParser => {
  const parser = new SaxesParser();
  Object.assign(parser.ENTITIES, entities);
  parser.on('error', ({ message }) => {
    const reason = message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
    if (!faultInText.test(reason)) refuse(reason);
    faults.push({ line: parser.line, fault: `the XML has an error: ${reason}` });
  });
  parser.on('doctype', (declaration) => {
    if (declaration.includes('[')) refuse('the file declares entities of its own, which is not allowed');
  });
  parser.on('xmldecl', ({ encoding = 'UTF-8' }) => {
    if (!['utf-8', 'utf8', 'utf-16', 'us-ascii', ...encodings].includes(encoding.toLowerCase()))
      refuse(`the encoding is ${encoding}, expected UTF-8`);
  });
  return parser;
};

/** Reads records from XML that is given in parts. */
export interface RecordParser {
  write(part: string): void;
  close(): void;
  /** The current line, from 1. */
  readonly line: number;
  /** The errors so far that damage at most one text. The reader removes them from the list. */
  readonly faults: XmlFault[];
}

/**
 * Reads the records of an XML file, plain or gzip, and the errors in texts. If the file is damaged, not well-formed or
 * dangerous, the last item is the reason.
 *
 * @param open makes a parser that calls `onRecord` for each record
 * @param otherEncoding the encoding of the file from the first place on that is not UTF-8; without it, the file counts
 *   as damaged there
 */
export async function* readXml<Item>(
  file: SourceFile,
  progress: ReadingProgress,
  open: (onRecord: (record: Item) => void) => RecordParser,
  otherEncoding?: 'windows-1252',
): AsyncGenerator<Item | XmlFault | { line: number; damage: string }> {
  let records: Item[] = [];
  const parser = open((record) => records.push(record));
  const decode = decoder(otherEncoding);
  const escaped = signEscaper(parser);
  let damage: string | undefined;
  try {
    for await (const chunk of readChunks(file, progress)) {
      parser.write(escaped(decode(chunk)));
      yield* records;
      yield* parser.faults.splice(0);
      records = [];
    }
    parser.write(escaped(decode(), true));
    parser.close();
  } catch (error) {
    if (!(error instanceof DamagedFile)) throw error;
    damage = error.message;
  }
  yield* records;
  yield* parser.faults.splice(0);
  if (damage !== undefined) yield { line: parser.line, damage };
}

/** Matches an ampersand that does not begin an entity, and a less-than sign that does not begin a tag. */
const bareSign = /&(?!(?:[a-z_:][\w:.-]{0,60}|#\d{1,8}|#x[\da-f]{1,6});)|<(?![a-z_:/!?\u0080-\uffff])/gi;
const escapes: Readonly<Record<string, readonly [escape: string, fault: string]>> = {
  '&': ['&amp;', 'the XML has an error: an ampersand is not escaped'],
  '<': ['&lt;', 'the XML has an error: a less-than sign is not escaped'],
};

/**
 * Escapes signs that do not begin an entity or a tag, and reports them: some programs do not escape them, as in `R & D`
 * and `p < 0.05`. The end of a text that may be the beginning of an entity or a tag is kept for the next one.
 */
const signEscaper = ({ faults, line }: RecordParser): ((text: string, isLast?: boolean) => string) => {
  let rest = '';
  let lines = line;
  return (text, isLast = false) => {
    const all = rest + text;
    const end = isLast ? -1 : all.search(/(?:&[\w:#.-]{0,61}|<)$/);
    rest = end < 0 ? '' : all.slice(end);
    const part = end < 0 ? all : all.slice(0, end);
    const lineAt = (index: number): number => lines + part.slice(0, index).split('\n').length - 1;
    const escaped = part.replace(bareSign, (sign, index: number) => {
      const [escape, fault] = escapes[sign] ?? [sign, ''];
      faults.push({ line: lineAt(index), fault });
      return escape;
    });
    lines = lineAt(part.length);
    return escaped;
  };
};

const decoder = (otherEncoding: 'windows-1252' | undefined): ((chunk?: Buffer) => string) => {
  let current = new TextDecoder('utf-8', { fatal: true });
  return (chunk) => {
    try {
      return chunk ? current.decode(chunk, { stream: true }) : current.decode();
    } catch {
      if (otherEncoding === undefined) return refuse('the file is not UTF-8 near this line');
      current = new TextDecoder(otherEncoding);
      return current.decode(chunk, { stream: true });
    }
  };
};
