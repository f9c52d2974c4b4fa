import { badgeTexts } from '../../../src/web/widget/drawing/badgeTexts.ts';
import { createPicture } from '../../../src/web/widget/picture.ts';
import { describeWithBrowser } from '../../support/browser/available.ts';
import { edge, node, slice } from '../support/slices.ts';
import { widgetPages } from '../support/widgetPage.ts';

describe('badgeTexts', () => {
  const { nodes } = createPicture(slice([node('author:ann', 0), node('author:ben'), node('author:cem')], []));
  const omitted = (['AUTHOR', 'TOPIC'] as const).flatMap((kind) =>
    ['author:ann', 'author:ben'].map((nodeId) => ({ nodeId, kind, count: 600, after: null })),
  );

  it('counts the omitted neighbors of all kinds', () => {
    expect([...badgeTexts(nodes, omitted).values()]).toEqual(['+1,200 more', '+1,200']);
  });
});

describeWithBrowser('numbers of the widget', (chromium) => {
  const { openWidget } = widgetPages(chromium);

  const openGroups = async () => {
    const opened = await openWidget('color="cluster"');
    const nodes = ['author:ann', 'author:ben', 'author:cem', 'author:dan', 'author:eva', 'topic:logic'];
    const years = [2010, 2011, 2018, 2019];
    await opened.widget.setProperty('data', {
      ...slice(
        nodes.map((id, index) => node(id, index === 0 ? 0 : 1)),
        [
          ...years.map((year, index) => edge('author:ann', nodes[index + 1]!, year)),
          edge('author:ann', 'topic:logic', 2010, 2019),
        ],
        (['AUTHOR', 'TOPIC'] as const).map((kind) => ({ nodeId: 'author:ann', kind, count: 5, after: null })),
      ),
      clusters: [
        { id: '1', label: 'First', members: nodes.slice(0, 3) },
        { id: '2', label: 'Second', members: nodes.slice(3, 5) },
      ],
    });
    await opened.widget.settled();
    const groups = async () =>
      (
        await opened.widget.element
          .getByRole('list', { name: 'Groups' })
          .getByRole('listitem')
          .allInnerTexts()
      ).map((text) => text.trim().replace(/\s+/g, ' '));
    return { ...opened, groups };
  };

  it('counts the visible nodes of each group, and leaves out groups without one', async () => {
    const { widget, groups } = await openGroups();
    expect(await groups()).toEqual(['First 3', 'Second 2', 'others 1']);
    await widget.element.getByRole('slider', { name: 'Last year' }).fill('2012');
    expect(await groups()).toEqual(['First 3', 'others 1']);
    await widget.element.getByRole('slider', { name: 'Last year' }).fill('2019');
    expect(await groups()).toEqual(['First 3', 'Second 2', 'others 1']);
    await widget.element.getByRole('button', { name: 'Topics' }).click();
    expect(await groups()).toEqual(['First 3', 'Second 2']);
  });

  it('counts the nodes of a hidden kind that have the chosen years', async () => {
    const { widget } = await openGroups();
    await widget.element.getByRole('button', { name: 'Authors 5', pressed: true }).click();
    await widget.element.getByRole('slider', { name: 'Last year' }).fill('2010');
    await widget.element.getByRole('button', { name: 'Authors 2', pressed: false }).click();
    await widget.element.getByRole('button', { name: 'Authors 2', pressed: true }).waitFor();
  });

  it('does not count omitted neighbors of hidden kinds', async () => {
    const { widget } = await openGroups();
    await widget.element.getByRole('button', { name: 'Topics' }).click();
    await widget.set({ view: 'list' });
    expect((await widget.rows('nodes'))[0]?.at(-1)).toBe('5 more authors');
  });
});
