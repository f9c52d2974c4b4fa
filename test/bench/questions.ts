import type { Starts } from './starts.ts';

/** What one request is asked with. */
export type Variables = Readonly<Record<string, unknown>>;

/** A question as each of those who are compared has to be asked it. Ids come in the same order in all answers. */
export interface Question {
  title: string;
  variables: (starts: Starts) => Variables[];
  /** GraphQL of this project. */
  ours: string;
  /** GraphQL of what @neo4j/graphql generates. */
  generated: string;
  /** GraphQL of Apollo without DataLoader. */
  plain: string;
  /** The best single statement. Its columns are those of the answer. */
  statement: string;
  /** How many times as many requests a second as @neo4j/graphql this project is meant to answer with 16 clients. */
  atLeast?: number;
  /** Where a client of @neo4j/graphql has to work out what was asked for: the ids in the answer's order. */
  workedOut?: (answer: unknown) => unknown[];
}

const byId = ({ authors }: Starts): Variables[] => authors.map((id) => ({ id }));
const topics = (starts: Starts): Variables[] => starts.topics.map((id) => ({ id }));

const newest = 'sort: [{ newest: ASC }, { id: ASC }]';
const mostPapers = 'sort: [{ edge: { papers: DESC } }, { node: { id: ASC } }]';
const strongest = 'sort: [{ edge: { papers: DESC } }, { edge: { strength: DESC } }, { node: { id: ASC } }]';
const printed = 'sort: [{ edge: { position: ASC } }, { node: { id: ASC } }]';

const topicAuthors = {
  ours: `query ($id: ID!) { topic(id: $id) { id authors(first: 10) { edges { node { id name } paperCount } } } }`,
  statement: `MATCH (topic:Topic {id: $id})
CALL (topic) {
  MATCH (topic)<-[works:WORKS_ON]-(author)
  WITH author, works ORDER BY works.papers DESC, author.id LIMIT 10
  RETURN collect({node: author{.id, .name}, paperCount: works.papers}) AS authors
}
RETURN topic.id AS id, authors`,
};

interface CountedAuthor {
  id: string;
  papers: number;
}

/** The first ten, as a topic's authors are ranked. */
const topTen = (authors: readonly CountedAuthor[]): string[] =>
  [...authors]
    .sort((a, b) => b.papers - a.papers || (a.id < b.id ? -1 : 1))
    .slice(0, 10)
    .map(({ id }) => id);

/** A topic's top authors, from all its authors with the number of their papers about it. */
const rankedAuthors = (answer: unknown): unknown[] => {
  const { authors, topics: found } = answer as {
    topics: { id: string }[];
    authors: { id: string; papersConnection: { aggregate: { count: { nodes: number } } } }[];
  };
  const counted = authors.map(({ id, papersConnection }) => ({
    id,
    papers: papersConnection.aggregate.count.nodes,
  }));
  return [...found.map(({ id }) => id), ...topTen(counted)];
};

