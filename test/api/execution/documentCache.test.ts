import { parse } from 'graphql';
import { documentCache } from '../../../src/api/execution/documentCache.ts';

describe('documents that are kept', () => {
  it('are found again, until there are too many of them', async () => {
    const documents = documentCache();
    const text = (name: number) => `{ field${name} } #${'x'.repeat(50_000)}`;
    for (const name of [1, 2, 3]) await documents.set(`key ${name}`, parse(text(name)));
    expect(await documents.get('key 1')).toBeDefined(); // the last that was asked for is kept longest
    for (const name of [4, 5]) await documents.set(`key ${name}`, parse(text(name)));
    expect(await documents.get('key 1')).toBeDefined();
    expect(await documents.get('key 2')).toBeUndefined();
    await documents.delete('key 1');
    expect(await documents.get('key 1')).toBeUndefined();
  });
});
