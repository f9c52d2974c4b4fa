import type { Database } from '../../connection/database.ts';
import type { Statement } from '../../cypher/statement.ts';

const storedDocuments: Statement = {
  name: 'documents',
  purpose: 'Reads all texts that are stored beside the graph.',
  text: `MATCH (document:Document)
RETURN document.name AS name, document.text AS text`,
};

export const readDocuments = async (database: Database): Promise<Map<string, string>> => {
  const rows = await database.read<{ name: string; text: string }>(storedDocuments);
  return new Map(rows.map(({ name, text }) => [name, text]));
};