/** The same, from all its papers with all their authors. */
const countedAuthors = (answer: unknown): unknown[] => {
  const { topics: found } = answer as { topics: { id: string; papers: { authors: { id: string }[] }[] }[] };
  return found.flatMap((topic) => {
    const counts = new Map<string, number>();
    for (const { id } of topic.papers.flatMap(({ authors }) => authors)) {
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    return [topic.id, ...topTen([...counts].map(([id, papers]) => ({ id, papers })))];
  });
};

export const questions: readonly Question[] = [
  {
    title: 'author + 10 papers + their authors',
    variables: byId,
    atLeast: 4,
    ours: `query ($id: ID!) { author(id: $id) { id name papers(first: 10) { nodes { id title year
      authors(first: 10) { nodes { id name } } } } } }`,
    generated: `query ($id: ID!) { authors(where: { id: { eq: $id } }) { id name papers(limit: 10, ${newest}) {
      id title year authorsConnection(first: 10, ${printed}) { edges { node { id name } } } } } }`,
    plain: `query ($id: ID!) { author(id: $id) { id name papers(first: 10) { id title year
      authors(first: 10) { id name } } } }`,
    statement: `MATCH (author:Author {id: $id})
CALL (author) {
  MATCH (author)-[:AUTHORED]->(paper)
  WITH paper ORDER BY paper.newest, paper.id LIMIT 10
  CALL (paper) {
    MATCH (paper)<-[authored:AUTHORED]-(other)
    WITH other ORDER BY authored.position, other.id LIMIT 10
    RETURN collect(other{.id, .name}) AS authors
  }
  RETURN collect({id: paper.id, title: paper.title, year: paper.year, authors: authors}) AS papers
}
RETURN author.id AS id, author.name AS name, papers`,
  },
  {
    title: '25 collaborators',
    variables: byId,
    atLeast: 4,
    ours: `query ($id: ID!) { author(id: $id) { id name collaborators(first: 25) { edges {
      node { id name } collaboration { paperCount } } } } }`,
    generated: `query ($id: ID!) { authors(where: { id: { eq: $id } }) { id name
      collaboratorsConnection(first: 25, ${strongest}) { edges { node { id name } properties { papers } } } } }`,
    plain: `query ($id: ID!) { author(id: $id) { id name collaborators(first: 25) { author { id name } papers } } }`,
    statement: `MATCH (author:Author {id: $id})
CALL (author) {
  MATCH (author)-[edge:CO_AUTHORED]-(other)
  WITH other, edge ORDER BY edge.papers DESC, edge.strength DESC, other.id LIMIT 25
  RETURN collect({node: other{.id, .name}, paperCount: edge.papers}) AS collaborators
}
RETURN author.id AS id, author.name AS name, collaborators`,
  },
  {
    title: '2 hops: 10 collaborators × 10',
    variables: byId,
    atLeast: 4,
    ours: `query ($id: ID!) { author(id: $id) { id collaborators(first: 10) { nodes { id name
      collaborators(first: 10) { nodes { id name } } } } } }`,
    generated: `query ($id: ID!) { authors(where: { id: { eq: $id } }) { id
      collaboratorsConnection(first: 10, ${strongest}) { edges { node { id name
        collaboratorsConnection(first: 10, ${strongest}) { edges { node { id name } } } } } } } }`,
    plain: `query ($id: ID!) { author(id: $id) { id collaborators(first: 10) { author { id name
      collaborators(first: 10) { author { id name } } } } } }`,
    statement: `MATCH (author:Author {id: $id})
CALL (author) {
  MATCH (author)-[edge:CO_AUTHORED]-(other)
  WITH other, edge ORDER BY edge.papers DESC, edge.strength DESC, other.id LIMIT 10
  CALL (other) {
    MATCH (other)-[step:CO_AUTHORED]-(third)
    WITH third, step ORDER BY step.papers DESC, step.strength DESC, third.id LIMIT 10
    RETURN collect(third{.id, .name}) AS thirds
  }
  RETURN collect({id: other.id, name: other.name, collaborators: thirds}) AS collaborators
}
RETURN author.id AS id, collaborators`,
  },
  {
    title: '50 authors × 5 papers',
    variables: ({ groups }) => groups.map((ids) => ({ ids })),
    atLeast: 4,
    ours: `query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Author { name
      papers(first: 5) { nodes { id title year } } } } }`,
    // it answers in the database's order: the sort makes answers comparable
    generated: `query ($ids: [ID!]!) { authors(where: { id: { in: $ids } }, sort: [{ id: ASC }]) { id name
      papers(limit: 5, ${newest}) { id title year } } }`,
    plain: `query ($ids: [ID!]!) { authors(ids: $ids) { id name papers(first: 5) { id title year } } }`,
    statement: `UNWIND $ids AS id
MATCH (author:Author {id: id})
CALL (author) {
  MATCH (author)-[:AUTHORED]->(paper)
  WITH paper ORDER BY paper.newest, paper.id LIMIT 5
  RETURN collect(paper{.id, .title, .year}) AS papers
}
RETURN author.id AS id, author.name AS name, papers`,
  },
  {
    title: 'topic: newest 20 papers + count',
    variables: topics,
    atLeast: 4,
    ours: `query ($id: ID!) { topic(id: $id) { id papers(first: 20) { totalCount nodes { id title year } } } }`,
    generated: `query ($id: ID!) { topics(where: { id: { eq: $id } }) { id
      papersConnection { aggregate { count { totalCount: nodes } } }
      papers(limit: 20, ${newest}) { id title year } } }`,
    plain: `query ($id: ID!) { topic(id: $id) { id totalCount papers(first: 20) { id title year } } }`,
    statement: `MATCH (topic:Topic {id: $id})
CALL (topic) {
  MATCH (topic)<-[:ABOUT]-(paper)
  WITH paper ORDER BY paper.newest, paper.id LIMIT 20
  RETURN collect(paper{.id, .title, .year}) AS papers
}
RETURN topic.id AS id, COUNT { (topic)<-[:ABOUT]-() } AS totalCount, papers`,
  },
  {
    title: 'topic: its 10 top authors; theirs: all its authors, counted',
    variables: topics,
    atLeast: 96,
    ...topicAuthors,
    generated: `query ($id: ID!) { topics(where: { id: { eq: $id } }) { id }
      authors(where: { papers: { some: { topics: { some: { id: { eq: $id } } } } } }) { id name
        papersConnection(where: { node: { topics: { some: { id: { eq: $id } } } } }) {
          aggregate { count { nodes } } } } }`,
    workedOut: rankedAuthors,
    plain: `query ($id: ID!) { topic(id: $id) { id countedAuthors(first: 10) { author { id name } papers } } }`,
  },
  {
    title: 'topic: its 10 top authors; theirs: all its papers',
    variables: topics,
    ...topicAuthors,
    generated: `query ($id: ID!) { topics(where: { id: { eq: $id } }) { id papers { authors { id name } } } }`,
    workedOut: countedAuthors,
    plain: `query ($id: ID!) { topic(id: $id) { id countedAuthors(first: 10) { author { id name } papers } } }`,
  },
  {
    title: 'topic: its 10 top authors; theirs: by our WORKS_ON',
    variables: topics,
    ...topicAuthors,
    generated: `query ($id: ID!) { topics(where: { id: { eq: $id } }) { id
      authorsConnection(first: 10, ${mostPapers}) { edges { node { id name } properties { papers } } } } }`,
    plain: `query ($id: ID!) { topic(id: $id) { id authors(first: 10) { author { id name } papers } } }`,
  },
  {
    title: 'all papers: newest 20 + count',
    variables: () => [{}],
    atLeast: 42,
    ours: `{ papers(first: 20) { totalCount nodes { id title year } } }`,
    // one connection with both needs more memory than the 256 MB that the tests' servers allow a transaction
    generated: `{ papersConnection { aggregate { count { totalCount: nodes } } }
      papers(limit: 20, ${newest}) { id title year } }`,
    plain: `{ totalCount: paperCount papers(first: 20) { id title year } }`,
    statement: `CALL () { MATCH (paper:Paper) RETURN count(paper) AS totalCount }
CALL () {
  MATCH (paper:Paper) WHERE paper.newest IS NOT NULL AND paper.id IS NOT NULL
  WITH paper ORDER BY paper.newest, paper.id LIMIT 20
  RETURN collect(paper{.id, .title, .year}) AS papers
}
RETURN totalCount, papers`,
  },
  {
    title: "an author's 10 topics: newest 5 papers of each",
    variables: ({ authorsWithTopics }) => authorsWithTopics.map((id) => ({ id })),
    atLeast: 4,
    ours: `query ($id: ID!) { author(id: $id) { id topics(first: 10) { nodes { id name
      papers(first: 5) { nodes { id title year } } } } } }`,
    generated: `query ($id: ID!) { authors(where: { id: { eq: $id } }) { id
      topicsConnection(first: 10, ${mostPapers}) { edges { node { id name
        papers(limit: 5, ${newest}) { id title year } } } } } }`,
    plain: `query ($id: ID!) { author(id: $id) { id topics(first: 10) { id name papers(first: 5) { id title year } } } }`,
    statement: `MATCH (author:Author {id: $id})
CALL (author) {
  MATCH (author)-[works:WORKS_ON]->(topic)
  WITH topic, works ORDER BY works.papers DESC, topic.id LIMIT 10
  CALL (topic) {
    MATCH (topic)<-[:ABOUT]-(paper)
    WITH paper ORDER BY paper.newest, paper.id LIMIT 5
    RETURN collect(paper{.id, .title, .year}) AS papers
  }
  RETURN collect({id: topic.id, name: topic.name, papers: papers}) AS topics
}
RETURN author.id AS id, topics`,
  },
];

/** What has to be the same in all answers: ids in order, and counts of whole lists. */
export const essence = (value: unknown): unknown[] => {
  if (Array.isArray(value)) return (value as unknown[]).flatMap(essence);
  if (typeof value !== 'object' || value === null) return [];
  const { id, totalCount, ...others } = value as Record<string, unknown>;
  return [id, totalCount, ...Object.values(others).flatMap(essence)].filter((each) => each !== undefined);
};
