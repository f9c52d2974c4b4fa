import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { ADA, BO, CY, DEE } from '../../support/api/records.ts';
import { jsonFeedFaults } from '../../support/feeds/jsonFeedFaults.ts';
import { served } from '../../support/api/served.ts';

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

describe('feeds for feed readers', () => {
  const api = served();
  const get = (path: string, headers = {}) => fetch(api.url + path, { headers });
  const text = async (path: string): Promise<string> => (await get(path)).text();

  it('are Atom with everything that RFC 4287 requires', async () => {
    const response = await get(`/feed.atom?ids=${encodeURIComponent(ADA)}`);
    expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    const feed = parseAtomFeed(await response.text());
    expect(feed).toMatchObject({
      id: response.url,
      title: { value: 'New papers: Ada Løvelace' },
      links: expect.arrayContaining([
        expect.objectContaining({ rel: 'self', href: response.url }),
        expect.objectContaining({ rel: 'alternate', href: `${api.url}/author/${encodeURIComponent(ADA)}` }),
      ]),
      authors: [{ name: 'coauthor-graph' }],
    });
    expect(feed.updated).toMatch(MOMENT);
    const entries = feed.entries ?? [];
    expect(entries.map(({ title }) => title?.value)).toEqual(['More on Graphs', 'On Graphs', 'Everyone']);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(3);
    for (const { id, updated, published, links } of entries) {
      expect(URL.canParse(id ?? '')).toBe(true);
      expect([updated, published]).toEqual([expect.stringMatching(MOMENT), expect.stringMatching(MOMENT)]);
      expect(links).toEqual([expect.objectContaining({ rel: 'alternate', href: id })]);
    }
    expect(entries[1]).toMatchObject({
      published: '2020-05-01T00:00:00Z',
      authors: [{ name: 'Ada Løvelace' }, { name: 'Bo Erdős' }],
      categories: [{ term: 'Graphs' }],
      summary: { value: 'Graphs are drawn.' },
    });
  });

  it('are JSON Feed 1.1 with the same items', async () => {
    const response = await get('/feed.json');
    expect(response.headers.get('content-type')).toBe('application/feed+json; charset=utf-8');
    const json = await response.text();
    expect(JSON.parse(json)).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'New papers',
    });
    const feed = parseJsonFeed(json);
    const atom = parseAtomFeed(await text('/feed.atom'));
    expect(feed.items?.map(({ id }) => id)).toEqual(atom.entries?.map(({ id }) => id));
    expect(feed.items?.at(-1)).toMatchObject({
      title: 'Alone',
      content_text: 'Alone',
      authors: [{ name: 'Dee Solo' }],
    });
  });

  it.each(['', `?ids=${encodeURIComponent(ADA)}`, '?q=nothing'])(
    'break no rule of JSON Feed 1.1 with the parameters "%s"',
    async (query) => {
      expect(jsonFeedFaults(await text(`/feed.json${query}`))).toEqual([]);
    },
  );

  it('follow a text, and a period', async () => {
    const titles = async (query: string) =>
      parseJsonFeed(await text(`/feed.json?${query}`)).items?.map(({ title }) => title);
    expect(await titles('q=graph')).toEqual(['More on Graphs', 'On Graphs']);
    expect(await titles(`q=graph&ids=${encodeURIComponent(CY)}`)).toEqual(['More on Graphs']);
    expect(await titles('q=nothing')).toBeUndefined();
    expect(await titles('period=WEEK')).toBeUndefined();
  });

  it('say when authors came nearer to another author', async () => {
    const query = new URLSearchParams({ ids: BO, distanceTo: CY }).toString();
    const json = await text(`/feed.json?${query}`);
    expect(jsonFeedFaults(json)).toEqual([]);
    const { title, items = [] } = parseJsonFeed(json);
    expect(title).toBe('New papers: Bo Erdős; distance to Cy Noether');
    expect(items.map((item) => item.title)).toEqual([
      'More on Graphs',
      'Bo Erdős and Cy Noether have written their first paper together',
      'On Graphs',
    ]);
    expect(items[1]).toMatchObject({
      date_published: '2021-01-01T00:00:00Z',
      content_text: 'Because of the paper “More on Graphs”.',
    });
    const atom = parseAtomFeed(await text(`/feed.atom?${query}`));
    expect(atom.entries?.map(({ id }) => id)).toEqual(items.map(({ id }) => id));
    expect(new Set(items.map(({ id }) => id)).size).toBe(3);
  });

  it('are not sent again to a reader that has them, and say when the data last changed', async () => {
    const first = await get('/feed.atom');
    expect(Date.parse(first.headers.get('last-modified') ?? '')).not.toBeNaN();
    const again = await get('/feed.atom', { 'if-none-match': first.headers.get('etag') ?? '' });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it.each([
    ['ids=nonsense', 400, 'ids'],
    ['ids=author:drawn-name:Nobody', 404, 'ids'],
    ['period=FORTNIGHT', 400, 'period'],
    ['period=DAY&period=WEEK', 400, 'period'],
    ['q=%20', 400, 'q'],
    [`q=${'long '.repeat(41)}`, 400, 'q'],
    [`distanceTo=${encodeURIComponent(DEE)}`, 400, 'distanceTo'],
    [`ids=${encodeURIComponent(DEE)}&distanceTo=paper:doi:10.1000/one`, 400, 'distanceTo'],
    [`ids=${encodeURIComponent(DEE)}&distanceTo=author:name:nobody`, 404, 'distanceTo'],
    ['format=rss', 400, 'format'],
  ])('are refused with the parameters %s', async (query, status, argument) => {
    const response = await get(`/feed.atom?${query}`);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'BAD_USER_INPUT', argument } }],
    });
  });
});
