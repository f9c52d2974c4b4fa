import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aclAnthology } from '../../src/import/formats/aclAnthology/aclAnthology.ts';
import type { PaperRecord } from '../../src/import/importRecord.ts';
import { describeUnless } from '../support/describeUnless.ts';
import { importPath } from '../support/realData/agreement.ts';
import { anthologyLibraryMissing, authorsByLibrary } from '../support/realData/anthologyLibrary.ts';
import { describeKeptStores } from '../support/realData/keptStores.ts';
import { writeNewAnthology } from '../support/realData/newAnthologyLayout.ts';
import { missingData, once, sharedData } from '../support/realData/where.ts';
import { papersIn, read } from './formats/readFormat.ts';

const LONG = 20 * 60_000;
const missing = missingData('acl-anthology') ?? anthologyLibraryMissing();

const folders = once(() => {
  const parent = mkdtempSync(join(tmpdir(), 'new-anthology-'));
  for (const tables of ['yaml', 'json'] as const) {
    writeNewAnthology(sharedData('acl-anthology'), join(parent, tables), tables);
  }
  return parent;
});
const yamlPapers = once(() => read('acl-anthology', join(folders(), 'yaml')).then(papersIn));
const jsonPapers = () => read('acl-anthology', join(folders(), 'json')).then(papersIn);
const library = once(() => authorsByLibrary(join(folders(), 'json')));

afterAll(() => {
  if (missing === undefined) rmSync(folders(), { recursive: true });
});

describeUnless(missing, 'the Anthology in the layouts since 2026', () => {
  const authorsOf = ({ authors = [] }: PaperRecord): (string | undefined)[] =>
    authors.map(({ ids }) => ids?.acl);

  it.each([
    ['yaml', yamlPapers],
    ['json', jsonPapers],
  ])(
    'has in %s the authors of every paper that the library of its owners says',
    async (_, papersOf) => {
      const papers = await papersOf();
      const differences = papers.filter(
        (paper) => JSON.stringify(authorsOf(paper)) !== JSON.stringify(library().get(paper.ids?.acl ?? '')),
      );
      expect(differences).toEqual([]);
      expect(papers.length).toBeGreaterThan(70_000);
      const isUnverified = (id: string): boolean => id.endsWith('/unverified');
      const ids = [...library().values()].flat();
      expect(ids.filter(isUnverified).length).toBeGreaterThan(100_000);
      expect(ids.filter((id) => !isUnverified(id)).length).toBeGreaterThan(10_000);
    },
    LONG,
  );
});

describeKeptStores('a store of the Anthology in the layout since 2026', missing, (kept) => {
  it(
    'has the people of the library, without those of removed papers',
    async () => {
      const report = await importPath(kept, aclAnthology.name, join(folders(), 'yaml'));
      const removed = report.noted.kinds.removedPaper ?? 0;
      expect(removed).toBeGreaterThan(10);
      const papers = await yamlPapers();
      const listed = papers
        .filter(({ isRemoved }) => !isRemoved)
        .map(({ ids }) => new Set(library().get(ids?.acl ?? '')));
      expect(listed).toHaveLength(papers.length - removed);
      expect(await kept.store().statistics()).toMatchObject({
        paperCount: papers.length - removed,
        authorCount: new Set(listed.flatMap((people) => [...people])).size,
        authorshipCount: listed.reduce((total, people) => total + people.size, 0),
      });
    },
    LONG,
  );
});
