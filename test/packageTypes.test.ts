import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A program that embeds the server, in strict settings. */
const server = `
import { createServer, importFormats, openStore, readSettings, runImport, type ImportReport } from 'coauthor-graph';
const store = await openStore(readSettings({ DATA_DIR: 'data' }));
const report: ImportReport = await runImport({ store, format: importFormats.get('jsonl')!, paths: ['a.jsonl'] });
const served = await createServer(store, { port: 0 });
served.fastify.get('/more', () => report.new);
const address: string = await served.listen();
const found = (await store.entities(['paper:doi:10.1000/1'])).get('paper:doi:10.1000/1');
const title: string | null = found?.kind === 'PAPER' ? found.title : address;
// @ts-expect-error entities have no such kind
if (found?.kind === 'JOURNAL') await served.stop();
// @ts-expect-error ports are numbers
await createServer(store, { port: title });
`;

/** A page that embeds the widget; what its server is made of is not needed. */
const page = `
import { CoauthorGraph, type GivenSlice, type NodeDetail } from 'coauthor-graph/widget';
const graph = document.querySelector('coauthor-graph') ?? new CoauthorGraph();
graph.entity = 'author:orcid:0000-0002-1825-0097';
graph.perKind = 20;
graph.addEventListener('open', ({ detail }) => { const chosen: NodeDetail = detail; document.title = chosen.label; });
graph.addEventListener('select', ({ detail }) => { if ('label' in detail) document.title = detail.label; });
graph.addEventListener('expand', (event) => event.preventDefault());
graph.addEventListener('load', ({ detail: { nodeCount } }) => nodeCount.toFixed());
graph.addEventListener('pointermove', ({ clientX }) => clientX.toFixed());
const given: GivenSlice = { nodes: [], edges: [] };
graph.data = given;
await graph.expand(graph.slice.nodes[0]?.entity.id ?? '', 'TOPIC');
graph.fit();
// @ts-expect-error there are two views
graph.view = 'table';
// @ts-expect-error what is drawn is only to be read
graph.slice = given;
// @ts-expect-error kinds are the API's
await graph.expand('topic:keyword:logic', 'JOURNAL');
// @ts-expect-error what is selected has no year
graph.addEventListener('select', ({ detail }) => detail.year);
`;

const compiler = join(process.cwd(), 'node_modules', 'typescript', 'bin', 'tsc');

describe('the types of the package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'coauthor-graph-types-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(process.cwd(), join(folder, 'node_modules', 'coauthor-graph'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');

  /** What the compiler has against a program that has the package installed, declarations of packages included. */
  const faults = (name: string, text: string, options: object): string => {
    writeFileSync(join(folder, `${name}.ts`), text);
    const compilerOptions = {
      module: 'NodeNext',
      target: 'ES2023',
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      noEmit: true,
      skipLibCheck: false,
      typeRoots: [join(process.cwd(), 'node_modules', '@types')],
      ...options,
    };
    const settings = join(folder, `${name}.json`);
    writeFileSync(settings, JSON.stringify({ compilerOptions, files: [`${name}.ts`] }));
    const { stdout, stderr } = spawnSync(process.execPath, [compiler, '-p', settings], { encoding: 'utf8' });
    return stdout + stderr;
  };

  it('say what a program that embeds the server may do', () => {
    expect(faults('server', server, { lib: ['ES2023'], types: ['node'] })).toBe('');
  });

  it('say what a page that embeds the widget may do, and need nothing else for it', () => {
    expect(faults('page', page, { lib: ['ES2023', 'DOM', 'DOM.Iterable'], types: [] })).toBe('');
  });
});
