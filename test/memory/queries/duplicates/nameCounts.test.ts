import { comparedName } from '../../../../src/graph/identity/nameRelation.ts';
import { NameCounts, roundedCount } from '../../../../src/memory/queries/duplicates/nameCounts.ts';

const named = (name: string) => [name, comparedName(name)!] as const;

describe('counts of names', () => {
  it.each([
    [0, 0],
    [15, 15],
    [16, 16],
    [17, 16],
    [31, 30],
    [32, 32],
    [35, 32],
    [1_000, 960],
  ])('round %d down to %d', (count, rounded) => {
    expect(roundedCount(count)).toBe(rounded);
  });

  it('count a name of several authors once, until the last of them loses it', () => {
    const counts = new NameCounts();
    const [ada, adam] = [comparedName('Ada Smith')!, comparedName('Adam Smith')!];
    counts.add(...named('Ada Smith'));
    counts.add(...named('Ada Smith'));
    counts.add(...named('Adam Smith'));
    expect(counts.frequencies(ada, adam)).toEqual({
      familyNamePeople: 2,
      commonWordPeople: 2,
      expectedNamesakes: 2,
    });
    counts.remove(...named('Ada Smith'));
    expect(counts.frequencies(ada, adam).familyNamePeople).toBe(2);
    counts.remove(...named('Ada Smith'));
    expect(counts.frequencies(ada, adam).familyNamePeople).toBe(1);
  });

  it('tell which rounded counts have changed', () => {
    const counts = new NameCounts();
    for (let number = 0; number < 16; number += 1) counts.add(...named(`P${number} Smith`));
    counts.takeChanges();
    counts.add(...named('Zoe Smith'));
    expect(counts.takeChanges()).toEqual({ words: new Set(['zoe']), isTotalChanged: false });
    counts.add(...named('Ann Smith'));
    expect(counts.takeChanges()).toEqual({ words: new Set(['ann', 'smith']), isTotalChanged: true });
    counts.remove(...named('Ann Smith'));
    counts.add(...named('Ann Smith'));
    expect(counts.takeChanges()).toEqual({ words: new Set(), isTotalChanged: false });
  });
});
