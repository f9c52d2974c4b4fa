import { plainEdge } from '../../../src/graph/model/edges.ts';
import { clusterNames } from '../../../src/graph/slice/clusterNames.ts';
import type { WeightedLink } from '../../../src/graph/slice/partition.ts';

const link = (source: string, target: string, weight: number): WeightedLink => ({
  source,
  target,
  edge: { ...plainEdge, weight },
});

describe('the names of clusters', () => {
  it('are the topics that most members share and other nodes do not', () => {
    const topics = new Map([
      ['author:x:a', ['topic:x:all', 'topic:x:trees']],
      ['author:x:b', ['topic:x:all', 'topic:x:trees']],
      ['author:x:c', ['topic:x:all', 'topic:x:logic']],
      ['author:x:d', ['topic:x:all', 'topic:x:logic']],
    ]);
    const clusters = [
      ['author:x:a', 'author:x:b'],
      ['author:x:c', 'author:x:d'],
    ];
    // all: 2²/4 = 1; trees and logic: 2²/2 = 2
    expect(clusterNames(clusters, topics, [])).toEqual([['topic:x:trees', 'topic:x:all'], ['topic:x:logic']]);
  });

  it('are distinct: a topic names only the cluster that it describes best, and another topic or an author is added for the others', () => {
    const topics = new Map<string, string[]>(
      ['a', 'b', 'c', 'd', 'e'].map((name) => [`author:x:${name}`, ['topic:x:translation']]),
    );
    const clusters = [
      ['author:x:a', 'author:x:b'],
      ['author:x:c', 'author:x:d', 'author:x:e'],
    ];
    const links = [link('author:x:a', 'author:x:b', 1)];
    // translation: 2²/5 and 3²/5
    expect(clusterNames(clusters, topics, links)).toEqual([
      ['topic:x:translation', 'author:x:a'],
      ['topic:x:translation'],
    ]);
    topics.set('author:x:b', ['topic:x:translation', 'topic:x:speech']);
    expect(clusterNames(clusters, topics, links)[0]).toEqual(['topic:x:translation', 'topic:x:speech']);
  });

  it('are the two authors with the strongest links inside where no two members share a topic', () => {
    const topics = new Map([['author:x:a', ['topic:x:trees']]]);
    const links = [
      link('author:x:a', 'author:x:b', 1),
      link('author:x:b', 'author:x:c', 2),
      link('paper:x:p', 'author:x:b', 9),
      link('author:x:a', 'author:x:outside', 100),
    ];
    const members = ['author:x:a', 'author:x:b', 'author:x:c', 'paper:x:p'];
    expect(clusterNames([members], topics, links)).toEqual([['author:x:b', 'author:x:c']]);
  });

  it('are the only topic of a single node, and the strongest node where there are neither topics nor authors', () => {
    expect(clusterNames([['author:x:a']], new Map([['author:x:a', ['topic:x:trees']]]), [])).toEqual([
      ['topic:x:trees'],
    ]);
    const links = [link('paper:x:p', 'paper:x:q', 1), link('paper:x:q', 'paper:x:r', 1)];
    expect(clusterNames([['paper:x:p', 'paper:x:q', 'paper:x:r']], new Map(), links)).toEqual([
      ['paper:x:q'],
    ]);
  });
});
