import { LRUCache } from 'lru-cache';
import type { Statement } from '../cypher/statement.ts';

/** Statements by what their texts depend on: making one takes longer than finding it, and the database plans by the text. */
const statements = new LRUCache<string, Statement>({ max: 1000 });

/** The statement of a shape, which begins with its name; made for the first who asks for it. */
export const remembered = (
  shape: readonly [name: string, ...unknown[]],
  make: () => Statement,
): Statement => {
  const key = JSON.stringify(shape);
  const statement = statements.get(key) ?? make();
  statements.set(key, statement);
  return statement;
};
