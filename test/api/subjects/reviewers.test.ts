import type { PaperRecord, RecordAuthor } from '../../../src/import/importRecord.ts';
import { served } from '../../support/api/served.ts';

/*
 * The paper M of Ann cites a paper. So do papers of Ben, who wrote with Ann; of Cat, who was at Ann's institution; of
 * Dan, who wrote with Ben; and of Eva, who is connected with nobody. All of this is recent.
 */

const year = new Date().getUTCFullYear();
const lab = { name: 'Lab' };
const person = (name: string, ...affiliations: { name: string }[]): RecordAuthor => ({ name, affiliations });
const paper = (key: string, authors: RecordAuthor[], cites: boolean, written = year): PaperRecord => ({
  ids: { doi: `10.1000/${key}` },
  title: `Paper ${key}`,
  year: written,
  authors,
  ...(cites && { references: ['doi:10.1000/base'] }),
  topics: cites ? [{ name: 'graphs', level: 'TOPIC' }] : [],
});
const records: PaperRecord[] = [
  paper('base', [person('Zoe')], false, 1990),
  paper('m', [person('Ann', lab)], true),
  paper('joint', [person('Ann'), person('Ben')], false),
  paper('b', [person('Ben')], true),
  paper('c', [person('Cat', lab)], true),
  paper('d', [person('Dan'), person('Ben')], true),
  paper('e', [person('Eva')], true),
  paper('old', [person('Fay')], true, year - 10),
];

const author = (name: string): string => `author:drawn-name:${name}`;
const M = 'paper:doi:10.1000/m';
const GRAPHS = 'topic:topic:graphs';

describe('reviewers', () => {
  const api = served({}, undefined, { records, collaborationCap: 100 });
  const namesOf = async (args: string): Promise<string[]> => {
    const { data, errors } = await api.ask(`{ reviewers(${args}) { nodes { name } } }`);
    expect(errors).toEqual([]);
    return (data.reviewers.nodes as { name: string }[]).map(({ name }) => name);
  };

  it('wrote related papers and have no conflict of interest; those who have one are told with the reasons', async () => {
    const { data, errors } =
      await api.ask(`{ reviewers(about: { paperId: "${M}" }, excluding: { advisorDistance: 1 }) {
      totalCount status excludedCount excluded { author { name } reasons } pageInfo { hasNextPage }
      edges { node { name } score scores { papers topics } relatedPaperCount relatedPapers { paper { id } similarity } }
    } }`);
    expect(errors).toEqual([]);
    const similarity = 0.666667; // the same references and topics, but no citing papers: 2 of 3 parts
    const recent = 0.4; // s / (1 + s) for s = 2/3
    expect(data.reviewers).toEqual({
      totalCount: 3,
      status: 'COMPLETE',
      pageInfo: { hasNextPage: false },
      edges: [
        ['Dan', 'd', recent, 0.5],
        ['Eva', 'e', recent, 0.5],
        ['Fay', 'old', 0.142857, 0.5], // a quarter of 2/3, because the paper is two half-lives old
      ].map(([name, key, papers, topics]) => ({
        node: { name },
        score: Number(papers) + Number(topics),
        scores: { papers, topics },
        relatedPaperCount: 1,
        relatedPapers: [{ paper: { id: `paper:doi:10.1000/${key}` }, similarity }],
      })),
      excludedCount: 2,
      excluded: [
        { author: { name: 'Ben' }, reasons: ['COAUTHOR', 'DISTANCE'] },
        { author: { name: 'Cat' }, reasons: ['INSTITUTION'] },
      ],
    });
  });

  it('are found for topics and for a text, with named authors excluded', async () => {
    expect(await namesOf(`about: { topicIds: ["${GRAPHS}"] }`)).toEqual([
      'Ben',
      'Ann',
      'Cat',
      'Dan',
      'Eva',
      'Fay',
    ]);
    const excluding = `excluding: { authorIds: ["${author('Dan')}"], advisorDistance: 2 }`;
    expect(await namesOf(`about: { topicIds: ["${GRAPHS}"] }, ${excluding}`)).toEqual(['Cat', 'Eva', 'Fay']);
    expect(await namesOf('about: { text: "paper e" }')).toEqual(['Eva']);
    expect(await namesOf('about: { text: "  " }')).toEqual([]);
    expect(await namesOf(`about: { paperId: "${M}" }, filter: { activeSinceYear: ${year} }`)).toEqual([
      'Dan',
      'Eva',
    ]);
  });

  it('come page by page', async () => {
    const query = `query ($after: String) { reviewers(about: { paperId: "${M}" }, first: 1, after: $after) {
      edges { cursor node { name } } pageInfo { hasNextPage hasPreviousPage } } }`;
    const first = (await api.ask(query)).data.reviewers;
    expect(first).toMatchObject({ edges: [{ node: { name: 'Dan' } }], pageInfo: { hasNextPage: true } });
    const second = (await api.ask(query, { after: first.edges[0].cursor })).data.reviewers;
    expect(second).toMatchObject({ edges: [{ node: { name: 'Eva' } }], pageInfo: { hasPreviousPage: true } });
  });

  it.each([
    ['about: {}', 'about'],
    [`about: { paperId: "${M}", text: "graphs" }`, 'about'],
    ['about: { topicIds: [] }', 'about'],
    ['about: { paperId: "paper:doi:10.1000/unknown" }', 'about.paperId'],
    [`about: { paperId: "${GRAPHS}" }`, 'about.paperId'],
    [`about: { topicIds: ["${M}"] }`, 'about.topicIds'],
    [`about: { text: "${'x'.repeat(201)}" }`, 'about.text'],
    ['about: { text: "x" }, excluding: { coauthorsWithinYears: 101 }', 'excluding.coauthorsWithinYears'],
    [
      'about: { text: "x" }, excluding: { sameInstitutionWithinYears: -1 }',
      'excluding.sameInstitutionWithinYears',
    ],
    ['about: { text: "x" }, excluding: { advisorDistance: 4 }', 'excluding.advisorDistance'],
    [`about: { text: "x" }, excluding: { authorIds: ["${M}"] }`, 'excluding.authorIds'],
    ['about: { text: "x" }, filter: { activeSinceYear: 10000 }', 'filter.activeSinceYear'],
    ['about: { text: "x" }, after: "nonsense"', 'after'],
    ['about: { text: "x" }, first: 101', 'first'],
  ])('refuse the arguments %s', async (args, argument) => {
    const { data, errors } = await api.ask(`{ reviewers(${args}) { nodes { name } } }`);
    expect(data).toEqual({ reviewers: null });
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
  });
});
