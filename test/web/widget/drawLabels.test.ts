import { drawLabels } from '../../../src/web/widget/drawing/drawLabels.ts';
import { SvgPen } from '../../../src/web/widget/drawing/svgPen.ts';
import { createPicture } from '../../../src/web/widget/picture.ts';
import { sortByImportance } from '../../../src/web/widget/stage/sortByImportance.ts';
import { palette } from '../support/palette.ts';
import { edge, node, slice } from '../support/slices.ts';

/** A center, and nodes on a grid so narrow that no label fits between them. The first nodes have the most papers. */
const crowd = () => {
  const nodes = Array.from({ length: 100 }, (_, index) => {
    const one = node(`author:n${index}`, index === 0 ? 0 : 1);
    const column = (7 * index + 44) % 100;
    return {
      ...one,
      entity: { ...one.entity, paperCount: 1_000 - 9 * index },
      position: { x: 30 * (column % 10), y: 30 * Math.floor(column / 10) },
    };
  });
  return createPicture(
    slice(
      nodes,
      nodes.slice(1).map(({ entity: { id } }) => edge('author:n0', id)),
    ),
  );
};

describe('drawLabels', () => {
  it('labels the center even where no place is free of nodes, and covers no node with other labels', () => {
    const picture = crowd();
    const pen = new SvgPen({ font: '', measureText: (text: string) => ({ width: 6 * text.length }) });
    drawLabels(pen, {
      visible: picture,
      camera: { k: 1, x: 200, y: 150 },
      palette,
      width: 700,
      height: 600,
      nodesByImportance: sortByImportance(picture),
      columns: [],
      badges: new Map(),
      colorOf: () => 'black',
      active: undefined,
      highlight: undefined,
      isKeyboardFocus: false,
    });
    const labels = new Set(pen.document(700, 600, 'white').match(/author:n\d+/g));
    expect(labels).toContain('author:n0');
    for (const { entity, position } of picture.nodes.slice(1)) {
      const isInner = [position!.x, position!.y].every((place) => place > 50 && place < 220);
      if (isInner) expect(labels).not.toContain(entity.id);
    }
  });
});
