import type { VisiblePart } from './filterPicture.ts';
import { kindLabel, relationLabel } from './labels.ts';

type Table = (string | number | null)[][];

export const nodeTable = ({ nodes }: Pick<VisiblePart, 'nodes'>): Table => [
  ['id', 'kind', 'label', 'papers', 'year', 'distance'],
  ...nodes.map(({ entity: { id, kind, label, paperCount, year }, distance }) => [
    id,
    kindLabel(kind),
    label,
    paperCount,
    year ?? null,
    distance,
  ]),
];

export const edgeTable = ({ edges }: Pick<VisiblePart, 'edges'>): Table => [
  ['source', 'source label', 'relation', 'target', 'target label', 'weight', 'first year', 'last year'],
  ...edges.map(({ source, target, from, to, relation, weight, firstYear, lastYear }) => [
    source,
    from.entity.label,
    relationLabel(relation),
    target,
    to.entity.label,
    weight,
    firstYear,
    lastYear,
  ]),
];
