import { firstYearOf, nodeColors } from '../../../src/web/widget/drawing/colors.ts';
import type { Palette } from '../../../src/web/widget/drawing/palette.ts';
import { groupColorsOf } from '../../../src/web/widget/groups.ts';
import { createPicture } from '../../../src/web/widget/picture.ts';
import { edge, node, slice } from '../support/slices.ts';

const palette = {
  kinds: { AUTHOR: 'blue', PAPER: 'gray', TOPIC: 'orange', INSTITUTION: 'green' },
} as Palette;

describe('the colors of nodes', () => {
  const picture = createPicture(
    slice(
      [node('author:center', 0), node('author:old'), node('author:new'), node('topic:far', 2)],
      [
        edge('author:center', 'author:old', 2001, 2020),
        edge('author:center', 'author:new', 2011),
        edge('author:old', 'topic:far', 1990),
      ],
    ),
  );
  const [center, old, recent, far] = picture.nodes;

  it('are those of their kinds', () => {
    const colorOf = nodeColors('kind', picture, palette);
    expect([center, far].map((each) => colorOf(each!))).toEqual(['blue', 'orange']);
  });

  it('go from the first to the last year in which a node was connected with the center', () => {
    expect([center, old, recent, far].map((each) => firstYearOf(each!, picture))).toEqual([
      undefined,
      2001,
      2011,
      undefined,
    ]);
    const colorOf = nodeColors('year', picture, palette);
    expect(colorOf(center!)).toBe('blue');
    expect(colorOf(old!)).toBe('rgb(79, 91, 213)');
    expect(colorOf(recent!)).toBe('rgb(224, 168, 0)');
    expect(colorOf(far!)).toBe('#8d939e');
  });

  it('are those of their groups', () => {
    const groups = [
      { label: 'One', members: ['author:center', 'author:new'], color: 0 },
      { label: 'Two', members: ['author:old'], color: 4 },
    ];
    const colorOf = nodeColors('cluster', { ...picture, groupColors: groupColorsOf(groups) }, palette);
    expect(colorOf(recent!)).toBe(colorOf(center!));
    expect(colorOf(old!)).not.toBe(colorOf(center!));
    expect(colorOf(far!)).toBe('#8d939e');
  });
});
