import { rm } from 'node:fs/promises';
import fc from 'fast-check';
import { relationRow } from '../../src/graph/model/relations.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { importFormats } from '../../src/import/formats/importFormats.ts';
import type { ImportReport } from '../../src/import/importReport.ts';
import { runImport } from '../../src/import/runImport.ts';
import { folderOf } from '../import/formats/readFormat.ts';
import { fieldChange, withChanges, type FieldChange } from '../support/hostileFields.ts';
import { jsonFormats } from '../support/richFormats/jsonFormats.ts';
import type { Json, RichFormat } from '../support/richFormats/richFormat.ts';
import { textFormats } from '../support/richFormats/textFormats.ts';
import { describeStores } from '../support/stores.ts';
import { internalDetails } from './arbitraryText.ts';

/* Records of every format with hostile fields, between records without. */

/** The numbers of the good records. */
const goodNumbers = Array.from({ length: 6 }, (_, index) => 9_001 + index);

/** Everything of the good papers that readers see. */
const goodPapers = async (store: GraphStore): Promise<unknown[]> => {
  const ids = goodNumbers.map((number) => `paper:doi:10.1000/rich.${number}`);
  const names = ['paperAuthors', 'paperTopics', 'paperInstitutions'] as const;
  const requests = names.map((relation) => ({
    relation,
    page: { first: 10, order: Object.values(relationRow(relation).orders)[0] ?? [], count: true },
  }));
  const pages = await store.neighbors(ids, requests);
  const [entities, abstracts, latex] = await Promise.all([
    store.entities(ids),
    store.abstracts(ids),
    store.latexTexts(ids),
  ]);
  return ids.map((id) => [entities.get(id), abstracts.get(id), latex.get(id), pages.get(id)]);
};

const importRecords = async (store: GraphStore, { name, files }: RichFormat, records: readonly Json[]) => {
  const folder = await folderOf(files(records));
  const reasons: string[] = [];
  const report = await runImport({
    store,
    format: importFormats.get(name)!,
    paths: [folder],
    onProblem: ({ message }, { file, line }) => {
      expect([file.startsWith(folder), line > 0]).toEqual([true, true]);
      reasons.push(message);
    },
  });
  await rm(folder, { recursive: true });
  return { report, reasons };
};

const skippedReasons = ({ skipped }: ImportReport): string[] => skipped.first.map(({ reason }) => reason);

describeStores('hostile fields', ({ name: storeName, open }) => {
  it.each([...jsonFormats, ...textFormats].map((format) => ({ name: format.name, format })))(
    'in $name cost the field and no record, and a second import changes nothing',
    async ({ format }) => {
      const good = goodNumbers.map((number) => format.record(number));
      const alone = await open();
      const clean = await importRecords(alone, format, good);
      expect(clean.reasons).toEqual([]);
      const expected = await goodPapers(alone);
      const drawn = fc.array(fc.array(fieldChange, { minLength: 1, maxLength: 2 }), {
        minLength: 5,
        maxLength: 25,
      });
      await fc.assert(
        fc.asyncProperty(drawn, async (changes: FieldChange[][]) => {
          const hostile = changes.map((each, index) => withChanges(format.record(index + 1), each));
          const records = [
            good[0]!,
            ...hostile.flatMap((each, index) => [each, good[(index + 1) % good.length]!]),
            ...good,
          ];
          const store = await open();
          const { report, reasons } = await importRecords(store, format, records);
          for (const reason of reasons) expect(reason).not.toMatch(internalDetails);
          expect(await goodPapers(store)).toEqual(expected);
          expect(skippedReasons(report)).toEqual([]);
          const again = await importRecords(store, format, records);
          expect(again.report.new).toBe(0);
          // Drawn values may give two records one identifier; each import then writes one over the other, and back.
          expect(again.report.changed).toBeLessThanOrEqual(2 * report.changed);
          expect(await goodPapers(store)).toEqual(expected);
        }),
        { numRuns: storeName === 'embedded' ? 6 : 1, endOnFailure: true },
      );
    },
  );
});
