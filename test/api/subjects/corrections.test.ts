import { Writable } from 'node:stream';
import { pino } from 'pino';
import { hashOfKey, newKey } from '../../../src/api/access/apiKey.ts';
import type { ImportRecord } from '../../../src/import/importRecord.ts';
import { served } from '../../support/api/served.ts';

const records: ImportRecord[] = [
  ['Ada Lovelace', 'Bea'],
  ['Ada K. Lovelace', 'Bea'],
  ['Wei Wang', 'Ann'],
  ['Wei Wang', 'Ben'],
].map((names, index) => ({
  source: 'test',
  ids: { doi: `10.1000/${index}` },
  title: `Paper ${index}`,
  authors: names.map((name) => ({ name })),
}));

const author = (name: string): string => `author:test-name:${encodeURIComponent(name)}`;
const [ADA, ADA_K, WEI] = ['Ada Lovelace', 'Ada K. Lovelace', 'Wei Wang'].map(author) as [
  string,
  string,
  string,
];

const key = newKey();
const keyWithoutRole = newKey();
const apiKeys = [
  { name: 'ada', roles: ['CURATOR'] as const, hash: hashOfKey(key) },
  { name: 'bob', roles: [], hash: hashOfKey(keyWithoutRole) },
];
const curator = { authorization: `Bearer ${key}` };

const correctionFields = '{ correction { id kind by reason evidence effective } entities { id label } }';
const same = `mutation ($ids: [ID!]!) { declareSame(ids: $ids, reason: "one web page", evidence: "the same name") ${correctionFields} }`;
const different = `mutation ($ids: [ID!]!) { declareDifferent(ids: $ids) ${correctionFields} }`;
const undo = 'mutation ($id: ID!) { undoCorrection(id: $id) { correction { undoneAt undoneBy effective } } }';

interface LogLine {
  audit?: boolean;
  msg: string;
}

