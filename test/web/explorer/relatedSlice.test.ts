import type { MapPaperFragment } from '../../../src/web/explorer/__generated__/graphql.ts';
import { relatedSlice } from '../../../src/web/explorer/relatedMap/relatedSlice.ts';

const paper = (id: string, year: number | null, citationCount: number | null = 0): MapPaperFragment => ({
  id,
  kind: 'PAPER',
  label: id,
  year,
  citationCount,
  paperCount: 1,
  authors: { nodes: [{ name: `Ann ${id}` }] },
});

const related = (id: string, year: number | null, citationCount = 0) => ({
  node: paper(id, year, citationCount),
  sharedReferences: { totalCount: 2 },
  sharedCiters: { totalCount: 0 },
  sharedAuthors: { totalCount: 1 },
  sharedTopics: null,
});

const size = { width: 800, height: 400 };

describe('the slice of related papers', () => {
  it('goes from left to right by year, and the more alike the higher', () => {
    const { nodes } = relatedSlice(
      paper('center', 2010),
      [related('new', 2020), related('between', 2010), related('old', 2000)],
      null,
      size,
    );
    const [center, recent, between, old] = nodes.map(({ position }) => position!);
    expect(old!.x).toBeLessThan(center!.x);
    expect(center!.x).toBeLessThan(recent!.x);
    const downwards = [center!.y, recent!.y, between!.y, old!.y];
    expect(downwards).toEqual([...downwards].sort((one, other) => one - other));
  });

  it('leaves out papers without a year, and stays inside the given size', () => {
    const many = Array.from({ length: 40 }, (_, index) =>
      related(String(index), 2000 + (index % 3), 10 ** (index % 6)),
    );
    const { nodes, columns } = relatedSlice(
      paper('center', 2001),
      [related('undated', null), ...many],
      null,
      size,
    );
    expect(nodes).toHaveLength(41);
    for (const { position } of nodes) {
      expect(position!.x).toBeGreaterThanOrEqual(0);
      expect(position!.x).toBeLessThanOrEqual(size.width);
      expect(position!.y).toBeGreaterThanOrEqual(0);
      expect(position!.y).toBeLessThanOrEqual(size.height);
    }
    expect(columns!.map(({ label }) => label)).toEqual(['1999', '2000', '2001', '2002']);
  });

  it('places every paper on the line of its year, and none over another one', () => {
    const many = Array.from({ length: 24 }, (_, index) =>
      related(String(index), 2000 + (index % 4), 10 ** (index % 3)),
    );
    const { nodes, columns } = relatedSlice(paper('center', 2001), many, null, size);
    const lines = new Map(columns!.map(({ label, x }) => [label, x]));
    for (const [index, { entity, position, radius }] of nodes.entries()) {
      expect(position!.x).toBe(lines.get(String(entity.year)));
      for (const other of nodes.slice(index + 1)) {
        const apart = Math.hypot(position!.x - other.position!.x, position!.y - other.position!.y);
        expect(apart).toBeGreaterThan(radius! + other.radius!);
      }
    }
  });

  it('says what a paper shares with the center, and names papers by author and year', () => {
    const { nodes } = relatedSlice(paper('center', 2001), [related('Bo', 2003)], null, size);
    expect(nodes[1]).toMatchObject({
      caption: 'Bo 2003',
      note: 'Shares 2 references and 1 author with this paper.',
    });
  });

  it('tells papers of one author and year apart by the first words of their titles', () => {
    const titled = (label: string) => {
      const { node, ...shared } = related('Bo', 2003);
      return { ...shared, node: { ...node, label } };
    };
    const { nodes } = relatedSlice(
      paper('center', 2001),
      [titled('On trees and graphs'), titled('Parsing with rules'), related('Cem', 2003)],
      null,
      size,
    );
    expect(nodes.slice(1).map(({ caption }) => caption)).toEqual([
      'Bo 2003: On trees …',
      'Bo 2003: Parsing with …',
      'Cem 2003',
    ]);
  });
});
