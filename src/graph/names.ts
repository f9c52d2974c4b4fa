import { compareTexts } from './model/compareTexts.ts';
import { folded } from './model/foldText.ts';
import { entityId, LONGEST_ID, parseId, type EntityId } from './model/ids.ts';
import type { EntityKind } from './model/entityKinds.ts';
import { withoutFormatCharacters } from './model/withoutFormatCharacters.ts';

/**
 * Returns the text in NFC, trimmed, without invisible and control characters, and with single spaces. Case and accents
 * are kept.
 */
export const tidy = (text: string): string => {
  const composed = withoutFormatCharacters(text).normalize('NFC');
  return untidySpace.test(composed) ? composed.replace(/[\s\p{Cc}]+/gu, ' ').trim() : composed;
};

/**
 * Finds texts whose spaces or control characters `tidy` has to change. Most texts need no change, and a test is faster
 * than a replacement.
 */
const untidySpace = /\s\s|[^\S ]|\p{Cc}|^ | $/u;

/**
 * The key of an entity whose source gives no identifier for it: the source and the exact name. A name that is too long
 * for an id is cut, and a checksum of the whole name is appended.
 */
export const nameKey = (kind: EntityKind, source: string, name: string): EntityId => {
  const exact = tidy(name);
  const key = entityId(kind, `${source}-name`, exact);
  if (key.length <= LONGEST_ID) return key;
  let beginning = key.slice(0, LONGEST_ID - 20).replace(/%[0-9A-F]?$/, '');
  // removes the rest of a character whose percent-encoding was cut, until the id is valid
  while (!parseId(beginning)) beginning = beginning.slice(0, -3);
  return `${beginning}~${checksum(exact)}`;
};

/** The FNV-1a hash of the UTF-16 units of a text. It distinguishes names; it is not meant for security. */
const checksum = (text: string): string => {
  let hash = 0xcbf29ce484222325n;
  for (let index = 0; index < text.length; index += 1) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(index))) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, '0');
};

/**
 * The key of a topic without identifiers: its level (by default KEYWORD) and its lower-case name. It is the same for
 * all sources.
 */
export const topicNameKey = (name: string, level: string | null): EntityId => {
  const key = entityId('TOPIC', (level ?? 'KEYWORD').toLowerCase(), tidy(name).toLowerCase());
  return key.length <= LONGEST_ID ? key : nameKey('TOPIC', 'long', name.toLowerCase());
};

/** The names of an author in one authorship. */
export interface PrintedName {
  printed: string;
  /** The canonical name that the source maintains for the person, if it does; it may differ from the printed name. */
  curated: string | null;
  alternatives: readonly string[];
}

/** All spellings of an author's name in one authorship. A spelling may occur several times. */
export const printedSpellings = ({ printed, curated, alternatives }: PrintedName): string[] => [
  printed,
  ...(curated === null ? [] : [curated]),
  ...alternatives,
];

const byFrequency = (names: readonly string[]): string | undefined => {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || compareTexts(a, b))[0]?.[0];
};

/**
 * The name of an author is the most frequent curated name or, without curated names, the most frequent printed name. If
 * several are equally frequent, it is the first in the order of code points. All other spellings are alternative names,
 * in the order of their folded form.
 */
export const authorNames = (
  authorships: readonly PrintedName[],
): { name: string; alternativeNames: string[] } => {
  const curated = authorships.flatMap((each) => each.curated ?? []);
  const name = byFrequency(curated) ?? byFrequency(authorships.map((each) => each.printed)) ?? '';
  const spellings = new Set(authorships.flatMap(printedSpellings));
  spellings.delete(name);
  return { name, alternativeNames: [...spellings].sort(compareNames) };
};

/** Compares names by their folded form, then by code points. */
const compareNames = (left: string, right: string): number =>
  compareTexts(folded(left), folded(right)) || compareTexts(left, right);