describe('mutations', () => {
  const lines: LogLine[] = [];
  const write = (chunk: Buffer, _: string, done: () => void): void => {
    lines.push(JSON.parse(chunk.toString()) as LogLine);
    done();
  };
  const api = served({ apiKeys, log: pino({ level: 'info' }, new Writable({ write })) }, undefined, {
    records,
    collaborationCap: 100,
  });
  const mutate = async (query: string, variables: object, headers: Record<string, string> = curator) => {
    const { data, errors } = await api.ask(query, variables, headers);
    return { data: data as Record<string, never> | null | undefined, errors };
  };
  const make = async (query: string, variables: object): Promise<Record<string, unknown>> => {
    const { data, errors } = await api.ask(query, variables, curator);
    expect(errors).toEqual([]);
    return Object.values(data as object)[0] as Record<string, unknown>;
  };
  const idOf = (payload: Record<string, unknown>): string => (payload['correction'] as { id: string }).id;

  afterEach(async () => {
    const { data } = await api.ask('{ corrections(first: 100) { nodes { id undoneAt } } }');
    for (const { id, undoneAt } of data.corrections.nodes) {
      if (undoneAt === null) await make(undo, { id });
    }
  });

  it.each([
    ['without a key', {}, 'UNAUTHENTICATED'],
    ['with an unknown key', { authorization: `Bearer ${newKey()}` }, 'UNAUTHENTICATED'],
    ['with the key in a wrong header', { 'x-api-key': key }, 'UNAUTHENTICATED'],
    ['with the key of somebody without the role', { authorization: `Bearer ${keyWithoutRole}` }, 'FORBIDDEN'],
  ])('are refused %s, and the log says so', async (_, headers, code) => {
    lines.length = 0;
    const { data, errors } = await mutate(same, { ids: [ADA, ADA_K] }, headers);
    expect([data, errors.map(({ extensions }) => extensions['code'])]).toEqual([null, [code]]);
    expect(lines).toContainEqual(expect.objectContaining({ audit: true, code, msg: 'correction refused' }));
    expect(JSON.stringify(lines)).not.toContain('cgk_');
    expect((await api.ask(`{ node(id: "${ADA_K}") { id } }`)).data.node.id).toBe(ADA_K);
  });

  it('are refused as GET, which a link could make a browser send', async () => {
    const query = encodeURIComponent(`mutation { hideEntity(id: "${ADA}") { entities { id } } }`);
    const response = await fetch(`${api.url}/graphql?query=${query}`, { headers: curator });
    expect(response.status).toBe(405);
  });

  it('declare two authors one, who has both ids from then on, until it is undone', async () => {
    lines.length = 0;
    const payload = await make(same, { ids: [ADA, ADA_K] });
    expect(payload).toEqual({
      correction: {
        ...{ id: expect.any(String), kind: 'SAME', by: 'ada', effective: true },
        ...{ reason: 'one web page', evidence: 'the same name' },
      },
      entities: [{ id: expect.any(String), label: expect.stringContaining('Lovelace') }],
    });
    expect(lines).toContainEqual(
      expect.objectContaining({ audit: true, by: 'ada', correction: idOf(payload), msg: 'correction made' }),
    );
    const question = `{ author(id: "${ADA_K}") { id paperCount formerIds corrections { totalCount nodes { by entityIds } } }
      collaborators: author(id: "${author('Bea')}") { corrections { totalCount } } }`;
    const { data } = await api.ask(question);
    expect([data.author.id, ...data.author.formerIds].sort()).toEqual([ADA, ADA_K].sort());
    expect(data.author).toMatchObject({
      paperCount: 2,
      corrections: { totalCount: 1, nodes: [{ by: 'ada', entityIds: [ADA, ADA_K] }] },
    });
    expect(data.collaborators.corrections.totalCount).toBe(0);
    expect(await make(undo, { id: idOf(payload) })).toEqual({
      correction: { undoneAt: expect.any(String), undoneBy: 'ada', effective: false },
    });
    expect((await api.ask(question)).data.author).toMatchObject({ id: ADA_K, paperCount: 1, formerIds: [] });
  });

  it('are read by the later ones of an operation', async () => {
    const query = `mutation ($ids: [ID!]!) {
      renameEntity(id: "${ADA}", name: "Augusta") { entities { id label } }
      declareSame(ids: $ids) { entities { label } } }`;
    const { data, errors } = await mutate(query, { ids: [ADA, ADA_K] });
    expect(errors).toEqual([]);
    expect(data).toMatchObject({
      renameEntity: { entities: [{ id: ADA, label: 'Augusta' }] },
      declareSame: { entities: [{ label: 'Augusta' }] },
    });
  });

  it('declare authors different, so that they are no open question', async () => {
    const candidates = async (status: string) => {
      const { data } = await api.ask(
        `{ duplicateCandidates(minScore: 0, status: ${status}) { nodes { status entities { id } } } }`,
      );
      return data.duplicateCandidates.nodes as { status: string; entities: { id: string }[] }[];
    };
    const pair = { entities: [ADA, ADA_K].sort().map((id) => ({ id })) };
    expect(await candidates('OPEN')).toContainEqual({ status: 'OPEN', ...pair });
    await make(different, { ids: [ADA, ADA_K] });
    expect(await candidates('OPEN')).not.toContainEqual({ status: 'OPEN', ...pair });
    expect(await candidates('DIFFERENT')).toEqual([{ status: 'DIFFERENT', ...pair }]);
    expect(await candidates('SAME')).toEqual([]);
  });

  it('split an author', async () => {
    const query = `mutation ($id: ID!) { splitAuthor(authorId: "${WEI}", paperIds: [$id], name: "Wei Wang (Ben)") {
      correction { name papers { id } entities { id } }
      entities { id label ... on Author { identification papers { nodes { id } } } } } }`;
    const id = 'paper:doi:10.1000/3';
    const payload = await make(query, { id });
    expect(payload).toMatchObject({
      correction: { name: 'Wei Wang (Ben)', papers: [{ id }] },
      entities: [
        { id: WEI, identification: 'FULL_NAME', papers: { nodes: [{ id: 'paper:doi:10.1000/2' }] } },
        { label: 'Wei Wang (Ben)', identification: 'CURATED', papers: { nodes: [{ id }] } },
      ],
    });
  });

  it('hide an entity', async () => {
    const hide = `mutation { hideEntity(id: "${ADA}") { correction { entities { id } } entities { id } } }`;
    expect(await make(hide, {})).toEqual({ correction: { entities: [] }, entities: [] });
    expect((await api.ask(`{ node(id: "${ADA}") { id } }`)).data.node).toBeNull();
  });

  it.each([
    ['an id that is not one', same, { ids: [ADA, 'nonsense'] }, 'BAD_USER_INPUT', 'ids[1]', 'not an id'],
    ['an id that names nothing', same, { ids: [ADA, author('Nobody')] }, 'NOT_FOUND', 'ids', 'Nobody'],
    ['one entity', different, { ids: [ADA] }, 'BAD_USER_INPUT', 'ids', 'ids has 1 different ids'],
    ['entities of two kinds', same, { ids: [ADA, 'paper:doi:10.1000/1'] }, 'BAD_USER_INPUT', 'ids', 'kinds'],
    ['an unknown correction', undo, { id: 'x' }, 'NOT_FOUND', 'id', 'No correction'],
  ])('refuse %s', async (_, query, variables, code, argument, message) => {
    const { errors } = await mutate(query, variables);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ extensions: { code, argument } });
    expect(errors[0]!.message).toContain(message);
  });

  it('refuse one that contradicts another in force, which the error names', async () => {
    const made = idOf(await make(different, { ids: [ADA, ADA_K] }));
    const { errors } = await mutate(same, { ids: [ADA, ADA_K] });
    expect(errors[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    expect(errors[0]!.message).toContain(made);
  });

  it('refuse a reason of more than 200 characters', async () => {
    const query = `mutation ($reason: String) { hideEntity(id: "${ADA}", reason: $reason) { entities { id } } }`;
    const { errors } = await mutate(query, { reason: 'x'.repeat(201) });
    expect(errors[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', argument: 'reason' } });
  });

  it('cost 250 each, so that the rate limit bounds them', async () => {
    const { extensions } = await api.ask(different, { ids: [ADA, ADA_K] }, curator);
    expect(extensions?.['cost']).toBe(250 + 1 + 2);
  });

  it('are listed page by page, from both ends', async () => {
    for (const ids of [
      [ADA, WEI],
      [ADA_K, WEI],
    ])
      await make(different, { ids });
    const page = async (args: string) => {
      const { data, errors } = await api.ask(
        `{ corrections(${args}) { totalCount pageInfo { hasNextPage hasPreviousPage } edges { cursor node { id } } } }`,
      );
      expect(errors).toEqual([]);
      return data.corrections as { totalCount: number; edges: { cursor: string; node: { id: string } }[] };
    };
    const all = await page('first: 100');
    const ids = (list: { node: { id: string } }[]) => list.map(({ node }) => node.id);
    expect(ids(all.edges)).toHaveLength(all.totalCount);
    const { cursor } = all.edges[1]!;
    expect(await page(`first: 1, after: "${cursor}"`)).toEqual({
      totalCount: all.totalCount,
      pageInfo: { hasNextPage: all.totalCount > 3, hasPreviousPage: true },
      edges: [all.edges[2]].filter((edge) => edge !== undefined),
    });
    expect(ids((await page(`last: 1, before: "${cursor}"`)).edges)).toEqual(ids([all.edges[0]!]));
    const { errors } = await api.ask('{ corrections(after: "nonsense") { totalCount } }');
    expect(errors[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', argument: 'after' } });
  });
});

describe('mutations of a server without API keys', () => {
  const api = served({}, undefined, { records, collaborationCap: 100 });

  it('are UNAUTHENTICATED, and the error says why', async () => {
    const { errors } = await api.ask(same, { ids: [ADA, ADA_K] });
    expect(errors[0]).toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } });
    expect(errors[0]!.message).toContain('accepts no corrections over HTTP, because it has no API keys');
  });
});
