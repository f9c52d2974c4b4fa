import type { PaperRecord, RecordAuthor } from '../../src/import/importRecord.ts';
import { describeStores, importRecords } from '../support/stores.ts';
import { identifiersOf } from '../../src/graph/model/identifiers.ts';
import { authorsOf, entityOf, orcid, otherOrcid, paper } from '../support/identified.ts';

const work = (openalex: string, more: Partial<PaperRecord> = {}): PaperRecord => ({
  ids: { openalex },
  title: `Work ${openalex}`,
  ...more,
});
const person = (openalex: string, name: string, more: Partial<RecordAuthor> = {}): RecordAuthor => ({
  name,
  ids: { openalex },
  ...more,
});

describeStores('a source that changes its data', ({ open }) => {
  it('redirects a retired paper to the remaining one, which keeps its own fields', async () => {
    const store = await open();
    await importRecords(store, [
      work('W1', { title: 'Old', abstract: 'Only the old one.', authors: [person('A1', 'Kim Lund')] }),
      work('W2', { title: 'New', authors: [person('A1', 'Kim Lund'), person('A2', 'Lea Moss')] }),
      work('W3', { references: ['openalex:W1', 'openalex:W2'] }),
    ]);
    const redirect = { record: 'redirect', from: 'openalex:W1', to: 'openalex:W2' } as const;
    expect(await importRecords(store, [redirect])).toMatchObject({ changed: 1 });
    const merged = await entityOf(store, 'paper:openalex:W1');
    expect(merged).toMatchObject({ title: 'New' });
    expect((await entityOf(store, 'paper:openalex:W2'))?.id).toBe(merged?.id);
    expect((await store.abstracts([merged!.id])).get(merged!.id)).toBe('Only the old one.');
    expect(await authorsOf(store, merged!.id)).toEqual(['author:openalex:A1', 'author:openalex:A2']);
    expect(await store.statistics()).toMatchObject({ paperCount: 2, citationLinkCount: 1, authorCount: 2 });
    expect(await importRecords(store, [redirect])).toMatchObject({ changed: 0, unchanged: 1 });
  });

  it('redirects a retired author or institution, also if only one of them is stored', async () => {
    const store = await open();
    const affiliations = [{ name: 'Uni', ids: { openalex: 'I1' } }];
    await importRecords(store, [
      work('W1', { authors: [person('A1', 'Kim Lund', { affiliations })] }),
      work('W2', { authors: [person('A2', 'K. Lund')] }),
      { record: 'redirect', kind: 'author', from: 'openalex:A1', to: 'openalex:A2' },
      { record: 'redirect', kind: 'institution', from: 'openalex:I1', to: 'openalex:I2' },
    ]);
    expect(await store.statistics()).toMatchObject({ authorCount: 1, institutionCount: 1 });
    expect((await entityOf(store, 'author:openalex:A2'))?.paperCount).toBe(2);
    expect((await entityOf(store, 'institution:openalex:I2'))?.id).toBe('institution:openalex:I1');
  });

  it('never merges two authors of one paper by a redirect', async () => {
    const store = await open();
    const report = await importRecords(store, [
      work('W1', { authors: [person('A1', 'Kim Lund'), person('A2', 'Lea Moss')] }),
      { record: 'redirect', kind: 'author', from: 'openalex:A1', to: 'openalex:A2' },
    ]);
    expect(report.dropped.kinds).toEqual({ sharedIdentifier: 1 });
    expect(await store.statistics()).toMatchObject({ authorCount: 2 });
  });

  it('keeps a complete list of authors if the same source later gives only a part of it', async () => {
    const store = await open();
    const authors = Array.from({ length: 149 }, (_, index) => person(`A${index + 1}`, `Author ${index}`));
    const cut = work('W1', { authors: authors.slice(0, 100), authorListIsComplete: false, citationCount: 7 });
    await importRecords(store, [work('W1', { authors })]);
    const report = await importRecords(store, [cut]);
    expect(report.dropped.kinds).toEqual({ shorterAuthorList: 1 });
    expect(await entityOf(store, 'paper:openalex:W1')).toMatchObject({
      authorCount: 149,
      authorListIsComplete: true,
      citationCount: 7,
    });
    expect((await entityOf(store, 'author:openalex:A149'))?.paperCount).toBe(1);
    expect(await importRecords(store, [cut])).toMatchObject({ changed: 0, unchanged: 1 });
  });

  it.each(['openalex', 's2'])(
    'keeps a list of authors if a record of the source %s cuts a list after some of them',
    async (source) => {
      const store = await open();
      const [ann, bob, cy] = [person('A1', 'Ann Berg'), person('A2', 'Bob Lund'), person('A3', 'Cy Moss')];
      const doi = '10.5555/cut.1';
      const listed = (names: string[], more: Partial<PaperRecord> = {}): PaperRecord => ({
        ids: { doi },
        title: 'Cut',
        authors: names.map((name) => ({ name })),
        authorListIsComplete: false,
        ...more,
      });
      await importRecords(store, [work('W1', { ids: { openalex: 'W1', doi }, authors: [ann, bob, cy] })]);
      const paperId = `paper:doi:${doi}`;
      for (const names of [['A. Berg'], ['Zoe Noor'], ['Ann Berg', 'Bob Lund', 'C. Moss']]) {
        const report = await importRecords(store, [listed(names)], source);
        expect(report.dropped.kinds).toEqual({ shorterAuthorList: 1 });
        expect(report.dropped.first[0]?.reason).toBe(
          `${paperId}: the complete list of 3 authors was kept, the new list is cut after ${names.length}`,
        );
        expect(await authorsOf(store, paperId)).toEqual([1, 2, 3].map((each) => `author:openalex:A${each}`));
        expect(await entityOf(store, paperId)).toMatchObject({ authorCount: 3, authorListIsComplete: true });
      }
      const longer = listed(['Ann Berg', 'Bob Lund', 'Cy Moss', 'Di Noor']);
      expect((await importRecords(store, [longer], source)).dropped.total).toBe(0);
      expect(await authorsOf(store, paperId)).toHaveLength(4);
      const stillCut = await importRecords(store, [listed(['Ann Berg'])], 'dblp');
      expect(stillCut.dropped.first[0]?.reason).toContain('the list of 4 authors was kept');
      const whole = listed(['Ann Berg', 'Bob Lund'], { authorListIsComplete: true });
      await importRecords(store, [whole], source);
      expect(await authorsOf(store, paperId)).toHaveLength(2);
    },
  );

  it('never merges papers with different ids in one catalogue by an id of another catalogue', async () => {
    const store = await open();
    const first = work('W1', { ids: { openalex: 'W1', doi: '10.5555/preprint' } });
    const second = work('W2', { ids: { openalex: 'W2', doi: '10.5555/published' } });
    await importRecords(store, [first, second]);
    const report = await importRecords(store, [
      { record: 'redirect', from: 's2:7', to: 'doi:10.5555/preprint' },
      { record: 'redirect', from: 's2:7', to: 'doi:10.5555/published' },
      { record: 'redirect', from: 's2:8', to: 'doi:10.5555/preprint' },
    ]);
    expect(report.dropped.kinds).toEqual({ sharedIdentifier: 2 });
    expect(report.dropped.first[0]?.reason).toBe(
      'paper:s2:7 was not joined' +
        ' with paper:doi:10.5555/published: paper:doi:10.5555/preprint and paper:doi:10.5555/published' +
        ' have different identifiers of doi and openalex',
    );
    expect(await store.statistics()).toMatchObject({ paperCount: 2 });
    expect((await entityOf(store, 'paper:s2:7'))?.id).toBe('paper:doi:10.5555/preprint');
    expect(await entityOf(store, 'paper:s2:8')).toBeUndefined();
  });

  it('merges papers that a catalogue merged only if no other catalogue tells them apart', async () => {
    const store = await open();
    await importRecords(store, [
      work('W1', { ids: { openalex: 'W1', acl: 'P18-1001', doi: '10.5555/1' } }),
      work('W2', { ids: { openalex: 'W2', acl: 'P18-1002', doi: '10.5555/2' } }),
      work('W3', { ids: { openalex: 'W3', doi: '10.5555/3' } }),
    ]);
    const report = await importRecords(store, [
      { record: 'redirect', from: 'openalex:W1', to: 'openalex:W2' },
      { record: 'redirect', from: 'openalex:W3', to: 'openalex:W2' },
    ]);
    expect(report.dropped.kinds).toEqual({ sharedIdentifier: 1 });
    expect(await store.statistics()).toMatchObject({ paperCount: 2 });
    expect((await entityOf(store, 'paper:openalex:W3'))?.id).toBe('paper:doi:10.5555/2');
  });

  it('keeps papers apart that only look like one entry if another catalogue tells them apart', async () => {
    const store = await open();
    const authors = [person('A21', 'Kim Lund')];
    const twin = (openalex: string, acl: string): PaperRecord => ({
      ids: { openalex, acl, doi: '10.5555/twin' },
      title: 'Twin',
      authors,
    });
    await importRecords(store, [twin('W1', 'P18-1001'), twin('W2', 'P18-1002')]);
    expect(await store.statistics()).toMatchObject({ paperCount: 2 });
  });

  it('may list a paper under a retired and a remaining id: with equal DOI, title and authors it is one', async () => {
    const authors = [person('A21', 'Kim Lund'), person('A22', 'Lea Moss')];
    const first = work('W20', { ids: { openalex: 'W20', doi: '10.5555/merge.1' }, title: 'Merge', authors });
    const second = { ...first, ids: { openalex: 'W23', doi: '10.5555/MERGE.1' } };
    for (const batches of [[[first, second]], [[first], [second]]]) {
      const store = await open();
      const reports = [];
      for (const batch of batches) reports.push(await importRecords(store, batch));
      expect(reports.at(-1)?.noted.kinds).toMatchObject({ duplicateEntry: 1 });
      expect(await store.statistics()).toMatchObject({ paperCount: 1, collaborationCount: 1 });
      expect((await entityOf(store, 'paper:openalex:W20'))?.id).toBe('paper:doi:10.5555/merge.1');
      expect((await entityOf(store, 'paper:openalex:W23'))?.id).toBe('paper:doi:10.5555/merge.1');
      expect(await importRecords(store, [first, second])).toMatchObject({ read: 2, new: 0 });
      expect(await store.statistics()).toMatchObject({ paperCount: 1 });
    }
  });

  it('keeps papers apart that have one DOI and different titles', async () => {
    const store = await open();
    const doi = '10.5555/merge.1';
    const authors = [person('A21', 'Kim Lund')];
    await importRecords(store, [
      work('W20', { ids: { openalex: 'W20', doi }, authors }),
      work('W23', { ids: { openalex: 'W23', doi }, authors }),
    ]);
    expect(await store.statistics()).toMatchObject({ paperCount: 2 });
  });
});

