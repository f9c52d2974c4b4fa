import { importFormats } from '../../src/import/formats/importFormats.ts';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import { startProgram } from '../support/program.ts';

/* Tests of the built program. */

const directory = mkdtempSync(join(tmpdir(), 'coauthor-graph-cli-'));
afterAll(() => {
  rmSync(directory, { recursive: true });
});

const started = (args: string[], settings: Record<string, string> = {}) =>
  startProgram(args, { settings: { DATA_DIR: join(directory, 'store'), ...settings } });
const run = (args: string[], settings?: Record<string, string>) => started(args, settings).ended;

describe('the command line', () => {
  it('prints the GraphQL schema and the schema of import records', async () => {
    const schema = await run(['schema']);
    expect(schema.code).toBe(0);
    expect(buildSchema(schema.out).getQueryType()?.getFields()).toHaveProperty('author');
    expect(schema.out).toContain('"""');
    const records = await run(['schema', '--records']);
    expect(JSON.parse(records.out)).toHaveProperty('$schema');
  });

  it.each([
    [['--help']],
    [['serve', '--help']],
    [['import', '--help']],
    [['export', '--help']],
    [['stats', '--help']],
  ])('prints help: %j', async (args) => {
    const { code, out } = await run(args);
    expect(code).toBe(0);
    expect(out).toContain('Usage: coauthor-graph');
    expect(out).toContain('COLLABORATION_CAP');
  });

  it('names all formats in the help of the import', async () => {
    const { out } = await run(['import', '--help']);
    for (const name of importFormats.keys()) expect(out).toContain(name);
  });

  it.each([
    [['nonsense'], {}, 'unknown command'],
    [['import', '--format', 'nonsense', 'x'], {}, 'The format nonsense does not exist'],
    [['import', 'nonsense', 'x'], {}, 'nonsense cannot be read: there is no such file or folder'],
    [['import', 'README.md'], {}, 'The format of README.md is not recognized. Name it by --format'],
    [['import'], {}, 'The path of a file or folder to import is missing'],
    [['import', 'jsonl', '/nowhere.jsonl'], {}, 'there is no such file or folder'],
    [['import', 'jsonl'], {}, 'The path of a file or folder to import is missing'],
    [['export', 'nonsense'], {}, 'The export nonsense does not exist'],
    [['export', 'papers', '--format', 'ris'], {}, 'ids has 0 members'],
    [['export', 'slice', 'author:s2:1'], {}, 'format is missing'],
    [['export', 'slice', 'author:s2:1', '--format', 'gexf', '--per-kind', '99'], {}, 'perKind is "99"'],
    [
      ['export', 'papers', 'paper:s2:404', '--format', 'ris'],
      {},
      'No entity with the id "paper:s2:404" is stored',
    ],
    [['sync', '--name', ''], {}, 'The name of the source is empty.'],
    [['sync', 'semantic-scholar', '--name', 'a\nb'], {}, 'The name of the source has the character U+000A.'],
    [['stats', '--nonsense'], {}, 'unknown option'],
    [['stats'], { PORT: 'x', COLLABORATION_CAP: '1' }, 'COLLABORATION_CAP must be 2–10000'],
    ...['proxy.example', '10.0.0.0/33', '0.0.0.0/0', '10.0.0.1, nonsense'].map(
      (proxies): [string[], Record<string, string>, string] => [
        ['serve'],
        { TRUST_PROXY: proxies },
        'TRUST_PROXY must be a list of addresses and networks, for example 10.0.0.0/8\n',
      ],
    ),
  ])('rejects %j with exit code 2', async (args, settings, message) => {
    const { code, out, err } = await run(args, settings);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
    expect(err).not.toMatch(/\n\s+at /);
  });

  it('says how to begin if the store is empty', async () => {
    const { code, out } = await run(['stats'], { DATA_DIR: join(directory, 'empty') });
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/^The store is empty\. Begin with .* sync openalex/),
    ]);
  });

  it('imports, prints a report and prints statistics', async () => {
    const file = join(directory, 'papers.jsonl');
    writeFileSync(file, '{"title":"One","year":2000,"authors":[{"name":"A"},{"name":"B"}]}\nnonsense\n');
    const strict = await run(['import', 'jsonl', '--strict', file]);
    expect(strict.code).toBe(1);
    expect(strict.err).toContain('papers.jsonl:2');
    const problems = join(directory, 'problems.jsonl');
    const lenient = await run(['import', '--problems', problems, file]);
    expect(lenient.code).toBe(0);
    expect(JSON.parse(readFileSync(problems, 'utf8'))).toMatchObject({
      effect: 'skipped',
      kind: 'notJson',
      file,
      line: 2,
    });
    expect(lenient.out).toMatch(
      /^1 records read: 1 new, 0 changed, 0 unchanged\n1 skipped: lines that are not JSON\n/,
    );
    const counted = await run(['stats', '--json']);
    expect(JSON.parse(counted.out)).toMatchObject({ paperCount: 1, authorCount: 2, collaborationCount: 1 });
    expect((await run(['stats'])).out).toContain('2 authors\n1 papers\n');
  });

  it('exports to standard output or to a file', async () => {
    const file = join(directory, 'big.jsonl');
    const papers = Array.from({ length: 1100 }, (_, index) => ({
      title: `Paper ${index}`,
      ids: { s2: String(index + 1) },
      authors: [{ name: 'Ada A', ids: { s2: '1' } }, { name: 'Bo Berg' }],
    }));
    writeFileSync(file, papers.map((paper) => JSON.stringify(paper)).join('\n'));
    const settings = { DATA_DIR: join(directory, 'exported') };
    await run(['import', 'jsonl', file], settings);
    const printed = await run(['export', 'papers', 'author:s2:1', '--format', 'ris'], settings);
    expect([printed.code, printed.err]).toEqual([0, '']);
    expect(printed.out.match(/^ER {2}- /gm)).toHaveLength(1100);
    const output = join(directory, 'ada.graphml');
    const graph = ['export', 'collaborators', 'author:s2:1', '--format', 'graphml', '--output'];
    expect(await run([...graph, output], settings)).toMatchObject({ code: 0, out: '', err: '' });
    expect(readFileSync(output, 'utf8')).toContain('Bo Berg');
    const unwritable = await run([...graph, join(directory, 'no', 'folder')], settings);
    expect([unwritable.code, unwritable.out]).toEqual([1, '']);
    expect(unwritable.err).toContain('The export could not be written: ENOENT');
    const cut = await run(
      ['export', 'slice', 'author:s2:1', '--format', 'vosviewer', '--per-kind', '1', '--kinds', 'PAPER'],
      settings,
    );
    expect([cut.code, cut.err]).toEqual([
      0,
      'Some nodes have more neighbors: at most 1 of each kind are included for a node.\n',
    ]);
    expect(JSON.parse(cut.out)).toHaveProperty('network.items.length', 2);
  });

  it('serves the seed if the store is empty, and exits with 0 after SIGTERM', async () => {
    const { child, ended, listening } = started(['serve'], { PORT: '0', DATA_DIR: join(directory, 'fresh') });
    const address = await listening();
    const response = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ statistics { paperCount } }' }),
    });
    const { data } = (await response.json()) as { data: { statistics: { paperCount: number } } };
    expect(data.statistics.paperCount).toBeGreaterThan(100);
    child.kill('SIGTERM');
    expect(await ended).toMatchObject({ code: 0, err: '' });
  });

  it('prints which port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { code, err } = await run(['serve'], { PORT: String(port) });
    other.close();
    expect(code).toBe(1);
    expect(err).toBe(
      `coauthor-graph: Port ${port} of 127.0.0.1 is in use by another program. End that program, or set PORT to another port.\n`,
    );
  });
});
