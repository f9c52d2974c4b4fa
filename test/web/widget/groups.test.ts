import { groupsOf } from '../../../src/web/widget/groups.ts';

const cluster = (label: string, members: string) => ({ id: label, label, members: members.split('') });

describe('the groups of a picture', () => {
  it('are the largest cluster and others with several members, each with its own color', () => {
    expect(groupsOf([cluster('A', 'abc'), cluster('B', 'de'), cluster('C', 'f')])).toEqual([
      { label: 'A', members: ['a', 'b', 'c'], color: 0 },
      { label: 'B', members: ['d', 'e'], color: 1 },
    ]);
    expect(groupsOf([cluster('A', 'a')])).toHaveLength(1);
    expect(groupsOf(null)).toEqual([]);
  });

  it('keep their color, place and label when they grow or another one becomes the largest', () => {
    const before = groupsOf([cluster('A', 'abc'), cluster('B', 'de')]);
    const after = groupsOf([cluster('B new', 'dexyzw'), cluster('A new', 'abc'), cluster('C', 'uv')], before);
    expect(after.map(({ label, color }) => [label, color])).toEqual([
      ['A', 0],
      ['B', 1],
      ['C', 2],
    ]);
  });

  it('go on as the part with the most members if they are divided, with a new label', () => {
    const before = groupsOf([cluster('A', 'abcdef')]);
    const after = groupsOf([cluster('X', 'abc'), cluster('Y', 'de'), cluster('Z', 'fg')], before);
    expect(after.map(({ label, color }) => [label, color])).toEqual([
      ['X', 0],
      ['Y', 1],
      ['Z', 2],
    ]);
  });

  it('use the color of a group that has gone only if there is no other color', () => {
    const before = groupsOf([cluster('A', 'ab'), cluster('B', 'cd')]);
    const after = groupsOf([cluster('B', 'cd'), cluster('C', 'ef')], before);
    expect(after.map(({ label, color }) => [label, color])).toEqual([
      ['B', 1],
      ['C', 2],
    ]);
    const letters = 'abcdefgh'.split('');
    const all = groupsOf(letters.map((letter) => cluster(letter, letter + letter.toUpperCase())));
    const [first] = groupsOf([cluster('new', 'xyz')], all);
    expect(first?.color).toBe(0);
  });

  it('all get their new labels if a kept label would stand for two groups', () => {
    const before = groupsOf([cluster('Logic', 'abc')]);
    const after = groupsOf([cluster('Sets', 'abcd'), cluster('Logic', 'ef')], before);
    expect(after.map(({ label }) => label)).toEqual(['Sets', 'Logic']);
  });

  it('are at most eight', () => {
    const clusters = 'abcdefghij'
      .split('')
      .map((letter) => cluster(letter, `${letter}${letter.toUpperCase()}`));
    expect(groupsOf(clusters)).toHaveLength(8);
  });
});
