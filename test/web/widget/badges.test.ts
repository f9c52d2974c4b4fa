import fc from 'fast-check';
import { placeBadges } from '../../../src/web/widget/drawing/badges.ts';
import { radiusOnScreen } from '../../../src/web/widget/drawing/scene.ts';
import { SvgPen } from '../../../src/web/widget/drawing/svgPen.ts';
import { createPicture } from '../../../src/web/widget/picture.ts';
import { palette } from '../support/palette.ts';
import { node, slice } from '../support/slices.ts';

const camera = { k: 1, x: 0, y: 0 };
const pen = new SvgPen({ font: '', measureText: () => ({ width: 30 }) });

/** Places the badge of the first node. All nodes have the same size. */
const placed = (positions: { x: number; y: number }[]) => {
  const picture = createPicture(
    slice(
      positions.map((position, index) => ({ ...node(`author:n${index}`), position, radius: 10 })),
      [],
    ),
  );
  const [badge] = placeBadges(pen, {
    visible: picture,
    camera,
    palette,
    width: 600,
    height: 400,
    nodesByImportance: picture.nodes,
    columns: [],
    badges: new Map([[picture.nodes[0]!, '+37']]),
    colorOf: () => 'black',
    active: undefined,
    highlight: undefined,
    isKeyboardFocus: false,
  });
  /** The other nodes whose shape is under a badge at a place. */
  const coveredAt = (x: number, y: number): number =>
    picture.nodes.slice(1).filter((other) => {
      const across = Math.max(0, Math.abs(other.x - x) - badge!.width / 2);
      const down = Math.max(0, Math.abs(other.y - y) - 7.5);
      return Math.hypot(across, down) < radiusOnScreen(other, camera);
    }).length;
  return { badge: badge!, coveredAt };
};

const center = { x: 300, y: 200 };

describe('placeBadges', () => {
  it('places a badge at the upper right of its node if no other node is there', () => {
    const { badge } = placed([center]);
    expect([badge.x, badge.y]).toEqual([323.5, 191.5]);
  });

  it('takes another side if a node is there', () => {
    const { badge } = placed([center, { x: 335, y: 185 }]);
    expect([badge.x, badge.y]).toEqual([323.5, 208.5]);
    expect(placed([center, { x: 335, y: 185 }, { x: 335, y: 215 }]).badge.x).toBe(276.5);
  });

  it('never covers more nodes than at the upper right', () => {
    const coordinate = (around: number) => fc.integer({ min: around - 60, max: around + 60 });
    const others = fc.array(fc.record({ x: coordinate(300), y: coordinate(200) }), { maxLength: 25 });
    fc.assert(
      fc.property(others, (positions) => {
        const { badge, coveredAt } = placed([center, ...positions]);
        expect(coveredAt(badge.x, badge.y)).toBeLessThanOrEqual(coveredAt(323.5, 191.5));
      }),
    );
  });
});
