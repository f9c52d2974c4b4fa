import { listedRelations, perRelation } from '../../../src/graph/model/listedRelations.ts';
import { entityKinds } from '../../../src/graph/model/entityKinds.ts';
import type { StoredPaper } from '../../../src/graph/importSession.ts';
import type { StoreBatch } from '../../../src/graph/storeSession.ts';
import { ping } from '../../../src/neo4j/connection/schemaStatements.ts';
import { prepareSchema } from '../../../src/neo4j/prepareSchema.ts';
import { beginNeo4jImport } from '../../../src/neo4j/import/importSession.ts';
import type { Database } from '../../../src/neo4j/connection/database.ts';
import type { RowsByName } from './recordingDatabase.ts';
import { CAP, exampleIds, type Recording } from './recordings.ts';

const { AUTHOR, otherAuthor, INSTITUTION, otherInstitution, PAPER, otherPaper, TOPIC, otherTopic } =
  exampleIds;
const [arxivKey, lostKey] = ['paper:arxiv:1805.01052', 'paper:doi:10.18653/v1/p18-1001'];

const paper: StoredPaper = {
  id: PAPER,
  keys: [PAPER, arxivKey],
  source: 'acl-anthology',
  fingerprint: 'c0ffee',
  title: 'Probabilistic FastText for Multi-Sense Word Embeddings',
  abstract: 'We introduce …',
  titleLatex: null,
  abstractLatex: null,
  date: '2018-07-15',
  year: 2018,
  paperType: 'CONFERENCE_PAPER',
  venueName: 'ACL',
  url: 'https://aclanthology.org/P18-1001',
  codeUrl: null,
  citationCount: 12,
  isRetracted: false,
  authorCount: 2,
  authorListIsComplete: true,
  teamSize: 2,
  authorships: [
    {
      authorId: AUTHOR,
      position: 1,
      printed: 'Ben Athiwaratkun',
      curated: null,
      alternatives: [],
      isCorresponding: null,
      affiliations: [{ printed: "Dep't of Statistics", institutionId: INSTITUTION }],
    },
  ],
  targets: {
    ...perRelation(listedRelations, () => []),
    paperTopics: [{ id: TOPIC, score: 900_000_000 }],
    references: [{ id: otherPaper, score: null }],
  },
};

const batch: StoreBatch = {
  named: {
    AUTHOR: [{ id: AUTHOR, keys: [AUTHOR] }],
    INSTITUTION: [
      {
        id: INSTITUTION,
        keys: [INSTITUTION],
        facts: { name: 'Cornell', institutionType: 'EDUCATION', countryCode: 'US', city: null },
      },
    ],
    TOPIC: [
      {
        id: TOPIC,
        keys: [TOPIC],
        facts: { name: 'Word embeddings', level: 'TOPIC', isTaxonomy: true, fingerprint: 'cafe' },
      },
    ],
  },
  paperKeys: [{ id: otherPaper, keys: [otherPaper] }],
  broader: [{ topicId: TOPIC, broaderIds: [otherTopic] }],
  merges: [
    { from: otherAuthor, into: AUTHOR },
    { from: otherInstitution, into: INSTITUTION },
    { from: otherPaper, into: PAPER },
    { from: otherTopic, into: TOPIC },
  ],
  papers: [paper],
  citations: [
    { from: PAPER, to: otherPaper },
    { from: lostKey, to: PAPER },
  ],
  removals: [otherAuthor, otherInstitution, otherPaper, otherTopic],
  kept: [
    { type: 'correction', id: '1', text: '{}' },
    { type: 'paper', id: PAPER, text: null },
  ],
};

/** A pair once as one whose first end has fewer papers, and once as one whose second end has fewer. */
const bothEnds = (from: string, to: string): object[] =>
  [true, false].map((isFromSmaller) => ({ from, to, isFromSmaller }));

/** The database holds the batch's papers already, each with another key, and papers that cite them. */
const rows: RowsByName = {
  takeLease: [{ unfinished: false, collaborationCap: CAP + 1 }],
  renewLease: [{ unfinished: false }],
  storedKeys: [
    { id: PAPER, keys: [PAPER, lostKey] },
    { id: arxivKey, keys: null },
  ],
  resolveMissingPapers: [{ id: PAPER, references: [otherPaper] }],
  citingPapers: [
    { from: PAPER, id: PAPER },
    { from: lostKey, id: null },
  ],
  markAroundPapers: [
    {
      paper: { id: PAPER, year: 2017, teamSize: 1 },
      targets: { ABOUT: [TOPIC, otherTopic], WRITTEN_AT: [INSTITUTION, otherInstitution] },
    },
  ],
  'change ACTIVE_IN': bothEnds(INSTITUTION, TOPIC),
  'change PARTNERS_WITH': bothEnds(INSTITUTION, otherInstitution),
  'change RELATED_TO': bothEnds(otherTopic, TOPIC),
  printedNames: [
    {
      id: AUTHOR,
      name: 'B. Athiwaratkun',
      keys: [AUTHOR],
      alternativeNames: null,
      identification: null,
      printed: [{ printed: 'Ben Athiwaratkun', curated: null, alternatives: [] }],
    },
  ],
  markFinished: [{ dataVersion: 2 }],
  staleIds: entityKinds.map((kind) => ({ kind, stale: [exampleIds[kind]], near: [exampleIds[kind]] })),
};

const importChanges = async (database: Database): Promise<void> => {
  const options = { collaborationCap: CAP, onFinished: () => undefined };
  const session = await beginNeo4jImport(database, options);
  await session.known(Object.values(exampleIds));
  await session.papers([PAPER]);
  await session.shareAPaper(AUTHOR, otherAuthor);
  await session.authorNames(AUTHOR);
  await session.kept('correction');
  await session.kept('paper', [PAPER]);
  await session.papersOf([AUTHOR, INSTITUTION, TOPIC]);
  await session.facts([INSTITUTION, TOPIC]);
  await session.write(batch);
  await session.checkpoint(
    new Map([
      ['source ada', '{"name":"ada"}'],
      ['source old', null],
    ]),
  );
  await session.finish();
  await (await beginNeo4jImport(database, options)).abandon();
};

/** A ping, creating the schema in an empty database, preparing an old one, and an import that uses every kind of change. */
export const importRecordings: readonly Recording[] = [
  { run: (database) => database.read(ping) },
  { run: (database) => prepareSchema(database, CAP) },
  { rows: { graphState: [{ citationsAreCounted: false }] }, run: (database) => prepareSchema(database, CAP) },
  { rows, run: importChanges },
];
