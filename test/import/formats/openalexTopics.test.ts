import { gzipSync } from 'node:zlib';
import { folderOf, read, recordsIn, skippedIn } from './readFormat.ts';

const work = (fields: object = {}) => ({ id: 'https://openalex.org/W1', title: 'T', ...fields });
const file = (content: unknown, name = 'works.jsonl') =>
  folderOf({ [name]: typeof content === 'string' ? content : JSON.stringify(content) });

const topic = {
  id: 'https://openalex.org/T10102',
  display_name: 'Scientometrics',
  subfield: { id: 'https://openalex.org/subfields/1804', display_name: 'Statistics' },
  field: { id: 'https://openalex.org/fields/18', display_name: 'Decision Sciences' },
  domain: { id: 'https://openalex.org/domains/2', display_name: 'Social Sciences' },
};
const domain = { name: 'Social Sciences', ids: { openalex: 'domains/2' }, level: 'DOMAIN' };
const field = { name: 'Decision Sciences', ids: { openalex: 'fields/18' }, level: 'FIELD' };
const subfield = { name: 'Statistics', ids: { openalex: 'subfields/1804' }, level: 'SUBFIELD' };
const narrowest = { name: 'Scientometrics', ids: { openalex: 'T10102' }, level: 'TOPIC' };
const hierarchy = [
  { record: 'topic', ...domain },
  { record: 'topic', ...field, broader: [domain] },
  { record: 'topic', ...subfield, broader: [field] },
  { record: 'topic', ...narrowest, broader: [subfield] },
];

describe('OpenAlex topics', () => {
  it('of works become one record each, with their broader topics, before the paper', async () => {
    const folder = await folderOf({
      'a.jsonl': JSON.stringify(
        work({
          topics: [
            { ...topic, score: 0.99 },
            { ...topic, score: 7 },
          ],
        }),
      ),
      'b.jsonl': JSON.stringify(work({ topics: [topic] })),
    });
    const records = recordsIn(await read('openalex', folder));
    expect(records.slice(0, 4)).toEqual(hierarchy);
    expect(records.slice(4)).toEqual([
      expect.objectContaining({ topics: [{ ...narrowest, score: 0.99 }, narrowest] }),
      expect.objectContaining({ topics: [narrowest] }),
    ]);
  });

  it('are the same in works, as single objects and in the table of topics', async () => {
    expect(recordsIn(await read('openalex', await file(topic, 'T10102.json')))).toEqual(hierarchy);
    const table =
      'topic_id,old_topic_label,new_topic_label,subfield_id,subfield_name,field_id,field_name,domain_id,domain_name,summary\n' +
      '10102,Old,Scientometrics,1804,Statistics,18,Decision Sciences,2,Social Sciences,"one\n""two"", three"\n' +
      '10103,Old,,1804,Statistics,18,Decision Sciences,2,Social Sciences,\n';
    const items = await read(
      'openalex',
      await folderOf({ 'topics.csv': `\ufeff${table}`, 'again.csv.gz': gzipSync(table) }),
    );
    expect(recordsIn(items)).toEqual([...hierarchy, hierarchy.at(-1)]); // each file lists the topic
    expect(skippedIn(items)).toEqual(['4: new_topic_label is empty', '4: new_topic_label is empty']);
  });

  it('are skipped with a reason if the table has other columns or is truncated', async () => {
    expect(skippedIn(await read('openalex', await file('a,b\n1,2\n3,4\n', 'x.csv')))).toEqual([
      expect.stringMatching(/^1: the file is not a table of OpenAlex, which has the columns topic_id/),
    ]);
    expect(skippedIn(await read('openalex', await file('topic_id\n"never closed\n', 'x.csv')))).toEqual([
      '1: the file is not a table of OpenAlex, which has the columns topic_id, new_topic_label, subfield_id, subfield_name, field_id, field_name, domain_id, domain_name or id, merge_into_id; works are read as JSON or RIS',
    ]);
  });
});
