import * as documents from '../../../src/web/explorer/__generated__/graphql.ts';
import { seedServed } from '../../support/api/seedServed.ts';

const ids = {
  DistanceNews: ['author:seed-name:Michael%20W.%20Mahoney', 'author:seed-name:Terence%20Tao'],
  CountryInstitutions: ['institution:ror:00f54p054'],
  Author: ['author:seed-name:Michael%20W.%20Mahoney', 'author:seed-name:Terence%20Tao'],
  Mixture: ['author:seed-name:Michael%20W.%20Mahoney'],
  Removed: ['paper:acl:removed'],
  Institution: ['institution:ror:00f54p054'],
  Paper: ['paper:arxiv:1706.03762'],
  RelatedMap: ['paper:arxiv:1706.03762'],
  Topic: ['topic:topic:machine%20translation', 'topic:topic:federated%20learning'],
};

/** Values for all variables of all queries, the largest that the explorer sends. Extra variables are ignored. */
const variablesFor = (name: string): object => {
  const [id, other] = Object.entries(ids).find(([kind]) => name.startsWith(kind))?.[1] ?? [];
  const text = 'learn';
  const orderBy = name === 'AuthorCollaborators' ? 'STRONGEST' : 'MOST_CITED';
  const path = { from: id, to: other, k: 20, maxLength: 20, cost: 'STRENGTH', through: 'PAPERS' };
  const lists = { kind: 'AUTHOR', first: 100, withCounts: true, orderBy, scoring: 'JACCARD' };
  const sides = { shared: true, onlyFirst: true, onlySecond: true };
  const filter = name.endsWith('Paths') ? { years: { from: 2000 } } : { title: text, authorIds: ids.Author };
  const papers = { filter, chosen: [ids.Topic[0]], topics: ids.Topic };
  return { id, otherId: other, ids: [id, other], prefix: text, text, ...papers, ...lists, ...sides, ...path };
};

/** Mutations need a key; the test of the page that sends them has one. */
const queries = Object.entries(documents)
  .filter(([name]) => name.endsWith('Document'))
  .map(([name, document]) => [name.replace('Document', ''), String(document)] as const)
  .filter(([, document]) => !/^\s*mutation\b/m.test(document));

describe('the queries of the explorer', () => {
  const { post } = seedServed();

  it.each(queries)('stay within the limits of the server: %s', async (name, query) => {
    const variables = {
      ...variablesFor(name),
      ...(!Object.keys(ids).some((kind) => name.startsWith(kind)) && { ids: ids.Author }),
    };
    expect(JSON.parse(await post({ query, variables }))).not.toHaveProperty('errors');
  });
});
