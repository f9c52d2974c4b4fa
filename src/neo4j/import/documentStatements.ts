import type { Statement } from '../cypher/statement.ts';

export const writeDocuments: Statement = {
  name: 'writeDocuments',
  purpose: 'Stores texts under their names, such as the progress of live sources.',
  text: `UNWIND $rows AS row
MERGE (document:Document {name: row.name})
SET document.text = row.text`,
};

export const removeDocuments: Statement = {
  name: 'removeDocuments',
  purpose: 'Removes stored texts.',
  text: `MATCH (document:Document) WHERE document.name IN $names
DELETE document`,
};
