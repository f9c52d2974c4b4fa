import { ADA, BIG, BO, DEE, GOTTINGEN, ONE, TWO } from '../../support/api/records.ts';
import { served } from '../../support/api/served.ts';

const GRAPHS = 'topic:topic:graphs';

describe('exports over HTTP', () => {
  const api = served();
  const get = (path: string): Promise<Response> => fetch(`${api.url}/export/${path}`);
  const idsOf = (...ids: string[]): string => ids.map((id) => `ids=${encodeURIComponent(id)}`).join('&');
  interface NodeLink {
    directed: boolean;
    nodes: { id: string; label: string; distance: number }[];
    edges: { key: string }[];
  }
  const json = async <Content>(path: string) => (await (await get(path)).json()) as Content;

  it('sends the collaborations of an author as a graph with their weights', async () => {
    const graph = await json<NodeLink>(`collaborators?id=${encodeURIComponent(ADA)}&format=node-link`);
    expect(graph.nodes.map(({ label, distance }) => [label, distance])).toEqual([
      ['Ada Løvelace', 0],
      ['Bo Erdős', 1],
      ['Cy Noether', 1],
    ]);
    expect(graph.edges).toHaveLength(3);
    expect(graph.edges).toContainEqual(
      expect.objectContaining({
        source: BO,
        target: ADA,
        relation: 'CO_AUTHORED',
        weight: 2,
        paperCount: 2,
        strength: 1.5,
        firstYear: 2020,
        lastYear: 2021,
      }),
    );
  });

  it('states what was left out, in the file and in a header', async () => {
    const response = await get(`collaborators?id=${encodeURIComponent(ADA)}&format=gexf&most=1`);
    const cut = 'The graph has the 1 of 2 collaborators with the most joint papers.';
    expect(response.headers.get('x-export-cut')).toBe(cut);
    expect(await response.text()).toContain(
      `<description>Collaborators of Ada Løvelace. ${cut}</description>`,
    );
  });

  it('sends the same slice as the graph query', async () => {
    const { data } = await api.ask(
      `{ graph(ids: ["${ADA}", "${DEE}"], depth: 2, perKind: 3, kinds: [AUTHOR, PAPER], relations: [AUTHORED, CITES]) {
        nodes { entity { id } } edges { key } } }`,
    );
    const slice = data.graph as { nodes: { entity: { id: string } }[]; edges: { key: string }[] };
    const graph = await json<NodeLink>(
      `slice?${idsOf(ADA, DEE)}&depth=2&perKind=3&kinds=AUTHOR,PAPER&relations=AUTHORED&relations=CITES&format=node-link`,
    );
    expect(graph.nodes.map(({ id }) => id)).toEqual(slice.nodes.map(({ entity }) => entity.id));
    expect(graph.edges.map(({ key }) => key)).toEqual(slice.edges.map(({ key }) => key));
    expect(graph.directed).toBe(true);
  });

  it.each([
    [ADA, ['More on Graphs', 'On Graphs', 'Everyone']],
    [GRAPHS, ['More on Graphs', 'On Graphs']],
    [GOTTINGEN, ['More on Graphs', 'On Graphs', 'Everyone']],
  ])('sends the papers of %s, newest first', async (id, titles) => {
    const items = await json<{ title: string }[]>(`papers?${idsOf(id)}&format=csl-json`);
    expect(items.map(({ title }) => title)).toEqual(titles);
  });

  it('sends papers in the order of the ids, with printed author names and abstracts', async () => {
    const response = await get(`papers?${idsOf(BIG, ONE, TWO, ONE)}&format=bibtex`);
    const text = await response.text();
    expect(text.match(/^@\w+\{(.*),$/gm)).toEqual([
      '@misc{doi:10.1000/big,',
      '@article{doi:10.1000/one,',
      '@misc{doi:10.1000/two,',
    ]);
    expect(text).toContain('  author = {Løvelace, A. and Erdős, Bo},\n');
    expect(text).toContain('  abstract = {Graphs are drawn.}\n');
    expect(response.headers.get('x-export-cut')).toBeNull();
  });

  it.each([
    [
      `slice?${idsOf(ADA)}&format=graphml`,
      'application/graphml+xml; charset=utf-8',
      'around-ada-lovelace.graphml',
    ],
    [`slice?${idsOf(ADA)}&format=gexf`, 'application/gexf+xml; charset=utf-8', 'around-ada-lovelace.gexf'],
    [`slice?${idsOf(ADA)}&format=vosviewer`, 'application/json; charset=utf-8', 'around-ada-lovelace.json'],
    [`slice?${idsOf(ADA)}&format=cytoscape`, 'application/json; charset=utf-8', 'around-ada-lovelace.cyjs'],
    [`slice?${idsOf(ADA)}&format=node-link`, 'application/json; charset=utf-8', 'around-ada-lovelace.json'],
    [
      `papers?${idsOf(ADA)}&format=bibtex`,
      'application/x-bibtex; charset=utf-8',
      'papers-of-ada-lovelace.bib',
    ],
    [
      `papers?${idsOf(ADA)}&format=ris`,
      'application/x-research-info-systems; charset=utf-8',
      'papers-of-ada-lovelace.ris',
    ],
    [
      `papers?${idsOf(ONE)}&format=csl-json`,
      'application/vnd.citationstyles.csl+json; charset=utf-8',
      'on-graphs.json',
    ],
  ])('has a file name and a media type: %s', async (path, type, name) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="${name}"; filename*=UTF-8''${name}`,
    );
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('x-request-id')).not.toBeNull();
  });

  it.each([
    ['slice?format=gexf', 'ids', 'ids has 0 members; it must have 1–10.'],
    [`slice?${idsOf(ADA)}`, 'format', 'format is missing; it must be one of graphml,'],
    [`slice?${idsOf(ADA)}&format=bibtex`, 'format', 'format is "bibtex"; it must be one of graphml,'],
    [`slice?${idsOf(ADA)}&format=gexf&depth=3`, 'depth', 'depth is "3"; it must be a whole number, 0–2.'],
    [
      `slice?${idsOf(ADA)}&format=gexf&perKind=1e1`,
      'perKind',
      'perKind is "1e1"; it must be a whole number, 1–50.',
    ],
    [`slice?${idsOf(ADA)}&format=gexf&kinds=author`, 'kinds', 'kinds is "author"; it must be one of AUTHOR,'],
    [
      `slice?${idsOf(ADA)}&format=gexf&format=gexf`,
      'format',
      'format was given 2 times; it may be given once.',
    ],
    [
      `slice?${idsOf(ADA)}&format=gexf&perkind=5`,
      'perkind',
      'The parameter perkind does not exist here. The parameters are: ids,',
    ],
    ['slice?ids=nonsense&format=gexf', 'ids', '"nonsense" is not an id.'],
    ['slice?ids=%FF%00&format=gexf', 'ids', 'is not an id.'],
    ['collaborators?format=gexf', 'id', 'id is missing'],
    [`collaborators?id=${encodeURIComponent(ONE)}&format=gexf`, 'id', 'must be an id of the kind AUTHOR'],
    [
      `collaborators?id=${encodeURIComponent(ADA)}&format=gexf&most=500`,
      'most',
      'it must be a whole number, 1–499.',
    ],
    ['papers?format=ris', 'ids', 'ids has 0 members; it must have 1–100.'],
    [`papers?${idsOf(ADA, ONE)}&format=ris`, 'ids', 'ids must be ids of papers, or one id of an'],
    [`papers?${idsOf(ADA, BO)}&format=ris`, 'ids', 'ids must be ids of papers, or one id of an'],
    [
      `papers?${idsOf(...Array.from({ length: 101 }, (_, at) => `paper:s2:${at}`))}&format=ris`,
      'ids',
      '1–100',
    ],
  ])('refuses %s', async (path, argument, message) => {
    const response = await get(path);
    const { errors } = (await response.json()) as { errors: unknown[] };
    expect(errors).toMatchObject([
      { message: expect.stringContaining(message), extensions: { code: 'BAD_USER_INPUT', argument } },
    ]);
    expect(response.status).toBe(400);
    expect(response.headers.get('content-disposition')).toBeNull();
  });

  it.each([
    [`papers?${idsOf(ONE, 'paper:doi:10.1000/none')}&format=ris`],
    [`slice?${idsOf('paper:doi:10.1000/none')}&format=gexf`],
    ['collaborators?id=author:s2:1&format=gexf'],
  ])('answers 404 to an unknown id: %s', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });
});

describe('exports of many papers', () => {
  const many = Array.from({ length: 1250 }, (_, index) => ({
    title: `Paper ${index}`,
    ids: { s2: String(index + 1) },
    year: 1900 + (index % 120),
    authors: [{ name: 'Paul Erdős', ids: { s2: '7' } }],
  }));
  const crowd = {
    title: 'Crowd',
    ids: { s2: '9999' },
    authors: Array.from({ length: 250 }, (_, index) => ({ name: `Author Number${'x'.repeat(index)}` })),
  };
  const api = served({}, undefined, { records: [...many, crowd], collaborationCap: 100 });

  it('end after 1,000 papers, and state this', async () => {
    const response = await fetch(`${api.url}/export/papers?ids=author:s2:7&format=ris`);
    expect((await response.text()).match(/^ER {2}- /gm)).toHaveLength(1000);
    expect(response.headers.get('x-export-cut')).toBe('The list has the first 1000 of 1250 papers.');
    const bibtex = await (await fetch(`${api.url}/export/papers?ids=author:s2:7&format=bibtex`)).text();
    expect(bibtex.startsWith('% The list has the first 1000 of 1250 papers.\n')).toBe(true);
    expect(new Set(bibtex.match(/^@.*$/gm)).size).toBe(1000);
  });

  it('list the first 100 authors of a paper', async () => {
    const response = await fetch(`${api.url}/export/papers?ids=paper:s2:9999&format=csl-json`);
    const [item] = (await response.json()) as { author: unknown[]; note: string }[];
    expect(item!.author).toHaveLength(100);
    expect(item!.note).toBe('The first 100 of 250 authors are listed.');
  });
});

describe('an export from a store that', () => {
  const late = served({ operationMilliseconds: 100 }, () => ({
    egoNetwork: () => new Promise<never>(() => undefined),
  }));
  const failing = served({}, () => ({
    abstracts: () => Promise.reject(new Error('SELECT secret FROM table')),
  }));

  it('answers too late has the code TIMEOUT', async () => {
    const response = await fetch(`${late.url}/export/slice?ids=${ADA}&format=gexf`);
    expect(response.status).toBe(504);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'TIMEOUT' } }] });
  });

  it('fails does not show the internal error', async () => {
    const response = await fetch(`${failing.url}/export/papers?ids=${ONE}&format=ris`);
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(text).not.toContain('secret');
    expect(JSON.parse(text)).toMatchObject({
      errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: expect.any(String) } }],
    });
  });
});

describe('exports of papers that cite each other', () => {
  const ids = ['10.5555/mut.1', '10.5555/mut.2'] as const;
  const records = ids.map((doi, index) => ({
    ids: { doi },
    title: `Mutual ${index + 1}`,
    authors: [{ name: 'Mu One' }],
    references: [`doi:${ids[1 - index]}`],
  }));
  const api = served({}, undefined, { records, collaborationCap: 100 });
  const slice = async (format: string): Promise<string> =>
    (await fetch(`${api.url}/export/slice?format=${format}&ids=paper:doi:${ids[0]}&depth=2`)).text();

  it('have one citation between them in an undirected file, with both directions', async () => {
    const gexf = await slice('gexf');
    expect(gexf).toContain('defaultedgetype="undirected"');
    expect(gexf.match(/<edge [^>]*id="CITES [^>]*>/g)).toEqual([expect.stringContaining('weight="1"')]);
    expect(gexf).toContain('<attvalue for="direction" value="BOTH"/>');
    const { network } = JSON.parse(await slice('vosviewer')) as {
      network: { links: { strength: number }[] };
    };
    expect(network.links.map(({ strength }) => strength)).toEqual([1, 1, 1]);
  });

  it('keep both citations in a directed file', async () => {
    const gexf = await slice('gexf&relations=CITES');
    expect(gexf).toContain('defaultedgetype="directed"');
    expect(gexf.match(/<edge /g)).toHaveLength(2);
  });
});
