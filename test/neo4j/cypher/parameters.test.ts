import neo4j from 'neo4j-driver';
import { asSent } from '../../../src/neo4j/cypher/parameters.ts';

describe('the form in which a statement is sent', () => {
  it('has one parameter, a map with all others', () => {
    const text = 'MATCH (node) WHERE node.id IN $ids AND $from < node.year RETURN node LIMIT $first';
    const statement = { name: 'test', purpose: 'For a test.', text };
    expect(asSent(statement, { ids: ['a', 'b'], from: 0.5, first: 3, unused: undefined })).toEqual({
      text: 'MATCH (node) WHERE node.id IN $sent.ids AND $sent.from < node.year RETURN node LIMIT $sent.first',
      parameters: { sent: { ids: ['a', 'b'], from: 0.5, first: neo4j.int(3) } },
    });
  });
});
