import { announcement } from '../../../src/web/widget/labels.ts';
import { createPicture } from '../../../src/web/widget/picture.ts';
import { edge, node, slice } from '../support/slices.ts';

describe('the announcement of a node', () => {
  const picture = createPicture(
    slice(
      [node('author:a', 0), node('author:b'), node('author:c', 2)],
      [{ ...edge('author:a', 'author:b', 2010, 2014), weight: 9 }, edge('author:b', 'author:c', 2012)],
    ),
  );
  const announced = (id: string, group?: string) => announcement(picture.byId.get(id), picture, [], group);

  it('has its group and its edge to the center', () => {
    expect(announced('author:b', 'Dan Jurafsky')).toBe(
      'author:b, author, group Dan Jurafsky, 1 paper, 2 neighbors shown; ' +
        'author:a wrote with author:b, 9 papers, 2010–2014',
    );
  });

  it('has no edge if the node is the center, or is not beside a center', () => {
    expect(announced('author:a')).toBe('author:a, author, 1 paper, 1 neighbor shown');
    expect(announced('author:c')).toBe('author:c, author, 1 paper, 1 neighbor shown');
  });
});
