import fc from 'fast-check';
import { plainEdge } from '../../../src/graph/model/edges.ts';
import type { Author } from '../../../src/graph/model/entities.ts';
import {
  joinedPage,
  neighborhoodRelations,
  neighborhoodRequests,
  type NeighborhoodPageRequest,
  type NeighborhoodPosition,
} from '../../../src/graph/slice/neighborhood.ts';
import type { Page } from '../../../src/graph/model/pages.ts';
import type { RelationName } from '../../../src/graph/model/relations.ts';

const author = (name: string): Author => ({
  kind: 'AUTHOR',
  id: `author:s2:${name}`,
  keys: [],
  paperCount: 1,
  name,
  alternativeNames: [],
});

/** A store's page of a list with `size` entries; `after` is the index of the previous entry. */
const pageOf = (size: number, relation: string, first: number, after: number | undefined): Page => {
  const start = after === undefined ? 0 : after + 1;
  const numbers = Array.from(
    { length: Math.max(0, Math.min(first, size - start)) },
    (_, index) => start + index,
  );
  return {
    entries: numbers.map((number) => ({ node: author(`${relation}${number}`), edge: plainEdge })),
    hasNext: start + numbers.length < size,
    hasPrevious: after !== undefined && start > 0,
    total: size,
  };
};

const read = (sizes: ReadonlyMap<RelationName, number>, request: NeighborhoodPageRequest) => {
  const relations = [...sizes.keys()];
  const pages = neighborhoodRequests(relations, request).map(({ relation, page }) =>
    pageOf(sizes.get(relation) ?? 0, relation, page.first, page.after?.[0] as number | undefined),
  );
  return joinedPage(relations, pages, request);
};

describe('the neighborhood', () => {
  it('has the relations of a kind in the order of RelationKind, outgoing first', () => {
    expect(neighborhoodRelations('PAPER', [], [])).toEqual([
      'paperTopics',
      'paperAuthors',
      'references',
      'citedBy',
      'paperInstitutions',
    ]);
    expect(neighborhoodRelations('PAPER', ['PAPER'], [])).toEqual(['references', 'citedBy']);
    expect(neighborhoodRelations('PAPER', ['PAPER'], ['ABOUT'])).toEqual([]);
    expect(neighborhoodRelations('AUTHOR', [], ['AUTHORED', 'CITES'])).toEqual(['authorPapers']);
  });

  it('joins pages into one list, and each page is a slice of that list', () => {
    const names: RelationName[] = ['authorInstitutions', 'authorPapers', 'collaborators', 'authorTopics'];
    const size = fc.integer({ min: 0, max: 6 });
    fc.assert(
      fc.property(fc.tuple(size, size, size, size), fc.integer({ min: 1, max: 9 }), (drawn, first) => {
        const sizes = new Map(names.map((name, index) => [name, drawn[index] ?? 0]));
        const whole = names.flatMap((name) =>
          Array.from({ length: sizes.get(name) ?? 0 }, (_, number) => `${name}${number}`),
        );
        const found: string[] = [];
        let after: NeighborhoodPosition | undefined;
        for (;;) {
          const page = read(sizes, { first, count: true, ...(after && { after }) });
          expect(page.total).toBe(whole.length);
          expect(page.hasPrevious).toBe(found.length > 0);
          found.push(...page.entries.map(({ node }) => (node as Author).name));
          expect(page.hasNext).toBe(found.length < whole.length);
          const last = page.entries.at(-1);
          if (!page.hasNext || !last) break;
          after = {
            relation: last.relation,
            position: [Number((last.node as Author).name.replace(/\D+/, ''))],
          };
        }
        expect(found).toEqual(whole);
      }),
    );
  });

  it('reports for a page of no entries whether the list goes on', () => {
    const none = (sizes: [RelationName, number][]) => read(new Map(sizes), { first: 0, count: false });
    expect(
      none([
        ['authorPapers', 0],
        ['collaborators', 1],
      ]),
    ).toEqual({ entries: [], hasNext: true, hasPrevious: false });
    expect(none([['authorPapers', 0]])).toEqual({ entries: [], hasNext: false, hasPrevious: false });
  });
});
