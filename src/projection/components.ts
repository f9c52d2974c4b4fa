import { at, rowEnd, rowStart, type Adjacency, type NodeRange } from './adjacency.ts';

/**
 * Which nodes are connected at all: for each node of the range, by node − start, the smallest node of its
 * component. Union–find with path halving (Tarjan & van Leeuwen, JACM 31, 1984); linear in practice.
 */
export const components = (rows: Adjacency, range: NodeRange): Uint32Array => {
  const parents = Uint32Array.from({ length: range.end - range.start }, (_, index) => index);
  const root = (index: number): number => {
    let each = index;
    while (at(parents, each) !== each) {
      const above = at(parents, at(parents, each));
      parents[each] = above;
      each = above;
    }
    return each;
  };
  for (let node = range.start; node < range.end; node += 1) {
    for (let slot = rowStart(rows, node); slot < rowEnd(rows, node); slot += 1) {
      const left = root(node - range.start);
      const right = root(at(rows.targets, slot) - range.start);
      if (left < right) parents[right] = left;
      else parents[left] = right;
    }
  }
  return parents.map((_, index) => root(index) + range.start);
};
