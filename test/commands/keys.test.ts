import { hashOfKey } from '../../src/api/access/apiKey.ts';
import { readSettings, SettingsError } from '../../src/settings.ts';
import { startProgram } from '../support/program.ts';

const newKey = (...options: string[]) => startProgram(['keys', 'new', ...options]).ended;

describe('the command keys new', () => {
  it('prints a key, and a setting that has only its hash', async () => {
    const { code, out } = await newKey('--name', 'ada', '--role', 'curator');
    expect(code).toBe(0);
    const key = /cgk_\S+/.exec(out)?.[0] ?? '';
    const entry = /API_KEYS=(\S+)/.exec(out)?.[1] ?? '';
    expect(entry).not.toContain(key);
    expect(readSettings({ API_KEYS: entry }).apiKeys).toEqual([
      { name: 'ada', roles: ['CURATOR'], hash: hashOfKey(key) },
    ]);
  });

  it('makes another key each time', async () => {
    const [one, other] = await Promise.all([newKey('--name', 'ada'), newKey('--name', 'ada')]);
    expect(one.out).not.toBe(other.out);
  });

  it.each([
    [[], "required option '--name <name>' not specified"],
    [['--name', 'a:b'], '--name is "a:b"'],
    [['--name', 'ada', '--role', 'king'], '--role is "king"; the roles are: curator.'],
  ])('refuses %j', async (options, message) => {
    const { code, out, err } = await newKey(...options);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });
});

describe('the setting API_KEYS', () => {
  const hash = hashOfKey('key');

  it('may have several keys', () => {
    const list = `ada:curator:${hash}, bob:curator:${hashOfKey('other')}`;
    expect(readSettings({ API_KEYS: list }).apiKeys.map(({ name }) => name)).toEqual(['ada', 'bob']);
  });

  it.each([
    ['nonsense', /API_KEYS must be a list of <name>:<role>:<hash>/],
    [`ada:curator:${hash},ada:curator:${hashOfKey('other')}`, /API_KEYS must have a name of its own/],
  ])('is refused: %s', (list, message) => {
    const read = () => readSettings({ API_KEYS: list });
    expect(read).toThrow(SettingsError);
    expect(read).toThrow(message);
  });
});
