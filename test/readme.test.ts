import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { settingDescriptions } from '../src/settingDescriptions.ts';
import { importFormats } from '../src/import/formats/importFormats.ts';
import { mixedFormats } from '../src/import/formats/mixedFormats.ts';
import { recognizeFormats } from '../src/import/formats/recognizeFormats.ts';
import { readRecords } from '../src/import/readRecords.ts';
import { validateRecord } from '../src/import/validateRecord.ts';
import { seedServed } from './support/api/seedServed.ts';
import { describeUnless } from './support/describeUnless.ts';

const documents = [
  'README.md',
  'SECURITY.md',
  'CHANGELOG.md',
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
].map((file) => ({ file, text: readFileSync(file, 'utf8') }));

/** The texts of all code blocks of a language, with the documents that they are in. */
const codeBlocks = (language: string): { file: string; code: string }[] =>
  documents.flatMap(({ file, text }) =>
    [...text.matchAll(new RegExp(`^\`\`\`${language}\n(.+?)^\`\`\``, 'gms'))].map(([, code = '']) => ({
      file,
      code,
    })),
  );

/** The GraphQL queries, each with the answer below it. */
const queries = documents.flatMap(({ file, text }) =>
  [...text.matchAll(/^```graphql\n(.+?)^```\s+(?:```json\n(.+?)^```)?/gms)].map(
    ([, query = '', answer = 'null']) => ({ file, query, answer: JSON.parse(answer) as unknown }),
  ),
);

const shellCommands = codeBlocks('sh').flatMap(({ file, code }) =>
  code
    .replaceAll('\\\n', ' ')
    .split('\n')
    .map((command) => ({ file, command })),
);

/** The address that the examples use. */
const DEFAULT_ADDRESS = 'http://127.0.0.1:4000';
const run = promisify(execFile);

describe('the documentation', () => {
  const { url, post } = seedServed();
  const atServer = (text: string): string => text.replaceAll(DEFAULT_ADDRESS, url());

  it('tells newcomers the two commands and the size of the seed graph', async () => {
    const [readme] = documents;
    expect(readme?.text).toContain('npm ci && npm start');
    expect(readme?.text).toContain('npm ci && npm test');
    const { data } = JSON.parse(await post({ query: '{ statistics { paperCount } }' }));
    expect(readme?.text).toContain(`a seed graph of ${data.statistics.paperCount} real papers`);
  });

  it('has queries with answers', () => {
    expect(queries.length).toBeGreaterThanOrEqual(10);
  });

  it.each(queries)('has the answer of the seed graph in $file ($#)', async ({ query, answer }) => {
    expect((JSON.parse(await post({ query })) as { data: unknown }).data).toEqual(answer);
  });

  it.each(codeBlocks('js'))('has a program in $file that runs ($#)', async ({ code }) => {
    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', atServer(code)]);
    expect(stdout).toContain('Terence Tao');
  });

  it.each(codeBlocks('jsonl'))('has valid import records in $file ($#)', ({ code }) => {
    for (const line of code.trim().split('\n')) {
      const record: unknown = JSON.parse(line);
      expect(validateRecord(record)).toEqual({ record, problems: [] });
    }
  });

  const importExamples = codeBlocks('sh').filter(({ code }) =>
    /^cat > .*npm run cli -- import \S+$/s.test(code.trim()),
  );
  it('has files to import in docs/importing.md', () => {
    expect(importExamples.length).toBeGreaterThanOrEqual(4);
  });

  it.each(importExamples)('has a file to import in $file that is recognized ($#)', async ({ code }) => {
    const folder = mkdtempSync(join(tmpdir(), 'coauthor-graph-documentation-'));
    try {
      const [writing = '', path = ''] = code.trim().split('npm run cli -- import ');
      await run('sh', ['-c', writing], { cwd: folder });
      const file = join(folder, path);
      const format = mixedFormats(await recognizeFormats([file], [...importFormats.values()]));
      const problems: unknown[] = [];
      let papers = 0;
      for await (const item of readRecords(format, [file], { bytesRead: 0, bytesTotal: 0 })) {
        if ('problem' in item) problems.push(item.problem);
        else papers += (item.record.record ?? 'paper') === 'paper' ? 1 : 0;
      }
      expect({ papers, problems }).toEqual({ papers: 1, problems: [] });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  const curlMissing = spawnSync('curl', ['--version']).error ? 'curl is not installed' : undefined;
  describeUnless(curlMissing, 'curl', () => {
    const folder = mkdtempSync(join(tmpdir(), 'coauthor-graph-documentation-'));
    afterAll(() => rmSync(folder, { recursive: true }));

    it.each(shellCommands.filter(({ command }) => command.startsWith('curl')))(
      'succeeds as $file shows it: $command',
      async ({ command }) => {
        const failing = atServer(command).replace('curl', 'curl --fail --silent --show-error');
        const before = readdirSync(folder).length;
        const { stdout } = await run('sh', ['-c', failing], { cwd: folder });
        if (command.includes('-OJ')) expect(readdirSync(folder)).toHaveLength(before + 1);
        else if (command.includes('/feed.')) expect(stdout).toContain('New papers');
        else expect(JSON.parse(stdout)).toHaveProperty('data.search.nodes.0.label', 'Paul Erdős');
      },
    );
  });

  it('names only scripts of package.json', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: object };
    const names = documents.flatMap(({ text }) =>
      [...text.matchAll(/npm run (?:-s )?([\w:]+)/g)].map(([, name]) => name),
    );
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(names));
  });

  it('describes all settings with their defaults', () => {
    const { text } = documents.find(({ file }) => file === 'docs/operations.md')!;
    for (const [name, fallback] of settingDescriptions) {
      const row = text.split('\n').find((line) => line.startsWith('| `') && line.includes(`\`${name}\``));
      expect(row).toBeDefined();
      expect(row).toContain(fallback);
    }
  });

  it('links to existing files and headings', () => {
    for (const { file, text } of documents) {
      for (const [, target = ''] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
        if (/^https?:/.test(target)) continue;
        const [path = '', heading] = target.split('#');
        const linked = path === '' ? file : join(dirname(file), path);
        expect({ file, target, exists: existsSync(linked) }).toMatchObject({ exists: true });
        if (heading === undefined) continue;
        const anchors = [...readFileSync(linked, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
          title
            .toLowerCase()
            .replace(/[^\w ]/g, '')
            .replaceAll(' ', '-'),
        );
        expect(anchors).toContain(heading);
      }
    }
  });
});
