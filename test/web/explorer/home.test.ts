import { describeWithBrowser } from '../../support/browser/available.ts';
import { explorerServer } from '../support/explorerPage.ts';
import { peopleSlice } from '../../../src/web/explorer/home/peopleSlice.ts';
import type { SliceEdge } from '../../../src/web/widget/slice.ts';
import { observeShifts, shiftOf } from '../support/layoutShifts.ts';
import { changeAnswers } from '../support/requests.ts';
import { edge, node } from '../support/slices.ts';

/** A tie of two people. */
const tie = (source: string, target: string, weight = 1) => ({ ...edge(source, target), weight });

describe('peopleSlice', () => {
  const people = ['author:ann', 'author:ben', 'author:cem', 'author:dan', 'author:eva', 'author:fay'];
  const graphOf = (edges: SliceEdge[]) => ({ nodes: people.map((id) => node(id)), edges, clusters: null });

  it('keeps the three strongest ties of each person', () => {
    const ties = people.flatMap((source, index) =>
      people.slice(index + 1).map((target, place) => tie(source, target, 10 * index + place)),
    );
    const kept = peopleSlice(graphOf(ties))!.edges;
    const isOf = (id: string) => (edge: SliceEdge) => edge.source === id || edge.target === id;
    for (const id of people) {
      const byWeight = ties.filter(isOf(id)).toSorted((one, other) => other.weight - one.weight);
      expect(kept).toEqual(expect.arrayContaining(byWeight.slice(0, 3)));
    }
    expect(kept.length).toBeLessThan(ties.length);
  });

  it('leaves out people without ties', () => {
    const slice = peopleSlice(graphOf([tie('author:ann', 'author:ben'), tie('author:ben', 'author:cem')]));
    expect(slice?.nodes.map(({ entity }) => entity.id)).toEqual(people.slice(0, 3));
  });

  it('is nothing for fewer than three people', () => {
    expect(peopleSlice(graphOf([tie('author:ann', 'author:ben')]))).toBeUndefined();
  });
});

interface Statistics {
  statistics: object;
}

describeWithBrowser('the home page of the explorer', (chromium) => {
  const { open } = explorerServer(chromium);

  it('shows in each list the number that it is ordered by', async () => {
    const { page, problems } = await open('/');
    const firstRow = async (heading: string) =>
      page
        .locator('section', { has: page.getByRole('heading', { name: heading }) })
        .locator('li')
        .first()
        .innerText();
    expect(await firstRow('Authors with the most collaborators')).toMatch(/\d+ collaborators$/);
    expect(await firstRow('Topics with the most papers')).toMatch(/\d+ papers$/);
    expect(await firstRow('Institutions with the most papers')).toMatch(/\d+ papers$/);
    expect(problems).toEqual([]);
  });

  it('does not offer kinds of which nothing is stored', async () => {
    const { page } = await open('/', {
      prepare: (page) =>
        changeAnswers(page, 'HomePage', (data) => {
          const { statistics } = data as Statistics;
          return { data: { ...data, topics: { nodes: [] }, statistics: { ...statistics, topicCount: 0 } } };
        }),
    });
    const figures = page.getByRole('region', { name: 'Size of the graph' });
    await figures.waitFor();
    expect(await figures.innerText()).not.toContain('topics');
    expect(await page.getByRole('link', { name: 'two people' }).count()).toBe(1);
    expect(await page.getByRole('link', { name: 'two topics' }).count()).toBe(0);
  });

  it('says how fresh the live sources are', async () => {
    const source = {
      ...{ name: 'ada', service: 'OpenAlex', recordCount: 1234, lastError: null },
      ...{ lastSuccess: '2026-01-02T03:04:05.000Z', nextRun: '2026-01-03T03:04:05.000Z' },
    };
    const failed = {
      ...source,
      name: 'bo',
      recordCount: 1,
      lastSuccess: null,
      nextRun: null,
      lastError: 'No.',
    };
    const { page } = await open('/', {
      prepare: (page) =>
        changeAnswers(page, 'HomePage', (data) => ({ data: { ...data, sources: [source, failed] } })),
    });
    await page
      .getByText('ada from OpenAlex: 1,234 records, up to date as of Jan 2, 2026, next update Jan 3, 2026', {
        exact: true,
      })
      .waitFor();
    await page
      .getByText('bo from OpenAlex: 1 record, not read completely yet. The last update failed: No.', {
        exact: true,
      })
      .waitFor();
  });

  it.each([1280, 390])(
    'opens with a picture of people, and moves nothing, at a width of %s pixels',
    async (width) => {
      const { page, problems } = await open('/', { width, prepare: observeShifts });
      const graph = page.locator('coauthor-graph');
      await graph.getByRole('list', { name: 'Groups' }).waitFor();
      const box = (await graph.locator('canvas').boundingBox())!;
      expect(box.y).toBeLessThan(450);
      await page.waitForLoadState('networkidle');
      expect(await shiftOf(page)).toBe(0);
      await graph.locator('canvas').focus();
      await page.keyboard.press('Home');
      await graph.locator('.panel').waitFor();
      await page.waitForURL(/select=/);
      await page.keyboard.press('Enter');
      await page.waitForURL('**/author/**');
      expect(problems).toEqual([]);
    },
  );

  it('shows the same picture by a link', async () => {
    const { page } = await open(`/?select=${encodeURIComponent('author:seed-name:Michael%20W.%20Mahoney')}`);
    await page.locator('coauthor-graph .panel', { hasText: 'Michael W. Mahoney' }).waitFor();
  });

  it('has no picture if nobody wrote with two others', async () => {
    const { page } = await open('/', {
      prepare: (page) =>
        changeAnswers(page, 'HomePage', (data) => {
          const { statistics } = data as Statistics;
          return { data: { ...data, statistics: { ...statistics, collaborationCount: 1 } } };
        }),
    });
    await page.getByRole('region', { name: 'Size of the graph' }).waitFor();
    expect(await page.locator('people-map').count()).toBe(0);
  });
});
