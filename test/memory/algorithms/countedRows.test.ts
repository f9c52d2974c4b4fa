import { rowsOf } from '../../../src/memory/algorithms/adjacency.ts';
import { slicedRows, throughPapers, wholeRows } from '../../../src/memory/algorithms/countedRows.ts';
import { emptyPaperColumns } from '../../../src/memory/algorithms/paperColumns.ts';
import { runToEnd } from '../../../src/memory/algorithms/steps.ts';
import { listsOf, range } from './rows.ts';

/** So many authors of one paper have more edges than fit into one slice. */
const AUTHORS = 400;
const authors = range(0, AUTHORS);
const papers = range(AUTHORS, AUTHORS + 3);
const [large, pair, single] = [papers.start, papers.start + 1, papers.start + 2];
/** All authors write one paper, the last two authors write another one, and the last author writes a third one alone. */
const authorsOf = new Map([
  [large, Array.from({ length: AUTHORS }, (_, author) => author)],
  [pair, [AUTHORS - 2, AUTHORS - 1]],
  [single, [AUTHORS - 1]],
]);

describe('the rows of collaborators', () => {
  const edges = [...authorsOf].flatMap(([paper, list]) => list.map((author) => ({ paper, author })));
  const ends = {
    papers: Uint32Array.from(edges, ({ paper }) => paper),
    authors: Uint32Array.from(edges, ({ author }) => author),
  };
  const columns = { ...emptyPaperColumns(papers), years: Int16Array.of(1999, 2005, 2010) };
  const prepared = () =>
    runToEnd(
      slicedRows(
        authors,
        authors,
        columns,
        throughPapers(
          runToEnd(rowsOf(authors, { sources: ends.authors, targets: ends.papers })),
          runToEnd(rowsOf(papers, { sources: ends.papers, targets: ends.authors })),
          { strength: (paper) => (paper === large ? 1 : 10) },
        ),
        true,
      ),
    );

  it('are computed in several slices that have the announced length', () => {
    const { offsets, slices } = prepared();
    const lengths = Array.from(slices, (slice) => runToEnd(slice).targets.length);
    expect(lengths.length).toBeGreaterThan(1);
    expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(AUTHORS * (AUTHORS - 1));
    expect(offsets.at(-1)).toBe(AUTHORS * (AUTHORS - 1));
  });

  it('are those that the papers give, most papers first', () => {
    const rows = runToEnd(wholeRows(prepared()));
    const together = [AUTHORS - 2, AUTHORS - 1];
    const others = (author: number): number[] =>
      Array.from({ length: AUTHORS }, (_, other) => other).filter((other) => other !== author);
    const expected = Array.from({ length: AUTHORS }, (_, author) => {
      const first = together.includes(author) ? together.filter((other) => other !== author) : [];
      return [...first, ...others(author).filter((other) => !first.includes(other))];
    });
    expect(listsOf(rows, authors)).toEqual(expected);
    const slot = rows.offsets[AUTHORS - 1] ?? 0; // the pair of the last two authors
    const facts = [rows.papers[slot], rows.firstYears[slot], rows.lastYears[slot], rows.strengths?.[slot]];
    expect(facts).toEqual([2, 1999, 2005, 11]);
    expect([rows.papers[0], rows.firstYears[0], rows.lastYears[0], rows.strengths?.[0]]).toEqual([
      1, 1999, 1999, 1,
    ]);
  });
});
