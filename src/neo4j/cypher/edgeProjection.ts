import type { EntityId } from '../../graph/model/ids.ts';
import type { EdgeShape } from '../../graph/model/relationRow.ts';
import { listProjection } from './nodeProjection.ts';

/** The properties of relationships that are read, with their types. */
interface EdgeProperties {
  papers: number;
  firstYear: number | null;
  lastYear: number | null;
  strength: number | null;
  score: number | null;
  position: number;
  printed: string;
  isCorresponding: boolean | null;
  /**
   * The printed affiliations of an authorship. `institutionIds` has the institution of each, in the same order. ''
   * stands for a missing text or institution, because a list in Neo4j cannot contain null.
   */
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

/** The properties that brief pages read, for the shapes of edges that have long properties. */
const briefProperties: Readonly<Partial<Record<EdgeShape, readonly (keyof EdgeProperties)[]>>> = {
  authorship: ['position'],
};

/**
 * The values of a relationship, as `edgeProjection` reads them. For a brief relationship only the first values are
 * read.
 */
export type EdgeValues<Shape extends EdgeShape = EdgeShape> = ValuesOf<(typeof edgeProperties)[Shape]>;
type ValuesOf<Names extends readonly (keyof EdgeProperties)[]> = {
  -readonly [Index in keyof Names]: EdgeProperties[Names[Index]];
};

/**
 * Cypher that returns a relationship, or a map with the same fields, as a list of values; null for a shape without
 * properties.
 */
export const edgeProjection = (shape: EdgeShape, brief = false): string => {
  const properties = (brief ? briefProperties[shape] : undefined) ?? edgeProperties[shape];
  return properties.length === 0 ? 'null' : listProjection('edge', properties);
};
