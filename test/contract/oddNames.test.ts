import { checkedId } from '../../src/graph/model/checkedId.ts';
import { lists } from '../../src/graph/model/lists.ts';
import type { ImportRecord } from '../../src/import/importRecord.ts';
import { describeStores, importRecords } from '../support/stores.ts';

const ORCID = '0000-0002-1825-0097';
const likeOthers = [
  `author:orcid:${ORCID}`,
  `orcid:${ORCID}`,
  '__proto__',
  'constructor',
  "Robert'); DROP TABLE entity;--",
  '`}) MATCH (n) DETACH DELETE n //',
  '<img src=x onerror=alert(1)>',
  '"quoted" AND name:* OR NEAR(a b)',
  '\u001b[31mred',
  '\u202eright to left',
  '\u200binvisible',
  '%41%zz',
  '李'.repeat(300),
  `a${'李'.repeat(300)}`,
  `${'a'.repeat(999)}\u{1d49c}`,
  '\u{1d49c}'.repeat(900),
];

describeStores('names and ids that look like something else', ({ open }) => {
  const records: ImportRecord[] = [
    ...likeOthers.map((name, index): ImportRecord => ({
      ids: { s2: String(index + 1) },
      title: name,
      venueName: name,
      authors: [{ name, affiliations: [{ name }] }],
      topics: [{ name }],
    })),
    { ids: { doi: `10.1000/${'题'.repeat(100)}`, s2: '101' }, title: 'Long DOI', authors: [] },
    {
      ids: { doi: `10.1000/${'x'.repeat(600)}` },
      title: 'Only a long DOI',
      authors: [{ name: 'Q', ids: { dblp: 'é'.repeat(150) } }],
    },
    {
      ids: { doi: '10.1000/a?b#c d%2F"<>\\' },
      title: 'Odd DOI',
      authors: [{ name: 'Real', ids: { orcid: ORCID } }],
    },
    {
      ids: { arxiv: 'paper:doi:10.1000/1', s2: 'author:orcid:1', acl: '../../etc/passwd' },
      title: 'No ids',
      authors: [],
    },
    { record: 'topic', name: 'up', broader: [{ name: 'down' }, { name: 'up' }] },
    { record: 'topic', name: 'down', broader: [{ name: 'up' }] },
    { title: 'Circular', authors: [], topics: [{ name: 'up' }] },
  ];

  it('are stored as they are, apart from each other, each found by the id it was given', async () => {
    const store = await open();
    const report = await importRecords(store, records);
    expect(report.skipped.total).toBe(0);
    for (const kind of ['AUTHOR', 'INSTITUTION', 'PAPER', 'TOPIC'] as const) {
      const list = Object.values(lists).find((each) => each.kind === kind)!;
      const { entries } = await store.list(kind, {
        first: 100,
        order: Object.values(list.orders)[0]!,
        count: false,
      });
      const ids = entries.map(({ node }) => checkedId(node.id, 'id', kind));
      const found = await store.entities(ids);
      expect(ids.map((id) => found.get(id)?.id)).toEqual(entries.map(({ node }) => node.id));
      const names = entries.map(({ node }) => (node.kind === 'PAPER' ? node.title : node.name));
      expect(names.join()).not.toMatch(/\p{Surrogate}/u);
      for (const name of likeOthers.slice(0, -4)) {
        expect(names).toContain(name.replace(/[\u202e\u200b\u001b]/g, ''));
      }
    }
    const { title } = (await store.entities(['paper:s2:101'])).get('paper:s2:101') as { title: string };
    expect(title).toBe('Long DOI');
    expect((await store.entities([`author:orcid:${ORCID}`])).get(`author:orcid:${ORCID}`)).toMatchObject({
      name: 'Real',
      paperCount: 1,
    });
  });

  it('are reported where an identifier is none, and where it is too long', async () => {
    const { dropped } = await importRecords(await open(), records);
    const reasons = dropped.first.map(({ line, reason }) => `${line} ${reason.slice(-60)}`);
    const line = likeOthers.length;
    expect(reasons).toEqual(
      expect.arrayContaining([
        expect.stringMatching(new RegExp(`^${line + 1} .*is not a valid doi identifier for the kind PAPER$`)),
        expect.stringMatching(new RegExp(`^${line + 2} .*is not a valid doi identifier for the kind PAPER$`)),
        expect.stringMatching(
          new RegExp(`^${line + 2} .*is not a valid dblp identifier for the kind AUTHOR$`),
        ),
        expect.stringMatching(
          new RegExp(`^${line + 4} .*is not a valid arxiv identifier for the kind PAPER$`),
        ),
        expect.stringMatching(new RegExp(`^${line + 4} .*is not a valid acl identifier for the kind PAPER$`)),
      ]),
    );
  });

  it('of topics that are above each other answer a filter', async () => {
    const store = await open();
    await importRecords(store, records);
    const filter = { topicIds: ['topic:keyword:down'] };
    const { total } = await store.list('PAPER', {
      first: 1,
      order: lists.papers.orders.NEWEST,
      count: true,
      filter,
    });
    expect(total).toBe(1);
  });
});

describeStores('a paper with 5,000 authors', ({ open }) => {
  const crowd = Array.from({ length: 5_000 }, (_, index) => ({ name: `Author ${index}` }));

  it('is stored whole, makes no collaborators, and the rest goes on', async () => {
    const store = await open();
    const records: ImportRecord[] = [
      { ids: { s2: '1' }, title: 'Crowd', authors: crowd },
      { ids: { s2: '2' }, title: 'Two', authors: crowd.slice(0, 2) },
    ];
    expect(await importRecords(store, records)).toMatchObject({ read: 2, new: 2, skipped: { total: 0 } });
    expect(await store.statistics()).toMatchObject({
      paperCount: 2,
      authorCount: 5_000,
      authorshipCount: 5_002,
      collaborationCount: 1,
      papersTooLargeForCollaboration: 1,
    });
    expect(await importRecords(store, records)).toMatchObject({ unchanged: 2 });
  });
});
