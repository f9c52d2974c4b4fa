import { parseChoices } from '../../../src/web/explorer/components/paperChoices.ts';
import { splitQuery } from '../../../src/web/explorer/pageQuery.ts';

describe('the query of an address', () => {
  it('has the state of the graph and what is chosen for lists', () => {
    const { main, lists } = splitQuery('?without=topic&papers.year=2020&select=x&news.distance-to=y');
    expect(main).toBe('without=topic&select=x');
    expect([...lists]).toEqual([
      ['papers.year', '2020'],
      ['news.distance-to', 'y'],
    ]);
  });
});

describe('the choices for papers in an address', () => {
  const choices = (query: string) => parseChoices(new URLSearchParams(query), 'NEWEST');

  it('are an order and a value of each facet', () => {
    expect(
      choices(
        'papers.order=MOST_CITED&papers.year=2020&papers.type=BOOK&papers.venue=A+%26+B&papers.topic=topic:a:b',
      ),
    ).toEqual({
      orderBy: 'MOST_CITED',
      facets: { year: '2020', type: 'BOOK', venue: 'A & B', topic: 'topic:a:b' },
    });
  });

  it('are left out if the server would refuse them', () => {
    expect(choices('papers.order=BEST&papers.year=20x&papers.type=SONG&papers.author=topic:a:b')).toEqual({
      orderBy: 'NEWEST',
      facets: {},
    });
  });
});
