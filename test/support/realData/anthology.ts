import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { hasOnlyInitials } from '../../../src/graph/identity/hasOnlyInitials.ts';
import type { CountedPaper } from './countedGraph.ts';
import { bareDoi, idOf, singleSpaced } from './spelling.ts';
import { elements, parseXml, textOfElement, type XmlElement } from './xmlTree.ts';

/*
 * The ACL Anthology read from its XML and YAML in the slow and obvious way, straight from semantics.md ("ACL
 * Anthology"). It shares no code with the format that imports it.
 */

/** A paper that the Anthology has not removed. */
export interface AnthologyPaper extends CountedPaper {
  acl: string;
  /** The one it keeps, bare. */
  doi: string | undefined;
  title: string | null;
  isRetracted: boolean;
}

export interface AnthologyAuthor {
  name: string;
  alternativeNames: Set<string>;
}

export interface Anthology {
  papers: AnthologyPaper[];
  /** The ids of removed papers. */
  removed: string[];
  authors: Map<string, AnthologyAuthor>;
  /** Identifiers that fail, and DOIs that a second paper claims. */
  droppedIdentifiers: number;
  authorsWithoutName: number;
}

interface CuratedPerson {
  id: string | undefined;
  canonical: string;
  spellings: string[];
}

interface Authorship {
  /** Undefined where only a name tells who it is. */
  acl: string | undefined;
  /** The id in the XML. */
  explicit: string | undefined;
  name: string;
  printed: string;
  person: CuratedPerson | undefined;
  otherScripts: string[];
}

interface People {
  byId: Map<string, CuratedPerson>;
  bySpelling: Map<string, CuratedPerson[]>;
}

type YamlName = Partial<Record<'first' | 'last', string>>;
interface YamlPerson {
  canonical: YamlName;
  variants?: YamlName[];
  variant?: YamlName;
  id?: string;
}

const readPeople = (folder: string): People => {
  const text = readFileSync(join(folder, 'yaml', 'name_variants.yaml'), 'utf8');
  const people: People = { byId: new Map(), bySpelling: new Map() };
  for (const entry of parse(text, { schema: 'failsafe' }) as YamlPerson[]) {
    const names = [entry.canonical, ...(entry.variants ?? []), ...(entry.variant ? [entry.variant] : [])];
    const spellings = names.map(({ first = '', last = '' }) => singleSpaced(`${first} ${last}`));
    const person = { id: entry.id, canonical: spellings[0]!, spellings };
    if (entry.id !== undefined) people.byId.set(entry.id, person);
    for (const spelling of new Set(spellings)) {
      people.bySpelling.set(spelling, [...(people.bySpelling.get(spelling) ?? []), person]);
    }
  }
  return people;
};

/**
 * "an author is its `@id`, else the only curated person so spelled, else the exact name"; a name of only initials, and
 * the second person of a name on a paper, are known only from that paper (identity.md).
 */
const authorship = (author: XmlElement, people: People): Authorship | undefined => {
  const printed = singleSpaced(
    `${textOfElement(author, 'first') ?? ''} ${textOfElement(author, 'last') ?? ''}`,
  );
  if (printed === '') return undefined;
  const explicit = author.attributes['id'];
  const spelled = people.bySpelling.get(printed) ?? [];
  const person =
    explicit === undefined ? (spelled.length === 1 ? spelled[0] : undefined) : people.byId.get(explicit);
  const id = explicit ?? person?.id;
  return {
    acl: id,
    explicit,
    name: person?.canonical ?? printed,
    printed,
    person,
    // in Chinese characters the family name comes first and no space stands between
    otherScripts: elements(author, 'variant').map((variant) =>
      singleSpaced(`${textOfElement(variant, 'last') ?? ''}${textOfElement(variant, 'first') ?? ''}`),
    ),
  };
};

/** The ids of the authors of a paper, in order. */
const authorIds = (paper: string, authorships: readonly Authorship[]): string[] =>
  authorships.map(({ acl, name }, index) => {
    if (acl !== undefined) return idOf('author', 'acl', acl);
    const before = authorships.slice(0, index).filter((each) => each.acl === undefined && each.name === name);
    if (before.length > 0) return idOf('author', 'acl-name', `${name} (${paper}, ${before.length + 1})`);
    return idOf('author', 'acl-name', hasOnlyInitials(name) ? `${name} (${paper})` : name);
  });

