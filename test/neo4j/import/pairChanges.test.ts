import { pairChanges, pairRelations, type PaperPairs } from '../../../src/neo4j/import/pairChanges.ts';

const CAP = 100;
const relationOf = (kind: string) => {
  const relation = pairRelations.find(({ row }) => row.kind === kind);
  if (!relation) throw new Error(`${kind} is no relation between institutions and topics.`);
  return relation;
};
const paper = (year: number | null, institutions: string[], topics: string[], teamSize = 2): PaperPairs => ({
  year,
  teamSize,
  targets: { WRITTEN_AT: institutions, ABOUT: topics },
});

describe('changes of the relationships between institutions and topics', () => {
  it('are counted for the pairs that a paper gains or loses, and not for those that it keeps', () => {
    const before = [paper(2019, ['i1'], ['t1', 't2'])];
    const after = [paper(2019, ['i1'], ['t2', 't3'])];
    expect(pairChanges(relationOf('ACTIVE_IN'), before, after, CAP)).toEqual([
      { from: 'i1', to: 't1', papers: -1, firstYear: null, lastYear: null, lostYears: [2019] },
      { from: 'i1', to: 't3', papers: 1, firstYear: 2019, lastYear: 2019, lostYears: [] },
    ]);
  });

  it('say which years a pair gains and loses if the year of a paper changes', () => {
    const [change, ...others] = pairChanges(
      relationOf('RELATED_TO'),
      [paper(2019, [], ['t1', 't2']), paper(2021, [], ['t1', 't2'])],
      [paper(2020, [], ['t2', 't1']), paper(null, [], ['t1', 't2'])],
      CAP,
    );
    expect(others).toEqual([]);
    expect(change).toEqual({
      from: 't1',
      to: 't2',
      papers: 0,
      firstYear: 2020,
      lastYear: 2020,
      lostYears: [2019, 2021],
    });
  });

  it('leave out papers with more authors than the collaboration cap where the cap applies', () => {
    const before = [paper(2019, ['i1', 'i2'], ['t1'], CAP)];
    const after = [paper(2019, ['i1', 'i2'], ['t1'], CAP + 1)];
    expect(pairChanges(relationOf('PARTNERS_WITH'), before, after, CAP)).toMatchObject([
      { from: 'i1', to: 'i2', papers: -1 },
    ]);
    expect(pairChanges(relationOf('ACTIVE_IN'), before, after, CAP)).toEqual([]);
  });
});
