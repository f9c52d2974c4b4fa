import neo4j from 'neo4j-driver';
import { countingDriver, database, serve } from './serving.js';

/*
 * Apollo as one writes it first: a resolver for each field that needs the database, a statement for each parent, no
 * DataLoader. The statements are good ones.
 */

const typeDefs = `#graphql
  type Query {
    author(id: ID!): Author
    authors(ids: [ID!]!): [Author]!
    topic(id: ID!): Topic
    papers(first: Int!): [Paper!]!
    paperCount: Int!
  }

  type Author {
    id: ID!
    name: String!
    paperCount: Int!
    papers(first: Int!): [Paper!]!
    collaborators(first: Int!): [CountedAuthor!]!
    topics(first: Int!): [Topic!]!
  }

  type Paper {
    id: ID!
    title: String
    year: Int
    venueName: String
    url: String
    authors(first: Int!): [Author!]!
  }

  type Topic {
    id: ID!
    name: String!
    totalCount: Int!
    papers(first: Int!): [Paper!]!
    "By the derived relation."
    authors(first: Int!): [CountedAuthor!]!
    "Counted when asked."
    countedAuthors(first: Int!): [CountedAuthor!]!
  }

  type CountedAuthor {
    author: Author!
    papers: Int!
  }
`;

const author = 'author{.id, .name, .paperCount}';
const paper = 'paper{.id, .title, .year, .venueName, .url}';

const statements = {
  author: `MATCH (author:Author {id: $id}) RETURN ${author} AS found`,
  topic: 'MATCH (topic:Topic {id: $id}) RETURN topic{.id, .name} AS found',
  papers: `MATCH (paper:Paper) WHERE paper.newest IS NOT NULL AND paper.id IS NOT NULL
WITH paper ORDER BY paper.newest, paper.id LIMIT $first
RETURN ${paper} AS found`,
  paperCount: 'MATCH (paper:Paper) RETURN count(paper) AS found',
  authorPapers: `MATCH (:Author {id: $id})-[:AUTHORED]->(paper)
WITH paper ORDER BY paper.newest, paper.id LIMIT $first
RETURN ${paper} AS found`,
  collaborators: `MATCH (:Author {id: $id})-[edge:CO_AUTHORED]-(author)
WITH author, edge ORDER BY edge.papers DESC, edge.strength DESC, author.id LIMIT $first
RETURN {author: ${author}, papers: edge.papers} AS found`,
  authorTopics: `MATCH (:Author {id: $id})-[works:WORKS_ON]->(topic)
WITH topic, works ORDER BY works.papers DESC, topic.id LIMIT $first
RETURN topic{.id, .name} AS found`,
  paperAuthors: `MATCH (:Paper {id: $id})<-[authored:AUTHORED]-(author)
WITH author, authored ORDER BY authored.position, author.id LIMIT $first
RETURN ${author} AS found`,
  topicPaperCount: 'MATCH (topic:Topic {id: $id}) RETURN COUNT { (topic)<-[:ABOUT]-() } AS found',
  topicPapers: `MATCH (:Topic {id: $id})<-[:ABOUT]-(paper)
WITH paper ORDER BY paper.newest, paper.id LIMIT $first
RETURN ${paper} AS found`,
  topicAuthors: `MATCH (:Topic {id: $id})<-[works:WORKS_ON]-(author)
WITH author, works ORDER BY works.papers DESC, author.id LIMIT $first
RETURN {author: ${author}, papers: works.papers} AS found`,
  countedAuthors: `MATCH (:Topic {id: $id})<-[:ABOUT]-()<-[:AUTHORED]-(author)
WITH author, count(*) AS papers ORDER BY papers DESC, author.id LIMIT $first
RETURN {author: ${author}, papers: papers} AS found`,
};

const driver = countingDriver();

const list = async (name, { id, first } = {}) => {
  const session = driver.session({ database, defaultAccessMode: neo4j.session.READ });
  try {
    const { records } = await session.run(statements[name], {
      ...(id !== undefined && { id }),
      ...(first !== undefined && { first: neo4j.int(first) }),
    });
    return records.map((record) => plain(record.get('found')));
  } finally {
    await session.close();
  }
};

const one = async (name, parameters) => (await list(name, parameters))[0] ?? null;

/** The driver's integers as JavaScript's numbers. */
const plain = (value) => {
  if (neo4j.isInt(value)) return value.toNumber();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)]));
};

const along =
  (name) =>
  ({ id }, { first }) =>
    list(name, { id, first });

const resolvers = {
  Query: {
    author: (_, { id }) => one('author', { id }),
    authors: (_, { ids }) => Promise.all(ids.map((id) => one('author', { id }))),
    topic: (_, { id }) => one('topic', { id }),
    papers: (_, { first }) => list('papers', { first }),
    paperCount: () => one('paperCount'),
  },
  Author: {
    papers: along('authorPapers'),
    collaborators: along('collaborators'),
    topics: along('authorTopics'),
  },
  Paper: { authors: along('paperAuthors') },
  Topic: {
    totalCount: ({ id }) => one('topicPaperCount', { id }),
    papers: along('topicPapers'),
    authors: along('topicAuthors'),
    countedAuthors: along('countedAuthors'),
  },
};

await serve({ typeDefs, resolvers }, {});
