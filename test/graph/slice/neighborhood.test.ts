import { joinedPage } from '../../../src/graph/slice/neighborhood.ts';
import type { Page } from '../../../src/graph/model/pages.ts';

describe('a page of the neighbors along several relations', () => {
  const none: Page = { entries: [], hasNext: false, hasPrevious: false };
  const along = ['authorPapers', 'collaborators', 'authorTopics'] as const;
  /** Continued in the second relation, before all that is there now. */
  const after = { relation: 'collaborators', position: [-9, -9, ''] } as const;
  const page = (first: Page): boolean =>
    joinedPage(along, [first, none, none], { first: 2, after, count: false }).hasPrevious;

  it('has something before it where an earlier relation has', () => {
    expect(page({ ...none, hasNext: true })).toBe(true);
  });

  it('has nothing before it where no earlier relation has, though it was continued', () => {
    expect(page(none)).toBe(false);
  });

  it('read from the end, has something after it where a later relation has', () => {
    const request = { first: 2, after, backward: true, count: false };
    const pageWith = (last: Page) => joinedPage(along, [none, none, last], request);
    expect(pageWith({ ...none, hasPrevious: true })).toMatchObject({ hasNext: true, hasPrevious: false });
    expect(pageWith(none)).toMatchObject({ hasNext: false, hasPrevious: false });
  });
});