describeStores('contradictory ORCIDs', ({ open }) => {
  it('are not used if one paper gives an ORCID to several people', async () => {
    const store = await open();
    const report = await importRecords(store, [
      paper('x', [
        { name: 'Max Noor', ids: { openalex: 'A25', orcid } },
        { name: 'Ned Orr', ids: { openalex: 'A26', orcid: `https://orcid.org/${orcid}` } },
      ]),
    ]);
    expect(report.dropped.kinds).toEqual({ contradictoryIdentifier: 1 });
    expect(await authorsOf(store, 'paper:doi:10.1000/x')).toEqual([
      'author:openalex:A25',
      'author:openalex:A26',
    ]);
    expect(await entityOf(store, `author:orcid:${orcid}`)).toBeUndefined();
  });

  it('are reported if a person has two, and none is used, in any order and after further imports', async () => {
    const records = [
      paper('x', [{ name: 'Oda Pell', ids: { s2: '802', orcid } }]),
      paper('y', [{ name: 'Oda Pell', ids: { s2: '802', orcid: otherOrcid } }]),
    ];
    for (const order of [records, [...records].reverse()]) {
      const store = await open();
      const report = await importRecords(store, order);
      expect(report.dropped).toMatchObject({ total: 1, kinds: { contradictoryIdentifier: 1 } });
      await importRecords(store, [
        paper('z', [{ name: 'Oda Pell', ids: { s2: '802', orcid } }]),
        paper('w', [{ name: 'Oda Pell', ids: { orcid } }]),
      ]);
      const person = await entityOf(store, 'author:s2:802');
      expect(person?.paperCount).toBe(3);
      expect(identifiersOf(person?.keys ?? []).map(({ scheme }) => scheme)).toEqual(['SEMANTIC_SCHOLAR']);
    }
  });
});
