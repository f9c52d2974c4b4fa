import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seedServed } from './support/api/seedServed.ts';

/** The queries of the README, each with the answer that stands below it. */
const examples = [
  ...readFileSync(join(process.cwd(), 'README.md'), 'utf8').matchAll(
    /```graphql\n(.+?)```\s+```json\n(.+?)```/gs,
  ),
].map(([, query = '', answer = '']) => ({ query, answer: JSON.parse(answer) as unknown }));

describe('the README', () => {
  const { post } = seedServed();

  it('has queries with their answers', () => {
    expect(examples.length).toBeGreaterThanOrEqual(3);
  });

  it.each(examples)('shows what the seed graph really answers: %#', async ({ query, answer }) => {
    expect((JSON.parse(await post({ query })) as { data: unknown }).data).toEqual(answer);
  });
});
