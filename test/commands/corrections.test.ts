import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProgram } from '../support/program.ts';

/* Tests of the built program. */

const directory = mkdtempSync(join(tmpdir(), 'coauthor-graph-corrections-'));
afterAll(() => {
  rmSync(directory, { recursive: true });
});

const run = (store: string, args: string[]) =>
  startProgram(args, { settings: { DATA_DIR: join(directory, store) } }).ended;

const papers = join(directory, 'papers.jsonl');
writeFileSync(
  papers,
  [
    '{"ids":{"doi":"10.1000/x"},"title":"X","authors":[{"name":"Ada Lovelace"},{"name":"Bea Bell"}]}',
    '{"ids":{"doi":"10.1000/y"},"title":"Y","authors":[{"name":"Ada K. Lovelace"},{"name":"Bea Bell"}]}',
  ].join('\n'),
);
const ids = ['author:jsonl-name:Ada%20K.%20Lovelace', 'author:jsonl-name:Ada%20Lovelace'] as const;

describe('corrections on the command line', () => {
  it('are added, listed, exported, imported into another store, and undone', async () => {
    await run('first', ['import', 'jsonl', papers]);
    const found = await run('first', ['duplicates', 'list', '--min-score', '0']);
    expect(found.out).toContain('Ada K. Lovelace (1) | Ada Lovelace (1)');
    const reason = ['--reason', 'one person', '--by', 'Cora'];
    const added = await run('first', ['corrections', 'add', 'same', ...ids, ...reason]);
    expect(added).toMatchObject({ code: 0, err: '' });
    expect(added.out).toContain(`SAME ${ids.join(' ')}, by Cora, one person`);
    expect(added.out).toContain(`The entities are now: ${ids[0]}`);
    expect((await run('first', ['stats'])).out).toContain('2 authors');

    const file = join(directory, 'corrections.jsonl');
    await run('first', ['corrections', 'export', file]);
    const [line = ''] = readFileSync(file, 'utf8').split('\n');
    expect(JSON.parse(line)).toMatchObject({ kind: 'SAME', by: 'Cora', reason: 'one person' });
    const early = await run('second', ['corrections', 'import', file]);
    expect(early.out).toContain('1 of 1 corrections were new or newly undone.\nThese have no effect');
    await run('second', ['import', 'jsonl', papers]);
    expect((await run('second', ['stats'])).out).toContain('2 authors');

    const { id } = JSON.parse(line) as { id: string };
    const undone = await run('second', ['corrections', 'undo', id]);
    expect(undone.out).toContain('undone 2');
    expect((await run('second', ['stats'])).out).toContain('3 authors');
    expect((await run('second', ['corrections', 'list'])).out).toContain(id);
    expect((await run('second', ['corrections', 'import', file])).out).toContain('0 of 1 corrections');
  }, 120_000);

  it.each([
    [['corrections', 'add', 'nonsense', ids[0]], 'The correction nonsense does not exist'],
    [['corrections', 'add', 'same', ids[0], 'nonsense'], '"nonsense" is not a valid id'],
    [['corrections', 'add', 'hide', 'author:s2:404'], 'No entity with the id author:s2:404 is stored'],
    [['corrections', 'undo', '404'], 'No correction with the id 404 is stored'],
    [['corrections', 'import', '/nowhere'], '/nowhere cannot be read'],
    [['corrections', 'import', papers], 'Line 1 is not a correction: id is undefined'],
    [['duplicates', 'list', '--kind', 'topic'], '--kind is topic; it must be author or paper'],
    [['duplicates', 'list', '--first', '0'], '--first is 0; it must be a number from 1 to 100'],
  ])('%j is refused', async (args, message) => {
    const { code, out, err } = await run('refusing', args);
    expect([code === 0, out]).toEqual([false, '']);
    expect(err).toContain(message);
  });
});
