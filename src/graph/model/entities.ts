import type { EntityKind } from './entityKinds.ts';
import type { EntityId } from './ids.ts';

export type IdentifierScheme =
  'ACL_ANTHOLOGY' | 'ARXIV' | 'DBLP' | 'DOI' | 'OPENALEX' | 'ORCID' | 'ROR' | 'SEMANTIC_SCHOLAR';

export const paperTypes = [
  'ARTICLE',
  'BOOK',
  'BOOK_CHAPTER',
  'CONFERENCE_PAPER',
  'DATASET',
  'DISSERTATION',
  'EDITORIAL',
  'LETTER',
  'OTHER',
  'PREPRINT',
  'REPORT',
  'REVIEW',
  'SOFTWARE',
] as const;
export type PaperType = (typeof paperTypes)[number];

export const topicLevels = ['DOMAIN', 'FIELD', 'SUBFIELD', 'TOPIC', 'KEYWORD'] as const;
export type TopicLevel = (typeof topicLevels)[number];

export const institutionTypes = [
  'ARCHIVE',
  'COMPANY',
  'EDUCATION',
  'FACILITY',
  'FUNDER',
  'GOVERNMENT',
  'HEALTHCARE',
  'NONPROFIT',
  'OTHER',
] as const;
export type InstitutionType = (typeof institutionTypes)[number];

interface EntityRecord {
  id: EntityId;
  /**
   * Every id by which the entity is found: its identifiers, its name keys, and the ids of entities that were merged
   * into it.
   */
  keys: readonly EntityId[];
  /** The number of papers by, about or from the entity; 1 for a paper. */
  paperCount: number;
}

export interface Author extends EntityRecord {
  kind: 'AUTHOR';
  name: string;
  alternativeNames: readonly string[];
}

export interface Institution extends EntityRecord {
  kind: 'INSTITUTION';
  name: string;
  institutionType: InstitutionType | null;
  countryCode: string | null;
  city: string | null;
}

export interface Topic extends EntityRecord {
  kind: 'TOPIC';
  name: string;
  level: TopicLevel | null;
}

/** The fields that a paper has in imports, in stores and in the API. */
export interface PaperFields {
  title: string | null;
  /** The date of publication, YYYY-MM-DD; null if the day is unknown. */
  date: string | null;
  year: number | null;
  paperType: PaperType | null;
  venueName: string | null;
  url: string | null;
  codeUrl: string | null;
  /** The number of citations that the source reports; null if it reports none. */
  citationCount: number | null;
  isRetracted: boolean;
  /** The number of all authors; null if the source lists only some of them and does not state their number. */
  authorCount: number | null;
  authorListIsComplete: boolean;
}

/** A paper without its abstract. Abstracts are long, so they are read separately. */
export interface Paper extends EntityRecord, PaperFields {
  kind: 'PAPER';
  /** The number of stored papers that cite the paper. */
  storedCitations: number;
  /**
   * Whether the paper has more authors than the collaboration cap. If so, it does not make its authors collaborators or
   * their institutions partners.
   */
  isTooLargeForCollaboration: boolean;
}

/**
 * Texts of a paper as LaTeX, with the formulas that the source states. A text is null if its plain text shows
 * everything.
 */
export interface LatexTexts {
  titleLatex: string | null;
  abstractLatex: string | null;
}

export type Entity = Author | Institution | Paper | Topic;
export type EntityOf<K extends EntityKind> = Extract<Entity, { kind: K }>;

/** The fields of a brief entity, which are sufficient to print, order and draw it. */
export const briefFields = {
  AUTHOR: ['kind', 'id', 'paperCount', 'name'],
  INSTITUTION: ['kind', 'id', 'paperCount', 'name', 'countryCode'],
  PAPER: ['kind', 'id', 'paperCount', 'title', 'date', 'year', 'citationCount', 'storedCitations'],
  TOPIC: ['kind', 'id', 'paperCount', 'name', 'level'],
} as const satisfies { [K in EntityKind]: readonly (keyof EntityOf<K>)[] };

/** An entity of which perhaps only the brief fields were read. Every full entity is also a brief entity. */
export type BriefEntityOf<K extends EntityKind> = K extends EntityKind
  ? Pick<EntityOf<K>, (typeof briefFields)[K][number] & keyof EntityOf<K>>
  : never;
export type BriefEntity = BriefEntityOf<EntityKind>;

export const isFullEntity = (entity: BriefEntity): entity is Entity => 'keys' in entity;

/**
 * Checks that an entity is complete. @throws TypeError for a brief entity; a store may return one only if the request
 * allows it.
 */
export const fullEntity = (entity: BriefEntity): Entity => {
  if (isFullEntity(entity)) return entity;
  throw new TypeError(
    `The store returned ${entity.id} as a brief entity, but the request is for full entities.`,
  );
};

/** The name or title of the entity; its id if it has none. */
export const labelOf = (entity: BriefEntity): string =>
  (entity.kind === 'PAPER' ? entity.title : entity.name) ?? entity.id;
