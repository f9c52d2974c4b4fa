import { relationRow } from '../../src/graph/model/relations.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import type { ImportRecord, PaperRecord, RecordAuthor } from '../../src/import/importRecord.ts';
import { importRecords, type OpenStore } from './stores.ts';

export const orcid = '0000-0002-1825-0097';
export const otherOrcid = '0000-0001-5109-3700';

/** A paper that has little more than authors. */
export const paper = (
  doi: string,
  authors: RecordAuthor[],
  more: Partial<PaperRecord> = {},
): PaperRecord => ({ ids: { doi: `10.1000/${doi}` }, title: `Paper ${doi}`, authors, ...more });

/** Who wrote a paper, in printed order, as ids. */
export const authorsOf = async (store: GraphStore, id: string): Promise<string[]> => {
  const order = relationRow('paperAuthors').orders['PRINTED'] ?? [];
  const pages = await store.neighbors(
    [id],
    [{ relation: 'paperAuthors', page: { first: 100, order, count: false } }],
  );
  return pages.get(id)?.[0]?.entries.map(({ node }) => node.id) ?? [];
};

/** What an id leads to. */
export const entityOf = async (store: GraphStore, id: string) => (await store.entities([id])).get(id);

/** Records of one source, imported at once. */
export interface Batch {
  source: string;
  records: ImportRecord[];
}

/** A store into which batches were imported one after the other. */
export const storeOfBatches = async (open: OpenStore, ...batches: Batch[]): Promise<GraphStore> => {
  const store = await open();
  for (const { source, records } of batches) await importRecords(store, records, source);
  return store;
};
