#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import type { AddOptions } from './commands/corrections.ts';
import type { DuplicatesOptions } from './commands/duplicates.ts';
import type { ExportOptions } from './commands/export.ts';
import type { ImportOptions } from './commands/import.ts';
import type { NewKeyOptions } from './commands/keys.ts';
import type { SyncCommandOptions } from './commands/sync.ts';
import { exitCodes, failureOf } from './commands/failure.ts';
import { printable } from './import/importReport.ts';
import { settingDescriptions } from './settingDescriptions.ts';

/*
 * Commands are loaded when they run, so that help and usage errors are printed without delay.
 */

// 'production' prevents the library graphql from checking its own classes for every value
process.env['NODE_ENV'] ??= 'production';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const settingsHelp = [
  '',
  'Settings, from the environment:',
  ...settingDescriptions.map(([name, fallback, meaning]) => {
    const suffix = fallback === '' ? '' : ` (default ${fallback})`;
    return `  ${name.padEnd(24)} ${meaning}${suffix}`;
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
  .description('read papers into the store; progress goes to standard error, a report to standard output')
  .argument('[path...]', 'files or folders; a format may be named before them')
  .option(
    '--format <name>',
    'acl-anthology, dblp, openalex, semantic-scholar, jsonl, csl-json, ris, bibtex or seed; auto looks at the files',
    'auto',
  )
  .option('--strict', 'stop at the first line that is not a record and leave the store unchanged', false)
  .option('--json', 'print the report as JSON', false)
  .option('--problems <file>', 'write every problem to this file, one JSON object on each line')
  .option(
    '--bulk-files <folder>',
    'write files for the offline import of Neo4j to this new folder instead, with a script that runs it',
  )
  .addHelpText('after', settingsHelp)
  .action(async (paths: string[], options: ImportOptions) =>
    (await import('./commands/import.ts')).importPaths(paths, options),
  );

program
  .command('sync')
  .description('read papers from a web service into the store, or bring all stored sources up to date')
  .argument(
    '[service]',
    'openalex, or semantic-scholar to complete the stored papers; default: all stored sources',
  )
  .option('--orcid <orcid>', 'the works of a person')
  .option('--hops <count>', '1: also the works of the co-authors of the person (default 0)')
  .option('--ror <ror>', 'the works of an institution')
  .option('--topic <id>', 'the works whose primary topic has this OpenAlex id, for example T10181')
  .option('--filter <filter>', 'the works of a filter of OpenAlex, for example type:article,is_oa:true')
  .option('--from <day>', 'only works published since this year or day')
  .option('--most <count>', 'the most works to read')
  .option('--name <name>', 'the name under which the source is stored')
  .option('--dry-run', 'only say how many records and requests it would take', false)
  .option('--yes', 'do not ask before reading more than 10,000 records', false)
  .option('--list', 'list the stored sources', false)
  .option('--remove <name>', 'forget a source; its records stay')
  .option('--problems <file>', 'write all problems of records to this file, as JSON lines')
  .addHelpText('after', settingsHelp)
  .action(async (service: string | undefined, options: SyncCommandOptions) =>
    (await import('./commands/sync.ts')).sync(service, options),
  );

program
  .command('export')
  .description('write a part of the graph to a file for another program')
  .argument('<export>', 'slice (the graph around some ids), collaborators (of an author) or papers')
  .argument(
    '[id...]',
    'the ids to start at; for papers: ids of papers, or one id of an author, topic or institution',
  )
  .option(
    '--format <format>',
    'graphs: graphml, gexf, vosviewer, cytoscape, node-link; papers: bibtex, ris, csl-json',
  )
  .option('--output <file>', 'the file to write (default standard output)')
  .option('--depth <steps>', 'slice: steps from the ids, 0–2 (default 1)')
  .option('--per-kind <count>', 'slice: neighbors of each kind for a node, 1–50 (default 10)')
  .option('--kinds <kinds>', 'slice: AUTHOR, INSTITUTION, PAPER, TOPIC, separated by commas (default all)')
  .option('--relations <relations>', 'slice: for example CO_AUTHORED,CITES (default all)')
  .option('--most <count>', 'collaborators: largest number of collaborators, 1–499 (default 100)')
  .addHelpText('after', settingsHelp)
  .action(async (name: string, ids: string[], options: ExportOptions) =>
    (await import('./commands/export.ts')).exportFile(name, ids, options),
  );

const corrections = program
  .command('corrections')
  .description('correct who is who; corrections stay in force over all imports');
corrections
  .command('list')
  .description('print all corrections, the latest first')
  .option('--json', 'print them as JSON', false)
  .action(async (options: { json: boolean }) =>
    (await import('./commands/corrections.ts')).listCorrections(options),
  );
corrections
  .command('add')
  .description('make a correction')
  .argument('<kind>', 'same, different, split, rename or hide')
  .argument('<id...>', 'same and different: two or more ids; split: an author; rename and hide: an entity')
  .option('--papers <id...>', 'split: the papers of the author that are another person’s')
  .option('--into <id>', 'split: the author who wrote the papers (default: a new author)')
  .option('--name <name>', 'rename: the name; split: the name of a new author')
  .option('--reason <text>', 'why')
  .option('--evidence <text>', 'what spoke for it')
  .option('--by <name>', 'who makes it (default: the user of this computer)')
  .addHelpText('after', settingsHelp)
  .action(async (kind: string, ids: string[], options: AddOptions) =>
    (await import('./commands/corrections.ts')).addCorrection(kind, ids, options),
  );
corrections
  .command('undo')
  .description('undo a correction: the graph is as if it had never been made')
  .argument('<id>', 'the id of the correction')
  .option('--by <name>', 'who undoes it (default: the user of this computer)')
  .action(async (id: string, options: { by?: string }) =>
    (await import('./commands/corrections.ts')).undoCorrection(id, options),
  );
corrections
  .command('export')
  .description('write all corrections to a file, one JSON object on each line')
  .argument('<file>')
  .action(async (file: string) => (await import('./commands/corrections.ts')).exportCorrections(file));
corrections
  .command('import')
  .description('add the corrections of such a file')
  .argument('<file>')
  .action(async (file: string) => (await import('./commands/corrections.ts')).importCorrections(file));

program
  .command('duplicates')
  .description('find authors that may be one person, and papers that may be one')
  .command('list')
  .description('print the most likely pairs with the evidence')
  .option('--kind <kind>', 'author or paper', 'author')
  .option('--min-score <score>', 'the least score, 0–1', '0.5')
  .option('--first <count>', 'how many pairs, 1–100', '20')
  .option('--json', 'print them as JSON', false)
  .action(async (options: DuplicatesOptions) =>
    (await import('./commands/duplicates.ts')).listDuplicates(options),
  );

program
  .command('stats')
  .description('print the number of stored papers, authors and so on')
  .option('--json', 'print it as JSON', false)
  .addHelpText('after', settingsHelp)
  .action(async (options: { json: boolean }) => (await import('./commands/stats.ts')).stats(options));

program
  .command('mcp')
  .description('answer AI assistants on standard input and output (Model Context Protocol)')
  .addHelpText('after', settingsHelp)
  .action(async () => (await import('./commands/mcp.ts')).serveMcp());

program
  .command('keys')
  .description('keys for corrections over HTTP')
  .command('new')
  .description('make a key and print it, once, with the entry of the setting API_KEYS for it')
  .requiredOption('--name <name>', 'the name of the owner, which corrections are stored with')
  .option('--role <role...>', 'what the owner may do', ['curator'])
  .action(async (options: NewKeyOptions) => (await import('./commands/keys.ts')).printNewKey(options));

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
    process.exitCode = error.exitCode === 0 ? exitCodes.success : exitCodes.misuse;
  } else {
    const { message, exitCode } = failureOf(error);
    process.stderr.write(`coauthor-graph: ${message.split('\n').map(printable).join('\n')}\n`);
    process.exitCode = exitCode;
  }
}
