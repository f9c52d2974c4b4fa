import type { EntityId } from '../../graph/model/ids.ts';
import type { EdgeShape } from '../../graph/model/relationRow.ts';
import { listProjection } from './nodeProjection.ts';

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
  /** '' for an affiliation without a printed line, or without an institution: stored lists hold no null. */
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

/** For shapes with long properties, the properties that brief pages read. */
const briefProperties: Readonly<Partial<Record<EdgeShape, readonly (keyof EdgeProperties)[]>>> = {
  authorship: ['position'],
};

/** A relationship as `edgeProjection` reads it. A brief one has only the first values. */
export type EdgeValues<Shape extends EdgeShape = EdgeShape> = ValuesOf<(typeof edgeProperties)[Shape]>;
type ValuesOf<Names extends readonly (keyof EdgeProperties)[]> = {
  -readonly [Index in keyof Names]: EdgeProperties[Names[Index]];
};

/**
 * Cypher that returns a relationship, or a map with the same fields, as a list; null for a shape without properties.
 */
export const edgeProjection = (shape: EdgeShape, brief = false): string => {
  const properties = (brief ? briefProperties[shape] : undefined) ?? edgeProperties[shape];
  return properties.length === 0 ? 'null' : listProjection('edge', properties);
};
