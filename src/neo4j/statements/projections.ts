import type { EntityKind } from '../../graph/entities.ts';
import type { EdgeShape } from '../../graph/relations.ts';

/** The label of a kind's nodes. */
export const labels: Readonly<Record<EntityKind, string>> = {
  AUTHOR: 'Author',
  INSTITUTION: 'Institution',
  PAPER: 'Paper',
  TOPIC: 'Topic',
};

const paperProperties = [
  'id',
  'keys',
  'title',
  'date',
  'year',
  'paperType',
  'venueName',
  'url',
  'codeUrl',
  'citationCount',
  'isRetracted',
  'authorCount',
  'authorListIsComplete',
  'teamSize',
];

/** What is read of a node: never `.*`, which would bring abstracts and spellings along. */
const nodeProperties: Readonly<Record<EntityKind, readonly string[]>> = {
  AUTHOR: ['id', 'keys', 'paperCount', 'name', 'alternativeNames'],
  INSTITUTION: ['id', 'keys', 'paperCount', 'name', 'institutionType', 'countryCode', 'city'],
  PAPER: paperProperties,
  TOPIC: ['id', 'keys', 'paperCount', 'name', 'level'],
};

/** What is read of one of which only as much is wanted as tells it from others. */
const briefProperties: Readonly<Record<EntityKind, readonly string[]>> = {
  AUTHOR: ['id', 'paperCount', 'name'],
  INSTITUTION: ['id', 'paperCount', 'name', 'countryCode'],
  PAPER: ['id', 'title', 'date', 'year', 'citationCount'],
  TOPIC: ['id', 'paperCount', 'name', 'level'],
};

const edgeProperties: Readonly<Record<EdgeShape, readonly string[]>> = {
  plain: [],
  authorship: ['position', 'printed', 'isCorresponding', 'affiliationsAsPrinted', 'institutionIds'],
  scored: ['score'],
  counted: ['papers', 'firstYear', 'lastYear'],
  collaboration: ['papers', 'firstYear', 'lastYear', 'strength'],
};

const projection = (variable: string, properties: readonly string[]): string =>
  `${variable}{${properties.map((property) => `.${property}`).join(', ')}}`;

/** The node of the kind as a map: `node{.id, .keys, …}`. */
export const nodeProjection = (kind: EntityKind, { brief = false, variable = 'node' } = {}): string =>
  projection(variable, (brief ? briefProperties : nodeProperties)[kind]);

/** A relationship, or a map with the same fields, as a map; null where it carries nothing. */
export const edgeProjection = (shape: EdgeShape, brief = false): string => {
  if (shape === 'plain') return 'null';
  return projection('edge', brief && shape === 'authorship' ? ['position'] : edgeProperties[shape]);
};
