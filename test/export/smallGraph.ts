import { countedEdge, plainEdge } from '../../src/graph/model/edges.ts';
import type { Author, Entity, Paper, Topic } from '../../src/graph/model/entities.ts';
import type { ExportedGraph, ExportedLink } from '../../src/export/graphs/exportedGraph.ts';

/* Two authors, two papers that cite each other, which is one edge, and two topics with two relations between them. */

export const author = (id: string, name: string): Author => ({
  kind: 'AUTHOR',
  id: `author:orcid:${id}`,
  keys: [`author:orcid:${id}`],
  paperCount: 2,
  name,
  alternativeNames: [],
});

export const paper = (key: string, title: string | null, more: Partial<Paper> = {}): Paper => ({
  kind: 'PAPER',
  id: `paper:doi:10.1000/${key}`,
  keys: [`paper:doi:10.1000/${key}`],
  paperCount: 1,
  title,
  date: null,
  year: 2020,
  paperType: 'ARTICLE',
  venueName: 'Annals',
  url: null,
  codeUrl: null,
  citationCount: 12,
  storedCitations: 0,
  isRetracted: false,
  authorCount: 2,
  authorListIsComplete: true,
  isTooLargeForCollaboration: false,
  ...more,
});

const topic = (name: string): Topic => ({
  kind: 'TOPIC',
  id: `topic:keyword:${name}`,
  keys: [`topic:keyword:${name}`],
  paperCount: 1,
  name,
  level: 'KEYWORD',
});

export const ADA = 'author:orcid:0000-0002-1825-0097';
export const BO = 'author:orcid:0000-0001-5109-3700';
export const ONE = 'paper:doi:10.1000/one';
export const TWO = 'paper:doi:10.1000/two';

const link = (
  relation: ExportedLink['relation'],
  source: string,
  target: string,
  rest: Partial<ExportedLink> = {},
): ExportedLink => ({ relation, source, target, direction: 'OUT', edge: plainEdge, ...rest });

/** @param text the title of the graph and the sentence about what was left out */
export const smallGraph = (name: string, title: string | null, text: string): ExportedGraph => {
  const entities: Entity[] = [
    author('0000-0002-1825-0097', name),
    author('0000-0001-5109-3700', 'Bo Erdős'),
    paper('one', title),
    paper('two', 'Two'),
    topic('a'),
    topic('b'),
  ];
  return {
    title: text,
    cut: text,
    isDirected: false,
    nodes: entities.map((entity, index) => ({ entity, distance: Math.min(index, 1) })),
    links: [
      link('AUTHORED', ADA, ONE),
      link('BROADER', 'topic:keyword:a', 'topic:keyword:b'),
      link('CITES', ONE, TWO, { direction: 'BOTH' }),
      link('CO_AUTHORED', BO, ADA, {
        direction: 'UNDIRECTED',
        edge: countedEdge(3, 2018, null, 1_500_000_000),
      }),
      link('RELATED_TO', 'topic:keyword:a', 'topic:keyword:b', {
        direction: 'UNDIRECTED',
        edge: countedEdge(2, 2019, 2020),
      }),
    ],
  };
};
