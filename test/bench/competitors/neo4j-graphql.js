import { Neo4jGraphQL } from '@neo4j/graphql';
import { countingDriver, database, serve } from './serving.js';

/*
 * The API that @neo4j/graphql generates over the same database. It may use everything the product stores there: the
 * derived relations, and the sort keys that stand on nodes.
 */

const typeDefs = `#graphql
  type Author @node {
    id: ID!
    name: String!
    paperCount: Int!
    papers: [Paper!]! @relationship(type: "AUTHORED", direction: OUT, properties: "Authorship")
    topics: [Topic!]! @relationship(type: "WORKS_ON", direction: OUT, properties: "CountedPapers")
    collaborators: [Author!]!
      @relationship(type: "CO_AUTHORED", direction: OUT, queryDirection: UNDIRECTED, properties: "Collaboration")
  }

  type Paper @node {
    id: ID!
    title: String
    year: Int
    venueName: String
    url: String
    "Days before 1970: papers in ascending order of this are the newest first."
    newest: Float
    authors: [Author!]! @relationship(type: "AUTHORED", direction: IN, properties: "Authorship")
    topics: [Topic!]! @relationship(type: "ABOUT", direction: OUT)
  }

  type Topic @node {
    id: ID!
    name: String!
    paperCount: Int!
    papers: [Paper!]! @relationship(type: "ABOUT", direction: IN)
    authors: [Author!]! @relationship(type: "WORKS_ON", direction: IN, properties: "CountedPapers")
  }

  type Authorship @relationshipProperties {
    position: Int!
  }

  type CountedPapers @relationshipProperties {
    papers: Int!
  }

  type Collaboration @relationshipProperties {
    papers: Int!
    strength: Float!
  }
`;

const driver = countingDriver();
const schema = await new Neo4jGraphQL({ typeDefs, driver }).getSchema();
await serve({ schema }, { sessionConfig: { database } });
