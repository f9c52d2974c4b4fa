import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeUnless } from './support/describeUnless.ts';
import { describeWithNeo4j } from './support/neo4j/available.ts';
import { otherNode } from './support/otherNode.ts';
import { startProgram } from './support/program.ts';

/* The other tests run on one Node version. Here the built program imports, serves and answers on the current ones. */

const paper = {
  ids: { doi: '10.1000/smoke' },
  title: 'Smoke',
  year: 2026,
  authors: [{ name: 'Ada Lovelace' }, { name: 'Bo Noether' }],
};
const query =
  '{ papers(first: 1) { nodes { title authors { nodes { name } } } } statistics { collaborationCount } }';
const answer = {
  data: {
    papers: {
      nodes: [{ title: 'Smoke', authors: { nodes: [{ name: 'Ada Lovelace' }, { name: 'Bo Noether' }] } }],
    },
    statistics: { collaborationCount: 1 },
  },
};

/** Imports a paper with the program, serves it and asks for it. */
const smoke = async (node: string, settings: Record<string, string>): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'coauthor-graph-node-'));
  try {
    const file = join(folder, 'papers.jsonl');
    writeFileSync(file, `${JSON.stringify(paper)}\n`);
    const all = { DATA_DIR: join(folder, 'data'), PORT: '0', ...settings };
    const imported = await startProgram(['import', 'jsonl', file], { node, settings: all }).ended;
    expect(imported).toMatchObject({ code: 0 });
    const server = startProgram(['serve'], { node, settings: all });
    try {
      const response = await fetch(`${await server.listening()}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
      expect(await response.json()).toMatchObject(answer);
    } finally {
      server.child.kill('SIGTERM');
    }
    expect(await server.ended).toMatchObject({ code: 0 });
  } finally {
    rmSync(folder, { recursive: true });
  }
};

for (const major of [22, 24, 26]) {
  const node = otherNode(major);
  const binary = 'binary' in node ? node.binary : '';
  describeUnless('missing' in node ? node.missing : undefined, `Node ${major}`, () => {
    it('imports, serves and answers on the embedded store', () => smoke(binary, {}));
    describeWithNeo4j('on Neo4j', ({ uri, username, password, database }) => {
      it('imports, serves and answers', () =>
        smoke(binary, {
          NEO4J_URI: uri,
          NEO4J_USERNAME: username,
          NEO4J_PASSWORD: password,
          NEO4J_DATABASE: database,
        }));
    });
  });
}
