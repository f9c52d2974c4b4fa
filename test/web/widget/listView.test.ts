import { describeWithBrowser } from '../../support/browser/available.ts';
import { seriousViolations } from '../support/axe.ts';
import { edge, node, slice } from '../support/slices.ts';
import { widgetPages } from '../support/widgetPage.ts';

describeWithBrowser('the list of the widget', (chromium) => {
  const { openWidget } = widgetPages(chromium);

  const openList = async (data: ReturnType<typeof slice>) => {
    const { page, widget } = await openWidget('view="list"');
    await widget.setProperty('data', data);
    await widget.settled();
    const headings = await widget.element.locator('table').first().locator('thead th').allInnerTexts();
    expect(await seriousViolations(page)).toEqual([]);
    return { headings, rows: await widget.rows('nodes') };
  };

  it('shows the joint papers and years of authors, and no kind if all have the same', async () => {
    const people = [node('author:ann', 0), node('author:ben'), node('author:cem', 2)];
    const edges = [edge('author:ann', 'author:ben', 2015, 2019), edge('author:ben', 'author:cem', 2020)];
    const { headings, rows } = await openList(slice(people, [{ ...edges[0]!, weight: 7 }, edges[1]!]));
    expect(headings).toEqual([
      'Name',
      'Papers',
      'Joint papers',
      'Joint years',
      'Neighbors shown',
      'Not shown',
    ]);
    expect(rows).toEqual([
      ['author:ann', '1', '', '', '1', ''],
      ['author:ben', '1', '7', '2015–2019', '2', ''],
      ['author:cem', '1', '', '', '1', ''],
    ]);
  });

  it('shows the title, the year and the note of papers', async () => {
    const papers = [node('paper:old', 0, 1990), { ...node('paper:new', 1, 2020), note: '3 citations' }];
    const { headings, rows } = await openList(slice(papers, []));
    expect(headings).toEqual(['Title', 'Year', 'Note', 'Neighbors shown', 'Not shown']);
    expect(rows).toEqual([
      ['paper:old', '1990', '', '0', ''],
      ['paper:new', '2020', '3 citations', '0', ''],
    ]);
  });

  it('shows the kinds if there are several', async () => {
    const { headings } = await openList(slice([node('author:ann', 0), node('topic:logic')], []));
    expect(headings).toEqual(['Name', 'Kind', 'Papers', 'Neighbors shown', 'Not shown']);
  });
});
