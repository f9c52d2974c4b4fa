import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { entityId, type EntityId } from '../../src/graph/model/ids.ts';
import { relationRow } from '../../src/graph/model/relations.ts';
import { nameKey } from '../../src/graph/names.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { importFormats } from '../../src/import/formats/importFormats.ts';
import { runImport } from '../../src/import/runImport.ts';
import {
  drawnDblp,
  drawnPerson,
  drawnPublication,
  peopleOf,
  type DrawnPublication,
} from '../support/drawnDblp.ts';
import { entityOf } from '../support/identified.ts';
import { describeStores, importRecords } from '../support/stores.ts';

const importXml = async (store: GraphStore, xml: string) => {
  const folder = mkdtempSync(join(tmpdir(), 'dblp-'));
  try {
    writeFileSync(join(folder, 'dblp.xml.gz'), gzipSync(xml));
    return await runImport({ store, format: importFormats.get('dblp')!, paths: [folder] });
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** All keys that lead to an author of a drawn publication. */
const keysOf = ({ person, name }: DrawnPublication['authors'][number]): EntityId[] => {
  if (person === undefined) return [nameKey('AUTHOR', 'dblp', name)];
  const { pid, names, orcid } = drawnPerson(person);
  return [
    ...[pid, ...names].map((each) => entityId('AUTHOR', 'dblp', each)),
    ...(orcid === undefined ? [] : [entityId('AUTHOR', 'orcid', orcid)]),
  ];
};

describeStores('a drawn dblp.xml', ({ open, name: storeName }) => {
  const publications = storeName === 'embedded' ? 400 : 100;

  it('gives the people who wrote each publication, under all their spellings and identifiers', async () => {
    const store = await open();
    const xml = [...drawnDblp(publications)].join('');
    const report = await importXml(store, xml);
    expect(report.skipped.total + report.dropped.total).toBe(0);

    const people = peopleOf(publications);
    const drawn = Array.from({ length: publications }, (_, number) => drawnPublication(number, people));
    const authors = drawn.flatMap((each) => each.authors);
    const papers = drawn.map(({ key }) => `paper:dblp:${key}`);
    const found = await store.entities([...papers, ...authors.flatMap(keysOf)]);
    for (const author of authors) {
      expect(new Set(keysOf(author).map((key) => found.get(key)?.id)).size).toBe(1);
    }
    const ids = papers.map((key) => found.get(key)!.id);
    const order = relationRow('paperAuthors').orders['PRINTED'] ?? [];
    const page = { first: 100, order, count: false };
    const lists = await store.neighbors(ids, [{ relation: 'paperAuthors', page }]);
    expect(ids.map((id) => lists.get(id)?.[0]?.entries.map(({ node }) => node.id))).toEqual(
      drawn.map((each) => each.authors.map((author) => found.get(keysOf(author)[0]!)!.id)),
    );
    const present = new Set(authors.map(({ person, name }) => person ?? name));
    expect((await store.statistics()).authorCount).toBe(present.size);
    expect(await importXml(store, xml)).toMatchObject({ new: 0, changed: 0 });
  });

  it('knows a person by all spellings, if publications have only some of them', async () => {
    const names = ['Main Name', 'First Alias', 'Second Alias', 'Third Alias'];
    for (const printed of names) {
      const store = await open();
      const xml = `<dblp><article key="journals/x/A"><author>${printed}</author><title>A.</title></article>
<www key="homepages/1/2">${names.map((name) => `<author>${name}</author>`).join('')}</www></dblp>`;
      await importXml(store, xml);
      for (const id of [...names, '1/2']) {
        expect(await entityOf(store, entityId('AUTHOR', 'dblp', id))).toMatchObject({ name: printed });
      }
      expect(await importXml(store, xml)).toMatchObject({ new: 0, changed: 0 });
    }
  });

  it('leaves an ORCID with a person of another name, and marks a withdrawn publication', async () => {
    const store = await open();
    const orcid = '0000-0002-1825-0097';
    await importRecords(store, [{ title: 'A', authors: [{ name: 'Ada Lovelace', ids: { orcid } }] }]);
    const report = await importXml(
      store,
      `<dblp><article key="journals/x/A" publtype="withdrawn"><author>Bo Noether</author><title>B.</title></article>
<www key="homepages/1/2"><author>Bo Noether</author><url>https://orcid.org/${orcid}</url></www></dblp>`,
    );
    expect(report.dropped.kinds).toEqual({ incompatibleName: 1 });
    expect(await entityOf(store, `author:orcid:${orcid}`)).toMatchObject({ name: 'Ada Lovelace' });
    expect(await entityOf(store, 'author:dblp:1/2')).toMatchObject({ name: 'Bo Noether' });
    const paper = await entityOf(store, 'paper:dblp:journals/x/A');
    expect(paper).toMatchObject({ title: 'B', isRetracted: true });
  });
});
