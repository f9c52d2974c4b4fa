import {
  briefFields,
  type EntityKind,
  type InstitutionType,
  type PaperType,
  type TopicLevel,
} from '../../graph/model/entities.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import type { EdgeShape } from '../../graph/model/relations.ts';

/** The label of a kind's nodes. */
export const labels: Readonly<Record<EntityKind, string>> = {
  AUTHOR: 'Author',
  INSTITUTION: 'Institution',
  PAPER: 'Paper',
  TOPIC: 'Topic',
};

/** The type of each property that is read of nodes; each may be missing. */
interface NodeProperties {
  id: EntityId;
  keys: EntityId[];
  paperCount: number;
  name: string;
  alternativeNames: string[];
  institutionType: InstitutionType;
  countryCode: string;
  city: string;
  level: TopicLevel;
  title: string;
  date: string;
  year: number;
  citationCount: number;
  paperType: PaperType;
  venueName: string;
  url: string;
  codeUrl: string;
  isRetracted: boolean;
  authorCount: number;
  authorListIsComplete: boolean;
  teamSize: number;
}

/*
 * What is read of a node: never all, which would bring abstracts and spellings along; and in lists, since the names
 * of a map's fields come with each map and take longer to read than the values. The brief fields
 * come first.
 */
const nodeProperties = {
  AUTHOR: ['id', 'paperCount', 'name', 'keys', 'alternativeNames'],
  INSTITUTION: ['id', 'paperCount', 'name', 'countryCode', 'keys', 'institutionType', 'city'],
  PAPER: [
    ...(['id', 'title', 'date', 'year', 'citationCount'] as const),
    ...(['keys', 'paperType', 'venueName', 'url', 'codeUrl', 'isRetracted'] as const),
    ...(['authorCount', 'authorListIsComplete', 'teamSize'] as const),
  ],
  TOPIC: ['id', 'paperCount', 'name', 'level', 'keys'],
} as const satisfies Readonly<Record<EntityKind, readonly (keyof NodeProperties)[]>>;

type ValuesOf<Names extends readonly (keyof NodeProperties)[]> = {
  -readonly [Place in keyof Names]?: NodeProperties[Names[Place]] | null;
};
/** A node as `nodeProjection` reads it: what is not stored is null, what was not read is absent. */
export type NodeValues<Kind extends EntityKind = EntityKind> = ValuesOf<(typeof nodeProperties)[Kind]>;

/** The node of the kind as a list. */
export const nodeProjection = (kind: EntityKind, { brief = false, variable = 'node' } = {}): string =>
  listed(
    variable,
    nodeProperties[kind].filter((property) => !brief || isBriefField(kind, property)),
  );

const isBriefField = (kind: EntityKind, property: string): boolean =>
  (briefFields[kind] as readonly string[]).includes(property);

/** The type of each property that is read of relationships. */
interface EdgeProperties {
  papers: number;
  firstYear: number | null;
  lastYear: number | null;
  strength: number | null;
  score: number | null;
  position: number;
  printed: string;
  isCorresponding: boolean | null;
  /** '' where the affiliation has none: Cypher's lists hold no null. */
  affiliationsAsPrinted: string[];
  institutionIds: EntityId[];
}

const edgeProperties = {
  plain: [],
  authorship: ['position', 'printed', 'isCorresponding', 'affiliationsAsPrinted', 'institutionIds'],
  scored: ['score'],
  counted: ['papers', 'firstYear', 'lastYear'],
  collaboration: ['papers', 'firstYear', 'lastYear', 'strength'],
} as const satisfies Readonly<Record<EdgeShape, readonly (keyof EdgeProperties)[]>>;

/** A relationship as `edgeProjection` reads it; of an authorship of a brief page there is the position alone. */
export type EdgeValues<Shape extends EdgeShape = EdgeShape> = EdgeValuesOf<(typeof edgeProperties)[Shape]>;
type EdgeValuesOf<Names extends readonly (keyof EdgeProperties)[]> = {
  -readonly [Place in keyof Names]: EdgeProperties[Names[Place]];
};

/** A relationship, or a map with the same fields, as a list; null where it carries nothing. */
export const edgeProjection = (shape: EdgeShape, brief = false): string => {
  if (shape === 'plain') return 'null';
  return listed('edge', brief && shape === 'authorship' ? ['position'] : edgeProperties[shape]);
};

const listed = (variable: string, properties: readonly string[]): string =>
  `[${properties.map((property) => `${variable}.${property}`).join(', ')}]`;
