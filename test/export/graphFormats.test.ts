import cytoscapeJs from 'cytoscape';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { graphFormats } from '../../src/export/graphs/graphFormats.ts';
import { describeWithNetworkx } from '../support/networkx/available.ts';
import { ADA, BO, ONE, smallGraph, TWO } from './smallGraph.ts';
import { hostileName } from './hostileText.ts';

const fileText = (
  format: string,
  graph = smallGraph('Ada Løvelace', 'On "Graphs" & <i>more</i>', 'Around Ada'),
) => graphFormats.get(format)!.write(graph);

/** The text after the replacement of characters that XML cannot represent. */
const inXml = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd');
const inJson = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');

/** Every text and attribute value of a well-formed document. */
const xmlTexts = (document: string): Set<string> => {
  const texts = new Set<string>();
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('text', (text) => texts.add(text));
  parser.on('attribute', ({ value }) => texts.add(value));
  parser.write(document).close();
  return texts;
};

describe('graph files', () => {
  it.each(['graphml', 'gexf'])('%s is well-formed and keeps any name and title', (format) => {
    fc.assert(
      fc.property(hostileName, hostileName, (name, title) => {
        const texts = xmlTexts(fileText(format, smallGraph(name, title, title)));
        expect(texts).toContain(inXml(name));
        expect(texts).toContain(inXml(title));
      }),
    );
  });

  it.each(['node-link', 'cytoscape', 'vosviewer'])('%s keeps any name and title', (format) => {
    fc.assert(
      fc.property(hostileName, hostileName, (name, title) => {
        const text = fileText(format, smallGraph(name, title, title));
        expect(text).not.toMatch(/\p{Surrogate}/u);
        const labels: unknown[] = [];
        JSON.parse(text, (key, value: unknown) => {
          if (key === 'label') labels.push(value);
          return value;
        });
        expect(labels).toContain(inJson(name));
        expect(labels).toContain(inJson(title));
      }),
    );
  });

  it.each(['graphml', 'gexf'])('%s warns of several edges between two nodes', (format) => {
    const graph = smallGraph('Ada', 'One', 'Around Ada');
    const note = 'do not merge parallel edges';
    expect(fileText(format, graph)).toContain(note);
    const links = graph.links.filter(({ relation }) => relation !== 'RELATED_TO');
    expect(fileText(format, { ...graph, links })).not.toContain(note);
  });

  it('labels a paper without a title by its id', () => {
    expect(xmlTexts(fileText('gexf', smallGraph('Ada', null, 'x')))).toContain(ONE);
  });

  it('cytoscape: is read by Cytoscape.js with every node and edge', () => {
    const graph = cytoscapeJs({ ...(JSON.parse(fileText('cytoscape')) as object), headless: true });
    expect([graph.nodes().length, graph.edges().length]).toEqual([6, 5]);
    expect(graph.getElementById(ADA).data()).toMatchObject({ name: 'Ada Løvelace', kind: 'AUTHOR' });
    expect(graph.getElementById(ADA).edgesWith(graph.getElementById(BO)).data()).toMatchObject({
      interaction: 'CO_AUTHORED',
      weight: 3,
      strength: 1.5,
    });
    expect(
      graph
        .getElementById(ONE)
        .outgoers()
        .nodes()
        .map((node) => node.id()),
    ).toEqual([TWO]);
  });

  it('vosviewer: merges parallel links, clusters by kind and escapes markup', () => {
    const { network, info } = JSON.parse(
      fileText('vosviewer', smallGraph('Ada', 'One', 'The first of <b>two</b>')),
    ) as { network: Record<string, unknown[]>; info: { title: string; description: string } };
    expect(network['items']![0]).toEqual({
      id: ADA,
      label: 'Ada',
      url: 'https://orcid.org/0000-0002-1825-0097',
      cluster: 1,
      weights: { Papers: 2 },
    });
    expect(network['links']).toEqual([
      { source_id: ADA, target_id: ONE, strength: 1 },
      { source_id: 'topic:keyword:a', target_id: 'topic:keyword:b', strength: 3 },
      { source_id: ONE, target_id: TWO, strength: 1 },
      { source_id: BO, target_id: ADA, strength: 3 },
    ]);
    expect(network['clusters']).toEqual([
      { cluster: 1, label: 'Authors' },
      { cluster: 2, label: 'Papers' },
      { cluster: 3, label: 'Topics' },
    ]);
    expect(info.description).toBe('The first of &lt;b&gt;two&lt;/b&gt;');
  });
});

describeWithNetworkx('graph files in networkx', (read) => {
  it.each(['graphml', 'gexf', 'node-link'])('%s: has every node and edge with its attributes', (format) => {
    const graph = read(format, fileText(format));
    expect(graph.directed).toBe(false);
    expect(graph.nodes).toHaveLength(6);
    expect(graph.nodes[0]).toMatchObject({
      id: ADA,
      label: 'Ada Løvelace',
      kind: 'AUTHOR',
      paperCount: 2,
      distance: 0,
      url: 'https://orcid.org/0000-0002-1825-0097',
    });
    expect(graph.nodes[2]).toMatchObject({
      id: ONE,
      label: 'On "Graphs" & <i>more</i>',
      year: 2020,
      venueName: 'Annals',
      citationCount: 12,
    });
    expect(graph.edges).toHaveLength(5);
    expect(graph.edges.find(({ relation }) => relation === 'CO_AUTHORED')).toMatchObject({
      weight: 3,
      paperCount: 3,
      strength: 1.5,
      firstYear: 2018,
      direction: 'UNDIRECTED',
    });
  });

  it.each(['graphml', 'gexf', 'node-link'])('%s: is directed if the graph is', (format) => {
    const graph = smallGraph('Ada', 'One', 'Citations');
    const [link] = graph.links.filter(({ relation }) => relation === 'CITES');
    const links = [link!, { ...link!, source: TWO, target: ONE }];
    const { directed, edges } = read(format, fileText(format, { ...graph, links, isDirected: true }));
    expect(directed).toBe(true);
    expect(edges.map(({ source, target }) => [source, target])).toEqual([
      [ONE, TWO],
      [TWO, ONE],
    ]);
  });
});
