import type { ImportRecord } from '../../../src/import/importRecord.ts';
import { served } from '../../support/api/served.ts';

const removal = { source: 'acl', isRemoved: true, removalReason: '2026-03-01: Withdrawn' } as const;
const records: ImportRecord[] = [
  { source: 'acl', ids: { acl: 'P18-1001', doi: '10.1000/x' }, title: 'A paper', authors: [{ name: 'Ada' }] },
  { ...removal, ids: { acl: 'P18-1001' } },
  { ...removal, ids: { acl: 'P18-1002' } },
  { source: 'acl', ids: { acl: 'P18-1003' }, title: 'Another paper', authors: [{ name: 'Bea' }] },
];

describe('Query.removed', () => {
  const api = served({}, undefined, { records, collaborationCap: 100 });
  const ask = async (id: string) =>
    api.ask(
      'query ($id: ID!) { node(id: $id) { id } removed(id: $id) { id label otherIds source reason removedAt record } }',
      { id },
    );

  it.each(['paper:acl:P18-1001', 'paper:doi:10.1000/x'])('says when and why %s was removed', async (id) => {
    expect(await ask(id)).toMatchObject({
      data: {
        node: null,
        removed: {
          id: 'paper:doi:10.1000/x',
          label: 'A paper',
          otherIds: ['paper:acl:P18-1001'],
          source: 'acl',
          reason: '2026-03-01: Withdrawn',
          removedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
          record: expect.stringMatching(/:2$/),
        },
      },
      errors: [],
    });
  });

  it('prints the id of a paper without a title', async () => {
    const { data } = await ask('paper:acl:P18-1002');
    expect(data.removed.label).toBe('paper:acl:P18-1002');
  });

  it('is null for what is stored or never was', async () => {
    const stored = await ask('paper:acl:P18-1003');
    expect(stored.data).toMatchObject({ node: { id: 'paper:acl:P18-1003' }, removed: null });
    expect((await ask('author:acl:nobody')).data).toEqual({ node: null, removed: null });
  });

  it('refuses what is not an id', async () => {
    const { errors } = await api.ask('{ removed(id: "nonsense") { id } }');
    expect(errors[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', argument: 'id' } });
  });
});
