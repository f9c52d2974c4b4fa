#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import type { ExportOptions } from './commands/export.ts';
import { exitCodes, failureOf } from './commands/failure.ts';
import { printable } from './import/importReport.ts';
import { settingDescriptions } from './settings.ts';

/*
 * Commands are loaded when they run, so that help and misuse answer at once.
 */

// GraphQL's library checks its own types at every value unless told that this is no development
process.env['NODE_ENV'] ??= 'production';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const settingsHelp = [
  '',
  'Settings, from the environment:',
  ...settingDescriptions.map(([name, fallback, meaning]) => {
    const standard = fallback === '' ? '' : ` (default ${fallback})`;
    return `  ${name.padEnd(18)} ${meaning}${standard}`;
  }),
].join('\n');

const program = new Command('coauthor-graph')
  .description('Papers, authors, topics and institutions as one graph, over GraphQL.')
  .version(version, '-V, --version', 'print the version')
  .helpOption('-h, --help', 'print help')
  .helpCommand(false)
  .addHelpText('after', settingsHelp)
  .showHelpAfterError('(add --help for help)')
  .exitOverride();

program
  .command('serve')
  .description('serve the API and its pages; an empty embedded store gets the seed graph first')
  .addHelpText('after', settingsHelp)
  .action(async () => (await import('./commands/serve.ts')).serve());

program
  .command('import')
  .description('read papers into the store: progress on standard error, a report on standard output')
  .argument('<format>', 'jsonl, acl-anthology, openalex, semantic-scholar or seed')
  .argument('[path...]', 'files, or folders of files; seed alone needs none')
  .option('--strict', 'stop at the first line that is no record, and change nothing', false)
  .option('--json', 'print the report as JSON', false)
  .addHelpText('after', settingsHelp)
  .action(async (format: string, paths: string[], options: { strict: boolean; json: boolean }) =>
    (await import('./commands/import.ts')).importPaths(format, paths, options),
  );

program
  .command('export')
  .description('write a part of the graph to a file for another program')
  .argument('<what>', 'slice (of the graph around ids), collaborators (of an author) or papers')
  .argument('[id...]', 'of what to start at; papers: of papers, or of an author, a topic or an institution')
  .option(
    '--format <format>',
    'graphs: graphml, gexf, vosviewer, cytoscape, node-link; papers: bibtex, ris, csl-json',
  )
  .option('--output <file>', 'where to write it; without it, standard output')
  .option('--depth <steps>', 'slice: how far to go, 0–2 (default 1)')
  .option('--per-kind <count>', 'slice: neighbors of a kind to take of a node, 1–50 (default 10)')
  .option('--kinds <kinds>', 'slice: AUTHOR, INSTITUTION, PAPER, TOPIC, separated by commas (default all)')
  .option('--relations <relations>', 'slice: CO_AUTHORED, CITES and so on, separated by commas (default all)')
  .option('--most <count>', 'collaborators: how many, 1–499 (default 100)')
  .addHelpText('after', settingsHelp)
  .action(async (what: string, ids: string[], options: ExportOptions) =>
    (await import('./commands/export.ts')).exportFile(what, ids, options),
  );

program
  .command('stats')
  .description('print how much is stored')
  .option('--json', 'print it as JSON', false)
  .addHelpText('after', settingsHelp)
  .action(async (options: { json: boolean }) => (await import('./commands/stats.ts')).stats(options));

program
  .command('schema')
  .description('print the GraphQL schema with its descriptions')
  .option('--records', 'print the JSON Schema of import records instead', false)
  .action(async (options: { records: boolean }) =>
    (await import('./commands/schema.ts')).printSchemas(options),
  );

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? exitCodes.fine : exitCodes.misused;
  } else {
    const { message, exitCode } = failureOf(error);
    process.stderr.write(`coauthor-graph: ${message.split('\n').map(printable).join('\n')}\n`);
    process.exitCode = exitCode;
  }
}
