import { labelOf, type Entity } from '../../graph/model/entities.ts';
import { identifiersOf } from '../../graph/model/identifiers.ts';
import type { Link } from '../../graph/links.ts';
import { fromUnits } from '../../graph/units.ts';
import { webAddress } from '../../graph/model/webAddress.ts';
import { wellFormed } from '../oneLine.ts';
import type { ExportedNode } from './exportedGraph.ts';

/** Something every format says of a node or an edge. */
export interface Attribute<Item> {
  name: string;
  type: 'string' | 'integer' | 'double';
  /** Null where there is nothing to say. */
  read: (item: Item) => string | number | null;
}

/** Of nodes, beside id and label. */
export const nodeAttributes: readonly Attribute<ExportedNode>[] = [
  { name: 'kind', type: 'string', read: ({ entity }) => entity.kind },
  { name: 'paperCount', type: 'integer', read: ({ entity }) => entity.paperCount },
  { name: 'distance', type: 'integer', read: ({ distance }) => distance },
  { name: 'year', type: 'integer', read: ({ entity }) => (entity.kind === 'PAPER' ? entity.year : null) },
  {
    name: 'venueName',
    type: 'string',
    read: ({ entity }) => (entity.kind === 'PAPER' ? wellFormedOrNull(entity.venueName) : null),
  },
  {
    name: 'citationCount',
    type: 'integer',
    read: ({ entity }) => (entity.kind === 'PAPER' ? entity.citationCount : null),
  },
  { name: 'level', type: 'string', read: ({ entity }) => (entity.kind === 'TOPIC' ? entity.level : null) },
  {
    name: 'countryCode',
    type: 'string',
    read: ({ entity }) => (entity.kind === 'INSTITUTION' ? wellFormedOrNull(entity.countryCode) : null),
  },
  { name: 'url', type: 'string', read: ({ entity }) => addressOf(entity) },
];

/** Of edges, beside their ends and weight. */
export const linkAttributes: readonly Attribute<Link>[] = [
  { name: 'relation', type: 'string', read: ({ relation }) => relation },
  { name: 'direction', type: 'string', read: ({ direction }) => direction },
  { name: 'paperCount', type: 'integer', read: ({ edge }) => edge.paperCount },
  {
    name: 'strength',
    type: 'double',
    read: ({ edge }) => (edge.strength === null ? null : fromUnits(edge.strength)),
  },
  { name: 'firstYear', type: 'integer', read: ({ edge }) => edge.firstYear },
  { name: 'lastYear', type: 'integer', read: ({ edge }) => edge.lastYear },
];

/** Those that have something to say, by name. */
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

/** What a node is printed as. */
export const nodeLabel = ({ entity }: ExportedNode): string => wellFormed(labelOf(entity));

/** Where an entity can be looked at on the web: the paper's own address, else its first identifier's. */
export const addressOf = (entity: Entity): string | null => {
  const own = entity.kind === 'PAPER' ? webAddress(entity.url) : null;
  if (own !== null) return wellFormed(own);
  return identifiersOf(entity.keys).find(({ url }) => url !== null)?.url ?? null;
};

const wellFormedOrNull = (text: string | null): string | null => text && wellFormed(text);
