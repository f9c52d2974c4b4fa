import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { importFormats } from '../../src/import/formats/importFormats.ts';
import type { ImportReport } from '../../src/import/importReport.ts';
import { runImport } from '../../src/import/runImport.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { folderOf } from '../import/formats/readFormat.ts';
import { authorsOf, entityOf } from '../support/identified.ts';
import { describeStores } from '../support/stores.ts';

const ORCID = '0000-0000-1234-1006';
const OTHER_ORCID = '0000-0000-1234-1014';

const collection = (papers: string): string => `<collection id="2026.toyws"><volume id="1"><meta>
<booktitle>Proceedings of the First Toy Workshop</booktitle><year>2026</year><venue>toyws</venue></meta>
${papers}</volume>
<event id="toyws-2026"><meta><title>Toy Days</title><location>Online</location></meta>
<talk><title>A Talk</title><speaker><first>Guest</first><last>Speaker</last></speaker></talk></event></collection>`;

const author = (first: string, last: string, attributes = ''): string =>
  `<author${attributes}><first>${first}</first><last>${last}</last></author>`;

const toyPapers = `<paper id="1"><title>A</title>${author('Yan', 'Toyperson', ` orcid="${ORCID}"`)}</paper>
<paper id="2"><title>B</title>${author('Y.', 'Toyperson')}${author('Zoe', 'Testname', ' id="zoe-testname"')}</paper>`;

const people = {
  'yan-toyperson': {
    names: [
      { first: 'Yan', last: 'Toyperson' },
      { first: 'Y.', last: 'Toyperson' },
      { first: '燕', last: '童', script: 'hani' },
    ],
    orcid: ORCID,
  },
  'zoe-testname': { names: [{ first: 'Zoe', last: 'Testname' }], disable_name_matching: true },
  'ann-shared': { names: [{ first: 'Ann', last: 'Shared' }] },
  'ann-shared-2': { names: [{ first: 'Ann', last: 'Shared' }], comment: 'No' },
};
const venue = { acronym: 'ToyWS', name: 'Toy Workshop' };

/** The lists in the layouts since January 2026 and since July 2026. JSON is YAML, too. */
const layouts = {
  yaml: {
    'data/yaml/people.yaml': JSON.stringify(people),
    'data/yaml/venues/toyws.yaml': JSON.stringify(venue),
  },
  json: {
    'data/json/people.json': JSON.stringify(people),
    'data/json/venues.json': JSON.stringify({ toyws: venue }),
  },
};

describe.each(['yaml', 'json'] as const)('the ACL Anthology with lists in %s', (layout) => {
  describeStores('in a store', ({ open }) => {
    const importPapers = async (store: GraphStore, papers: string): Promise<ImportReport> => {
      const files = { ...layouts[layout], 'data/xml/2026.toyws.xml': collection(papers) };
      const folder = await folderOf(files);
      const report = await runImport({
        store,
        format: importFormats.get('acl-anthology')!,
        paths: [join(folder, 'data')],
      });
      await rm(folder, { recursive: true });
      return report;
    };
    const authorsOfPaper = (store: GraphStore, number: number): Promise<string[]> =>
      authorsOf(store, `paper:acl:2026.toyws-1.${number}`);

    it('identifies an author by the ORCID, by a listed name and by the id', async () => {
      const store = await open();
      expect(await importPapers(store, toyPapers)).toMatchObject({ new: 2, dropped: { total: 0 } });
      const yan = await entityOf(store, 'author:acl:yan-toyperson');
      expect(yan).toMatchObject({
        id: `author:orcid:${ORCID}`,
        name: 'Yan Toyperson',
        alternativeNames: ['Y. Toyperson', '童燕'],
        paperCount: 2,
      });
      expect(await authorsOfPaper(store, 2)).toEqual([yan!.id, 'author:acl:zoe-testname']);
      expect(await entityOf(store, 'paper:acl:2026.toyws-1.1')).toMatchObject({
        venueName: 'ToyWS',
        year: 2026,
      });
      expect(await store.statistics()).toMatchObject({ paperCount: 2, authorCount: 2 });
    });

    it('identifies all others by the form of the name that the Anthology uses in addresses', async () => {
      const store = await open();
      const papers = `<paper id="1">${author('Zoe', 'Testname')}${author('Ann', 'Shared')}${author('José', 'O’Núñez')}</paper>
<paper id="2">${author('Jose', "O'Nunez")}${author('燕', '童')}</paper>`;
      await importPapers(store, papers);
      expect(await authorsOfPaper(store, 1)).toEqual([
        'author:acl:zoe-testname/unverified',
        'author:acl:ann-shared/unverified',
        'author:acl:jose-o-nunez/unverified',
      ]);
      expect(await authorsOfPaper(store, 2)).toEqual([
        'author:acl:jose-o-nunez/unverified',
        `author:orcid:${ORCID}`,
      ]);
    });

    it('keeps an ORCID that is not listed, and reports one that contradicts the list', async () => {
      const store = await open();
      const papers = `<paper id="1">${author('Ann', 'Shared', ` orcid="${OTHER_ORCID}"`)}</paper>
<paper id="2">${author('Yan', 'Toyperson', ` id="yan-toyperson" orcid="${OTHER_ORCID}"`)}</paper>`;
      const report = await importPapers(store, papers);
      expect(await authorsOfPaper(store, 1)).toEqual([`author:orcid:${OTHER_ORCID}`]);
      expect(await authorsOfPaper(store, 2)).toEqual([`author:orcid:${ORCID}`]);
      expect(report.dropped).toMatchObject({
        kinds: { contradictoryIdentifier: 1 },
        first: [{ reason: expect.stringContaining(OTHER_ORCID) as string }],
      });
    });

    it('takes removed papers away and marks retracted ones; an erratum changes nothing', async () => {
      const store = await open();
      const kept = `<paper id="4"><title>Kept</title><author><last>Mono</last></author><erratum id="1">x</erratum></paper>
<paper id="5"><title>Wrong</title>${author('Ann', 'Shared')}<retracted date="2026-03-01">Error</retracted></paper>`;
      const authors = `${author('Zoe', 'Testname')}${author('Bo', 'Gone')}<abstract>Text</abstract>`;
      await importPapers(store, `<paper id="3"><title>Removed one</title>${authors}</paper>${kept}`);
      expect(await store.statistics()).toMatchObject({ authorCount: 4, collaborationCount: 1 });

      const removed = `<paper id="3"><title>Removed one</title>${authors}<removed date="2026-03-01">Withdrawn</removed></paper>`;
      const report = await importPapers(store, `${removed}${kept}`);
      expect(report).toMatchObject({
        changed: 1,
        unchanged: 2,
        noted: { kinds: { removedPaper: 1, retractedPaper: 1 } },
      });
      expect(await entityOf(store, 'paper:acl:2026.toyws-1.3')).toBeUndefined();
      expect((await store.removals(['paper:acl:2026.toyws-1.3'])).values().next().value).toMatchObject({
        title: 'Removed one',
        source: 'acl',
        reason: '2026-03-01: Withdrawn',
        record: expect.stringMatching(/\.xml:\d+$/) as string,
      });
      expect(await entityOf(store, 'paper:acl:2026.toyws-1.4')).toMatchObject({ isRetracted: false });
      expect(await entityOf(store, 'paper:acl:2026.toyws-1.5')).toMatchObject({ isRetracted: true });
      expect(await store.statistics()).toMatchObject({
        paperCount: 2,
        authorCount: 2,
        collaborationCount: 0,
      });
    });
  });
});
