import { mapLayout, type MapEntry } from '../../../src/web/explorer/relatedMap/mapLayout.ts';

const entry = (
  id: string,
  year: number | null,
  score: number | null,
  citationCount: number | null = 0,
): MapEntry => ({
  paper: {
    __typename: 'Paper',
    id,
    label: id,
    year,
    citationCount,
    authors: { nodes: [{ name: `Ann ${id}` }] },
  } as MapEntry['paper'],
  score,
});

const size = { width: 800, height: 460 };

describe('the places of related papers', () => {
  it('go from left to right by year, and the more alike the higher', () => {
    const { points } = mapLayout(
      [
        entry('center', 2010, null),
        entry('old', 2000, 1),
        entry('new', 2020, 2),
        entry('between', 2010, 1.5),
      ],
      size,
    );
    const [center, old, recent, between] = points;
    expect(old!.x).toBeLessThan(center!.x);
    expect(center!.x).toBeLessThan(recent!.x);
    expect([center!.y, recent!.y, between!.y, old!.y]).toEqual(
      [center!.y, recent!.y, between!.y, old!.y].toSorted((a, b) => a - b),
    );
  });

  it('leave out papers without a year, and are inside the drawing', () => {
    const many = Array.from({ length: 40 }, (_, index) =>
      entry(String(index), 2000 + (index % 3), index / 10, 10 ** (index % 6)),
    );
    const { points, years } = mapLayout(
      [entry('center', 2001, null), entry('undated', null, 3), ...many],
      size,
    );
    expect(points).toHaveLength(41);
    for (const { x, y, radius } of points) {
      expect(x - radius).toBeGreaterThanOrEqual(0);
      expect(x + radius).toBeLessThanOrEqual(size.width);
      expect(y - radius).toBeGreaterThanOrEqual(0);
      expect(y + radius).toBeLessThanOrEqual(size.height);
    }
    expect(years.map(({ year }) => year)).toEqual(expect.arrayContaining([2000, 2001, 2002]));
  });

  it('have labels that cover no other label', () => {
    const { points } = mapLayout(
      [
        entry('center', 2001, null),
        ...Array.from({ length: 30 }, (_, index) => entry(`Name${index}`, 2001, index / 7)),
      ],
      size,
    );
    const labels = points.filter(({ label }) => label !== '');
    expect(labels.length).toBeGreaterThan(1);
    for (const [index, one] of labels.entries()) {
      for (const other of labels.slice(index + 1)) {
        const rows = Math.abs(one.y + one.radius - (other.y + other.radius));
        const columns = Math.abs(one.x - other.x);
        expect(rows >= 15 || columns >= 3 * Math.min(one.label.length, other.label.length)).toBe(true);
      }
    }
  });

  it('are none without papers', () => {
    expect(mapLayout([], size)).toEqual({ points: [], years: [] });
  });
});
