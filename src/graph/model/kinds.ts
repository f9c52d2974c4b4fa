import { entityKinds, type EntityKind } from './entityKinds.ts';
import type { RelationName } from './relations.ts';

/** The properties of a kind of entity that the rest of the program uses. */
interface KindRow {
  /** The name of the GraphQL type. */
  typeName: string;
  /**
   * The relation that leads to an entity's papers; `paperCount` is the number of its edges. Null if `paperCount` is
   * always 1.
   */
  papersAlong: RelationName | null;
  /** Whether the entities have names by which they can be listed. Papers have titles instead. */
  isNamed: boolean;
  /**
   * The text fields by which lists are filtered, such as the venue of papers. They have few different values, and the
   * memory graph contains them as word columns.
   */
  words: readonly string[];
  /**
   * The fields of a record besides id, keys, name and paperCount. The value of each is the default if the source states
   * none.
   */
  fields: Readonly<Record<string, unknown>>;
}

/** The properties of all kinds. */
export const kinds = {
  AUTHOR: {
    typeName: 'Author',
    papersAlong: 'authorPapers',
    isNamed: true,
    words: ['identification'],
    fields: { alternativeNames: [] },
  },
  INSTITUTION: {
    typeName: 'Institution',
    papersAlong: 'institutionPapers',
    isNamed: true,
    words: ['countryCode', 'institutionType'],
    fields: { institutionType: null, countryCode: null, city: null },
  },
  PAPER: {
    typeName: 'Paper',
    papersAlong: null,
    isNamed: false,
    words: ['paperType', 'venueName'],
    fields: {
      title: null,
      date: null,
      year: null,
      paperType: null,
      venueName: null,
      url: null,
      codeUrl: null,
      citationCount: null,
      isRetracted: false,
      authorCount: null,
      authorListIsComplete: true,
    },
  },
  TOPIC: {
    typeName: 'Topic',
    papersAlong: 'topicPapers',
    isNamed: true,
    words: ['level'],
    fields: { level: null },
  },
} as const satisfies Record<EntityKind, KindRow>;

/** The row of a kind with its types widened, for code that works with any kind. */
export const kindRow = (kind: EntityKind): KindRow => kinds[kind];

/**
 * The kinds whose entities have names: all kinds except papers. Import files contain records of papers; most entities
 * of the named kinds are only mentioned in these.
 */
export type NamedKind = Exclude<EntityKind, 'PAPER'>;
export const namedKinds = entityKinds.filter((kind): kind is NamedKind => kinds[kind].isNamed);

/** Makes an object that contains one value for each named kind. */
export const perNamedKind = <Value>(value: (kind: NamedKind) => Value): Record<NamedKind, Value> =>
  Object.fromEntries(namedKinds.map((kind) => [kind, value(kind)])) as Record<NamedKind, Value>;

/** Makes an object that contains one value for each kind. */
export const perKind = <Value>(value: (kind: EntityKind) => Value): Record<EntityKind, Value> =>
  Object.fromEntries(entityKinds.map((kind) => [kind, value(kind)])) as Record<EntityKind, Value>;
