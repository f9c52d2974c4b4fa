import { groupEvents } from '../../../src/web/explorer/news/groupEvents.ts';

const entity = (id: string) => ({ __typename: 'Author' as const, id, label: id });
const event = (kind: 'NEW_COLLABORATOR' | 'NEW_TOPIC' | 'NEW_INSTITUTION', id: string, paperId?: string) => ({
  kind,
  date: paperId === undefined ? null : '2024-05-01',
  year: 2024,
  entity: entity(id),
  paper: paperId === undefined ? null : { id: paperId, label: paperId },
});

describe('events in an author’s work', () => {
  it('are put together by their paper, in the order of the first event of each', () => {
    const entries = groupEvents([
      event('NEW_COLLABORATOR', 'Ann', 'second'),
      event('NEW_COLLABORATOR', 'Ben', 'first'),
      event('NEW_TOPIC', 'graphs', 'second'),
      event('NEW_COLLABORATOR', 'Cat', 'second'),
      event('NEW_INSTITUTION', 'Uni'),
    ]);
    expect(
      entries.map(({ paper, entities }) => [
        paper?.id,
        [...entities].map(([kind, found]) => [kind, ...found.map(({ id }) => id)]),
      ]),
    ).toEqual([
      [
        'second',
        [
          ['NEW_COLLABORATOR', 'Ann', 'Cat'],
          ['NEW_TOPIC', 'graphs'],
        ],
      ],
      ['first', [['NEW_COLLABORATOR', 'Ben']]],
      [undefined, [['NEW_INSTITUTION', 'Uni']]],
    ]);
  });
});