/** "old style: W, C69 and D19 from volume 5 use 2 + 2 digits, other letters 1 + 3; new style `collection-volume.paper`" */
const anthologyId = (collection: string, volume: string, paper: string): string => {
  if (collection.includes('.')) return `${collection}-${volume}.${paper}`;
  const isLong =
    collection.startsWith('W') || collection === 'C69' || (collection === 'D19' && Number(volume) >= 5);
  return isLong
    ? `${collection}-${volume.padStart(2, '0')}${paper.padStart(2, '0')}`
    : `${collection}-${volume}${paper.padStart(3, '0')}`;
};

/** "the paper's or volume's `<year>`, else the collection's (`yy` ≥ 50 is 19yy)" */
const yearOf = (collection: string, volume: XmlElement, paper: XmlElement): number => {
  const [meta] = elements(volume, 'meta');
  const printed = textOfElement(paper, 'year') ?? (meta && textOfElement(meta, 'year'));
  if (printed !== undefined) return Number(printed);
  if (collection.includes('.')) return Number(collection.slice(0, 4));
  const short = Number(collection.slice(1));
  return short >= 50 ? 1900 + short : 2000 + short;
};

/** A paper before it is known who else claims its DOI. */
interface ReadPaper extends Omit<AnthologyPaper, 'id' | 'authors'> {
  writtenDoi: string | undefined;
  isRemoved: boolean;
  authorships: Authorship[];
  authorsWithoutName: number;
}

function* readPapers(folder: string, people: People): Generator<ReadPaper> {
  const files = readdirSync(join(folder, 'xml')).filter((file) => file.endsWith('.xml'));
  for (const file of files.sort()) {
    const root = parseXml(readFileSync(join(folder, 'xml', file), 'utf8'));
    const collection = root.attributes['id']!;
    for (const volume of elements(root, 'volume')) {
      for (const paper of elements(volume, 'paper')) {
        const acl = anthologyId(collection, volume.attributes['id']!, paper.attributes['id']!);
        yield readPaper(paper, acl, yearOf(collection, volume, paper), people);
      }
    }
  }
}

/** The symbols in the formulas of titles. */
const mathSymbols: Readonly<Record<string, string>> = {
  ...{ Phi: 'Φ', circ: '°', ell: 'ℓ', epsilon: 'ε', infty: '∞', lambda: 'λ', leftrightarrow: '↔' },
  ...{ sharp: '♯', tau: 'τ', varepsilon: 'ε' },
};
const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const subscripts = '₀₁₂₃₄₅₆₇₈₉';

/** A formula of a title as a person writes it in plain text; digits are raised or lowered, braces are dropped. */
const readableMath = (tex: string): string =>
  tex
    .replace(/\\(?:mathcal|textrm)\{(\w+)\}/g, '$1')
    .replace(/\\([A-Za-z]+)/g, (command, name: string) => mathSymbols[name] ?? command)
    .replace(/[{}]/g, '')
    .replace(/\^°/g, '°')
    .replace(/\^(\d)/g, (_, digit: string) => superscripts[Number(digit)]!)
    .replace(/_(\d)/g, (_, digit: string) => subscripts[Number(digit)]!);

/** The text of a title. One title has characters of an old encoding, and one has an entity that is escaped twice. */
const titleText = ({ name, content }: XmlElement): string => {
  const text = content.map((item) => (typeof item === 'string' ? item : titleText(item))).join('');
  const readable = name === 'tex-math' ? readableMath(text) : text;
  return readable.replace(/[\u0080-\u009f]/g, ' ').replaceAll('&amp;', '&');
};

const readPaper = (paper: XmlElement, acl: string, year: number, people: People): ReadPaper => {
  const isRemoved = elements(paper, 'removed').length > 0;
  const listed = elements(paper, 'author').map((author) => authorship(author, people));
  const writtenDoi = textOfElement(paper, 'doi');
  const [title] = elements(paper, 'title');
  return {
    acl,
    writtenDoi,
    doi: writtenDoi === undefined ? undefined : bareDoi(writtenDoi),
    title: title ? singleSpaced(titleText(title)) || null : null,
    year,
    isRetracted: elements(paper, 'retracted').length > 0,
    isRemoved,
    authorships: listed.filter((each) => each !== undefined),
    authorsWithoutName: listed.filter((each) => each === undefined).length,
    topics: [],
    references: [],
  };
};

