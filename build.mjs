/**
 * Runs the build steps that are out of date: `node build.mjs [step …]`. `node --import ./build.mjs program.js` builds
 * first and then runs the program in the same process. Messages go to standard error, because standard output belongs
 * to the program.
 *
 * A step is up to date while its outputs exist and its inputs have the same contents as when it last ran.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isMainThread } from 'node:worker_threads';

/** The steps in their order: a step may read the output of an earlier one. `bin` is an executable of `package`. */
const steps = [
  {
    name: 'codegen',
    inputs: [
      'schema',
      'codegen.ts',
      'src/web/explorer/queries',
      'src/web/widget/queries',
      'src/web/sliceFields.graphql',
      'package-lock.json',
    ],
    outputs: [
      'src/__generated__/resolvers.ts',
      'src/web/explorer/__generated__/graphql.ts',
      'src/web/widget/__generated__/graphql.ts',
    ],
    package: '@graphql-codegen/cli',
    bin: 'graphql-codegen',
    args: ['--config', 'codegen.ts', '--silent'],
  },
  {
    name: 'compile',
    inputs: ['src', 'tsconfig.json', 'package-lock.json'],
    outputs: ['dist'],
    package: 'typescript',
    bin: 'tsc',
    args: ['--project', 'tsconfig.json'],
  },
  {
    name: 'pages',
    inputs: ['src/web/graphiql', 'src/web/precompress.ts', 'vite.config.ts', 'package-lock.json'],
    outputs: ['dist/web/graphiql/index.html'],
    package: 'vite',
    bin: 'vite',
    args: ['build', '--logLevel', 'warn'],
  },
  {
    name: 'explorer',
    inputs: [
      'src/web/explorer',
      'src/web/widget',
      'src/web/precompress.ts',
      'src/web/compactTemplates.ts',
      'package-lock.json',
    ],
    outputs: ['dist/web/explorer/index.html'],
    package: 'vite',
    bin: 'vite',
    args: ['build', '--config', 'src/web/explorer/vite.config.ts', '--logLevel', 'warn'],
  },
  {
    name: 'widget',
    inputs: ['src/web/widget', 'src/web/precompress.ts', 'src/web/compactTemplates.ts', 'package-lock.json'],
    outputs: ['dist/web/widget/widget.js', 'dist/web/widget/widget.d.ts'],
    package: 'vite',
    bin: 'vite',
    args: ['build', '--config', 'src/web/widget/vite.config.ts', '--logLevel', 'warn'],
  },
];

const root = import.meta.dirname;
const isMain = import.meta.url === pathToFileURL(process.argv[1] ?? '').href;
const [lenient, ...stepNames] = isMain ? sortArguments(process.argv.slice(2)) : [false];
// worker threads inherit --import; the main thread has built already
if (isMainThread) {
  for (const step of steps) if (stepNames.length === 0 || stepNames.includes(step.name)) bringUpToDate(step);
}

/** `--lenient` continues after type errors: the compiler writes its output in spite of them. */
function sortArguments(names) {
  return [names.includes('--lenient'), ...names.filter((name) => name !== '--lenient')];
}

function bringUpToDate(step) {
  const stamp = join(root, 'dist', '.built', step.name);
  const contents = digest(step.inputs);
  const isCurrent = existsSync(stamp) && readFileSync(stamp, 'utf8') === contents;
  if (isCurrent && step.outputs.every((output) => existsSync(join(root, output)))) return;
  process.stderr.write(`Building: ${step.name} …\n`);
  rmSync(stamp, { force: true });
  const { status } = spawnSync(process.execPath, [binaryOf(step), ...step.args], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (status === 0) {
    mkdirSync(join(stamp, '..'), { recursive: true });
    writeFileSync(stamp, contents);
  } else {
    process.stderr.write(`Building: ${step.name} failed\n`);
    if (!lenient) process.exit(1);
  }
}

function binaryOf(step) {
  const folder = join(root, 'node_modules', step.package);
  if (!existsSync(folder)) {
    process.stderr.write(`Building: ${step.package} is not installed; run npm ci first\n`);
    process.exit(1);
  }
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[step.bin]);
}

/** A hash of names and contents. Modification times would miss a file that was deleted or restored. */
function digest(inputs) {
  const hash = createHash('sha1');
  for (const file of inputs.flatMap(filesOf)) {
    if (existsSync(join(root, file))) hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

function filesOf(path) {
  const fullPath = join(root, path);
  if (!existsSync(fullPath) || !statSync(fullPath).isDirectory()) return [path];
  const entries = readdirSync(fullPath, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
}
