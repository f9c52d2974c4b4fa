import { checkedId } from '../../../src/graph/model/checkedId.ts';
import { entityPath, parseAddress } from '../../../src/web/explorer/address.ts';
import { served } from '../../support/api/served.ts';

const NAMED = 'author:jsonl-name:Mu%20One';
const SICI = 'paper:doi:10.5555/(sici)1234-5678(19990101)1:2<3::aid-xyz4>3.0.co;2-5';
const PERCENT = 'paper:doi:10.5555/100%25a';
const CHINESE = 'author:jsonl-name:%E5%BC%A0%E4%BC%9F%E6%98%8E';

const records = [
  {
    ids: { doi: '10.5555/(sici)1234-5678(19990101)1:2<3::aid-xyz4>3.0.co;2-5' },
    title: 'Sici',
    authors: [{ name: 'Mu One' }, { name: '张伟明' }],
  },
  { ids: { doi: '10.5555/100%25a' }, title: 'Percent', authors: [] },
];

/** Addresses as programs change them on the way: decoded once, encoded once more, or encoded only in part. */
const addresses: [path: string, id: string][] = [
  ['/author/author:jsonl-name:Mu%2520One', NAMED],
  ['/author/author:jsonl-name:Mu%20One', NAMED],
  ['/author/author:jsonl-name:Mu One', NAMED],
  ['/author/author%3Ajsonl-name%3AMu%2520One', NAMED],
  ['/author/jsonl-name:Mu%2520One', NAMED],
  ['/author/author:jsonl-name:Mu%252520One', NAMED],
  ['/author/author:jsonl-name:张伟明', CHINESE],
  [`/author/${CHINESE}`, CHINESE],
  [`/author/${encodeURIComponent(CHINESE)}`, CHINESE],
  [`/paper/${SICI}`, SICI],
  [`/paper/${SICI.replaceAll('/', '%2F')}`, SICI],
  [`/paper/${encodeURIComponent(SICI)}`, SICI],
  [`/paper/${encodeURIComponent(encodeURIComponent(SICI))}`, SICI],
  [`/paper/${SICI.replace('<', '%3C').replace('>', '%3E').replace(';', '%3B')}`, SICI],
  [entityPath(NAMED), NAMED],
  [entityPath(SICI), SICI],
  [entityPath(PERCENT), PERCENT],
  [entityPath(CHINESE), CHINESE],
];

describe('the address of an entity', () => {
  const api = served({}, undefined, {
    records: records.map((record) => ({ ...record, source: 'jsonl' })),
    collaborationCap: 100,
  });

  it.each(addresses)('%s leads to the entity', async (path, id) => {
    const response = await fetch(new URL(path, api.url));
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'text/html; charset=utf-8',
    ]);
    const address = parseAddress(new URL(path, api.url));
    if (address.view !== 'entity') throw new Error(`${path} is the view ${address.view}`);
    const ids = address.ids.flatMap((each) => {
      try {
        return [checkedId(each, 'id')];
      } catch {
        return [];
      }
    });
    const { data, errors } = await api.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
    expect(errors).toEqual([]);
    const { nodes } = data as { nodes: ({ id: string } | null)[] };
    expect(nodes.find((node) => node !== null)?.id).toBe(id);
  });

  it('that is malformed is refused with an explanation', async () => {
    const response = await fetch(`${api.url}/author/author:jsonl-name:100%`);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('% is written as %25');
  });

  it.each(['author:jsonl-name:Mu One', 'author:jsonl-name:Mu%20One', 'author:jsonl-name:张伟明'])(
    'may be used as the id %s in a query',
    async (id) => {
      const { data, errors } = await api.ask('query ($id: ID!) { author(id: $id) { name } }', { id });
      expect([errors, data]).toEqual([[], { author: { name: decodeURIComponent(id.split(':')[2]!) } }]);
    },
  );
});

describe('the address of a search', () => {
  it.each(['text', 'q'])('has its words in the parameter %s', (parameter) => {
    const address = parseAddress(new URL(`/search?${parameter}=deep+learning`, 'http://localhost'));
    expect(address).toMatchObject({ view: 'search', text: 'deep learning' });
  });
});
