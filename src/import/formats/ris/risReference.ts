import { tidy } from '../../../graph/names.ts';
import { isNameSuffix, nameInOrder } from '../references/nameInOrder.ts';
import type { Reference } from '../references/referenceRecord.ts';

/** The values of a reference, by tag. */
type RisFields = ReadonlyMap<string, readonly string[]>;

/** The paper type for each type of RIS. Types that are not listed here become OTHER. */
const paperTypes = new Map(
  Object.entries({
    ABST: 'ARTICLE',
    BOOK: 'BOOK',
    CHAP: 'BOOK_CHAPTER',
    COMP: 'SOFTWARE',
    CONF: 'CONFERENCE_PAPER',
    CPAPER: 'CONFERENCE_PAPER',
    DATA: 'DATASET',
    DICT: 'BOOK_CHAPTER',
    EBOOK: 'BOOK',
    ECHAP: 'BOOK_CHAPTER',
    EDBOOK: 'BOOK',
    EJOUR: 'ARTICLE',
    ENCYC: 'BOOK_CHAPTER',
    INPR: 'ARTICLE',
    JFULL: 'ARTICLE',
    JOUR: 'ARTICLE',
    MGZN: 'ARTICLE',
    RPRT: 'REPORT',
    THES: 'DISSERTATION',
    UNPB: 'PREPRINT', // unpublished work; our export also writes UNPB for preprints, for which RIS has no type
  }),
);

/** Translates the tags of a reference. Programs use several tags for one thing; the usual one comes first. */
export const risReference = (fields: RisFields): Reference => {
  const all = (...tags: string[]): string[] =>
    tags
      .flatMap((tag) => fields.get(tag) ?? [])
      .map(tidy)
      .filter((value) => value !== '');
  const first = (...tags: string[]): string | undefined => all(...tags)[0];
  const type = first('TY')?.toUpperCase();
  const title = first('TI', 'T1', 'CT', 'BT');
  const authors = all('AU', 'A1');
  return {
    doi: first('DO') ?? all('M3', 'N1').find((value) => /^(?:doi:\s*)?10\.\d{4,9}\/\S+$/i.test(value)),
    addresses: all('UR', 'L2', 'LK').flatMap((value) => value.split(/[;\s]+(?=https?:)/i)),
    citationKeys: all('ID'),
    mentions: all('T2', 'JO', 'N1', 'AN', 'M1'),
    title,
    abstract: first('AB', 'N2'),
    paperType: type === undefined || type === 'GEN' ? undefined : (paperTypes.get(type) ?? 'OTHER'),
    venueName: all('T2', 'JO', 'JF', 'JA', 'BT', 'PB').find((value) => value !== title),
    dates: all('PY', 'Y1', 'DA', 'PR'),
    authors: (authors.length > 0 ? authors : all('A2', 'ED')).map((name) => ({ name: displayedName(name) })),
    notes: all('N1'),
    keywords: all('KW').flatMap((value) => value.split(';')),
  };
};

/** RIS writes a name as `Family, Given, Suffix`. A name without a comma is returned unchanged. */
const displayedName = (name: string): string => {
  const [family = '', given = '', suffix = '', ...others] = name.split(',').map(tidy);
  if (others.length > 0) return name;
  return suffix === '' && isNameSuffix(given)
    ? nameInOrder({ family, suffix: given })
    : nameInOrder({ family, given, suffix });
};
