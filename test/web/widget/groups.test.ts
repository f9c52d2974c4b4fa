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

  it('keep their members, names and colors, and new nodes join the group that most of their cluster is in', () => {
    const before = groupsOf([cluster('A', 'abc'), cluster('B', 'de')]);
    expect(groupsOf([cluster('B new', 'dexyz'), cluster('A new', 'abcw')], before)).toEqual([
      { label: 'A', members: ['a', 'b', 'c', 'w'], color: 0 },
      { label: 'B', members: ['d', 'e', 'x', 'y', 'z'], color: 1 },
    ]);
    expect(groupsOf(null, before)).toEqual(before);
  });

  it('stay whole if a cluster is divided; new nodes beside a small part are a new group', () => {
    const before = groupsOf([cluster('A', 'abcdef')]);
    expect(groupsOf([cluster('X', 'abcd'), cluster('Y', 'efxy'), cluster('Z', 'uvw')], before)).toEqual([
      { label: 'A', members: ['a', 'b', 'c', 'd', 'e', 'f'], color: 0 },
      { label: 'Y', members: ['x', 'y'], color: 1 },
      { label: 'Z', members: ['u', 'v', 'w'], color: 2 },
    ]);
  });

  it('that are new are not named after a member of another group', () => {
    const before = groupsOf([cluster('A', 'abcdef')]);
    const nameOf = (id: string): string => `Person ${id.toUpperCase()}`;
    expect(groupsOf([cluster('Person F, Person X', 'fxyz')], before, nameOf)[1]).toEqual({
      label: 'Person X, Person Y',
      members: ['x', 'y', 'z'],
      color: 1,
    });
  });

  it('take in a single new node that is near them, and nodes that had no group', () => {
    const before = groupsOf([cluster('A', 'abcdef'), cluster('B', 'g')]);
    expect(groupsOf([cluster('A', 'abcdefg'), cluster('X', 'fx')], before)[0]?.members.join('')).toBe(
      'abcdefgx',
    );
  });

  it('have distinct names: new nodes join a group with the name of their cluster', () => {
    const before = groupsOf([cluster('Logic', 'abc')]);
    expect(groupsOf([cluster('Sets', 'abc'), cluster('Logic', 'ef')], before)).toEqual([
      { label: 'Logic', members: ['a', 'b', 'c', 'e', 'f'], color: 0 },
    ]);
  });

  it('are at most eight, also after new nodes came', () => {
    const pairs = (letters: string) =>
      letters.split('').map((letter) => cluster(letter, `${letter}${letter.toUpperCase()}`));
    const before = groupsOf(pairs('abcdefgh'));
    expect(groupsOf(pairs('abcdefghij'), before)).toEqual(before);
  });

  it('are at most eight', () => {
    const clusters = 'abcdefghij'
      .split('')
      .map((letter) => cluster(letter, `${letter}${letter.toUpperCase()}`));
    expect(groupsOf(clusters)).toHaveLength(8);
  });
});
