import { citationsOfPaper, largerCount } from '../../graph/model/citations.ts';
import { labelOf, type Entity } from '../../graph/model/entities.ts';
import { identifiersOf } from '../../graph/model/identifiers.ts';
import { fromUnits } from '../../graph/units.ts';
import { webAddress } from '../../graph/model/webAddress.ts';
import { wellFormed } from '../oneLine.ts';
import type { ExportedLink, ExportedNode } from './exportedGraph.ts';

/** An attribute that every graph format writes for its nodes or its edges. */
export interface Attribute<Item> {
  name: string;
  type: 'string' | 'integer' | 'double';
  /** Null if the item has no value. */
  read: (item: Item) => string | number | null;
}

type Value = ReturnType<Attribute<unknown>['read']>;
type FieldOf<Type> = Type extends unknown ? keyof Type : never;

/** An attribute with the value of the entity's field of this name; null if the entity's kind has no such field. */
const entityField = (name: FieldOf<Entity>, type: Attribute<unknown>['type']): Attribute<ExportedNode> => ({
  name,
  type,
  read: ({ entity }) => {
    const value = (name in entity ? entity[name as keyof Entity] : null) as Value;
    return typeof value === 'string' ? wellFormed(value) : value;
  },
});

const edgeField = (name: 'paperCount' | 'firstYear' | 'lastYear'): Attribute<ExportedLink> => ({
  name,
  type: 'integer',
  read: ({ edge }) => edge[name],
});

/** The attributes of nodes, in addition to id and label. */
export const nodeAttributes: readonly Attribute<ExportedNode>[] = [
  entityField('kind', 'string'),
  entityField('paperCount', 'integer'),
  { name: 'distance', type: 'integer', read: ({ distance }) => distance },
  entityField('year', 'integer'),
  entityField('venueName', 'string'),
  {
    name: 'citationCount',
    type: 'integer',
    read: ({ entity }) => (entity.kind === 'PAPER' ? largerCount(citationsOfPaper(entity)) : null),
  },
  entityField('level', 'string'),
  entityField('countryCode', 'string'),
  { name: 'url', type: 'string', read: ({ entity }) => webAddressOf(entity) },
];

/** The attributes of edges, in addition to source, target and weight. */
export const linkAttributes: readonly Attribute<ExportedLink>[] = [
  { name: 'relation', type: 'string', read: ({ relation }) => relation },
  { name: 'direction', type: 'string', read: ({ direction }) => direction },
  edgeField('paperCount'),
  {
    name: 'strength',
    type: 'double',
    read: ({ edge }) => (edge.strength === null ? null : fromUnits(edge.strength)),
  },
  edgeField('firstYear'),
  edgeField('lastYear'),
];

/** The values of an item by the names of the attributes, without those that are null. */
export const attributeValues = <Item>(
  attributes: readonly Attribute<Item>[],
  item: Item,
): Record<string, string | number> =>
  Object.fromEntries(
    attributes.flatMap(({ name, read }) => {
      const value = read(item);
      return value === null ? [] : [[name, value]];
    }),
  );

export const nodeLabel = ({ entity }: ExportedNode): string => wellFormed(labelOf(entity));

/** The URL of a paper, else the URL of the entity's first identifier that has one. */
export const webAddressOf = (entity: Entity): string | null => {
  const paperUrl = entity.kind === 'PAPER' ? webAddress(entity.url) : null;
  if (paperUrl !== null) return wellFormed(paperUrl);
  return identifiersOf(entity.keys).find(({ url }) => url !== null)?.url ?? null;
};
