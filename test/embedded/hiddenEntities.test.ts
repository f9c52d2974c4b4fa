import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { openEmbeddedStore, type EmbeddedStore } from '../../src/embedded/embeddedStore.ts';
import type { CorrectionDraft } from '../../src/graph/identity/corrections.ts';
import { institutionId, topicId } from '../support/byHand.ts';
import { entityOf, paper } from '../support/identified.ts';
import { importRecords } from '../support/stores.ts';

const [rome, graphs] = [institutionId('Rome'), topicId('graphs')];
const x = paper('x', [{ name: 'Ada', affiliations: [{ name: 'Rome', printed: 'Dept. at Rome' }] }], {
  topics: [{ name: 'graphs', score: 0.5 }, { name: 'logic' }],
});

describe('a data file with hidden entities', () => {
  const directory = mkdtempSync(join(tmpdir(), 'coauthor-graph-hidden-'));
  let folder = '';
  let store: EmbeddedStore;
  beforeEach(async () => {
    folder = mkdtempSync(join(directory, 'data-'));
    store = await openEmbeddedStore({ directory: folder });
    await importRecords(store, [x]);
  });
  afterEach(() => store.close());
  afterAll(() => rmSync(directory, { recursive: true }));

  const hide = (id: string) =>
    store.correct({ kind: 'HIDE', entityIds: [id], by: 'Cora' } satisfies CorrectionDraft);
  const database = (text: string): void => {
    const file = new DatabaseSync(join(folder, 'graph.sqlite'));
    file.exec(text);
    file.close();
  };

  it('is copied with the papers as they are without corrections', async () => {
    await hide(rome);
    await hide(graphs);
    const { records, affiliations } = await store.copy((contents) =>
      Promise.resolve({
        records: [...contents.kept()],
        affiliations: [...contents.authorships()].flatMap(({ authorship }) => authorship.affiliations),
      }),
    );
    const recordOf = (type: string, id: string): unknown =>
      JSON.parse(records.find((each) => each.type === type && each.id === id)?.text ?? '{}');
    const id = 'paper:doi:10.1000/x';
    expect(recordOf('paper', id)).toMatchObject({
      lost: [rome, graphs],
      paper: {
        authorships: [{ affiliations: [{ printed: 'Dept. at Rome', institutionId: rome }] }],
        targets: {
          paperTopics: [
            { id: graphs, score: 500_000_000 },
            { id: topicId('logic'), score: null },
          ],
        },
      },
    });
    for (const each of [rome, graphs]) expect(recordOf('entity', each)).toMatchObject({ lostPapers: [id] });
    expect(affiliations).toEqual([{ printed: 'Dept. at Rome', institutionId: null }]);
  });

  it('of a version that could not hide entities gets the table for them', async () => {
    await store.close();
    database('DROP TABLE hidden; PRAGMA user_version = 1');
    store = await openEmbeddedStore({ directory: folder });
    const { correction } = await hide(rome);
    expect(await entityOf(store, rome)).toBeUndefined();
    await store.undoCorrection(correction.id, 'Cora');
    expect(await entityOf(store, rome)).toMatchObject({ paperCount: 1 });
  });
});