/** "an identifier both claim belongs to the smaller own id and is reported" */
const doiOwners = (papers: readonly ReadPaper[]): Map<string, string> => {
  const owners = new Map<string, string>();
  for (const { doi, acl } of papers) {
    const known = doi === undefined ? undefined : owners.get(doi);
    if (doi !== undefined && (known === undefined || acl < known)) owners.set(doi, acl);
  }
  return owners;
};

/** "the curated one, else the most frequent printed, then the smallest" */
const nameOf = (authorships: readonly Authorship[]): AnthologyAuthor => {
  const person = authorships.find((each) => each.person)?.person;
  const frequency = new Map<string, number>();
  for (const { printed } of authorships) frequency.set(printed, (frequency.get(printed) ?? 0) + 1);
  const [mostFrequent] = [...frequency].sort(
    ([a, m], [b, n]) => n - m || Buffer.compare(Buffer.from(a), Buffer.from(b)),
  );
  const name = person?.canonical ?? mostFrequent![0];
  const alternativeNames = new Set(
    authorships.flatMap((each) => [each.printed, ...(each.person?.spellings ?? []), ...each.otherScripts]),
  );
  alternativeNames.delete(name);
  return { name, alternativeNames };
};

export const readAnthology = (folder: string): Anthology => {
  const people = readPeople(folder);
  const all = [...readPapers(folder, people)];
  const read = all.filter(({ isRemoved }) => !isRemoved);
  const owners = doiOwners(read);
  const authorshipsOf = new Map<string, Authorship[]>();
  let droppedIdentifiers = 0;
  const papers = read.map(
    ({ authorships, writtenDoi, doi: claimed, authorsWithoutName: _, isRemoved: __, ...paper }) => {
      const doi = claimed !== undefined && owners.get(claimed) === paper.acl ? claimed : undefined;
      if (writtenDoi !== undefined && doi === undefined) droppedIdentifiers += 1;
      const id = doi === undefined ? idOf('paper', 'acl', paper.acl) : idOf('paper', 'doi', doi);
      const byAuthor = new Map<string, Authorship>();
      for (const [index, author] of authorIds(id, authorships).entries()) {
        if (!byAuthor.has(author)) byAuthor.set(author, authorships[index]!);
      }
      for (const [author, each] of byAuthor) {
        const list = authorshipsOf.get(author);
        if (list) list.push(each);
        else authorshipsOf.set(author, [each]);
      }
      return { ...paper, id, doi, authors: [...byAuthor.keys()] };
    },
  );
  return {
    papers,
    removed: all.flatMap(({ isRemoved, acl }) => (isRemoved ? [acl] : [])),
    authors: new Map([...authorshipsOf].map(([id, each]) => [id, nameOf(each)])),
    droppedIdentifiers,
    authorsWithoutName: read.reduce((total, paper) => total + paper.authorsWithoutName, 0),
  };
};

/** A paper with the spellings of its authors, and who they are. */
export interface SpelledPaper {
  acl: string;
  title: string | null;
  year: number | null;
  venue: string | undefined;
  /** `id` as the XML gives it; `person` tells curated people apart. */
  authors: { name: string; id: string | undefined; person: string }[];
}

/** The Anthology without what its curators know about spellings. The venue is the collection's, without the year. */
export const readAnthologySpellings = (folder: string): SpelledPaper[] =>
  [...readPapers(folder, readPeople(folder))].map(({ acl, title, year, authorships }) => ({
    acl,
    title,
    year,
    venue: acl.includes('.') ? /\.([a-z0-9_]+)-/.exec(acl)?.[1] : acl[0],
    authors: authorships.map(({ acl: curated, explicit, name, printed }) => ({
      name: printed,
      id: explicit,
      person: curated === undefined ? `name ${name}` : `id ${curated}`,
    })),
  }));
