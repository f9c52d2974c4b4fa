import { importStatements } from '../../../src/neo4j/import/importStatements.ts';
import { importRecordings } from '../cypher/importRecordings.ts';
import { RecordingDatabase } from '../cypher/recordingDatabase.ts';

/** What only few imports send: for documents, and for a new collaboration cap. */
const rare = ['writeDocuments', 'removeDocuments', 'makeAllStale'];

describe('the statements of imports, which a server lets the database plan after its start', () => {
  it('are all that an import with every kind of change sends', async () => {
    const { rows = {}, run } = importRecordings.at(-1)!;
    const database = new RecordingDatabase(rows);
    await run(database);
    await database.close();
    const sent = new Set(database.sent.map(({ statement }) => statement.text));
    const others = database.sent.filter(({ statement }) => !rare.includes(statement.name));
    const planned = new Set(importStatements.map(({ text }) => text));
    expect(others.filter(({ statement }) => !planned.has(statement.text))).toEqual([]);
    expect(importStatements.filter(({ text }) => !sent.has(text))).toEqual([]);
  });
});
