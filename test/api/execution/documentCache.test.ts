import { parse } from 'graphql';
import { documentCache } from '../../../src/api/execution/documentCache.ts';

describe('the document cache', () => {
  it('drops the least recently used documents when it is full', async () => {
    const documents = documentCache();
    const text = (name: number) => `{ field${name} } #${'x'.repeat(50_000)}`;
    for (const name of [1, 2, 3]) await documents.set(`key ${name}`, parse(text(name)));
    expect(await documents.get('key 1')).toBeDefined(); // now the most recently used one
    for (const name of [4, 5]) await documents.set(`key ${name}`, parse(text(name)));
    expect(await documents.get('key 1')).toBeDefined();
    expect(await documents.get('key 2')).toBeUndefined();
    await documents.delete('key 1');
    expect(await documents.get('key 1')).toBeUndefined();
  });
});
