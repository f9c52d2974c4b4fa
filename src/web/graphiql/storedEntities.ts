import { seedEntities, type ExampleEntities } from './exampleEntities.ts';
import { postQuery } from './postQuery.ts';

const query = `query StoredEntities($seedIds: [ID!]!) {
  seed: nodes(ids: $seedIds) { id }
  authors(orderBy: MOST_COLLABORATORS, first: 3) { nodes { id name } }
  topics(orderBy: MOST_PAPERS, first: 2) { nodes { id name } }
  papers(orderBy: MOST_CITED, first: 1) { nodes { id } }
}`;

interface NamedEntities {
  nodes: { id: string; name: string }[];
}

interface Answer {
  data?: {
    seed: (object | null)[];
    authors: NamedEntities | null;
    topics: NamedEntities | null;
    papers: { nodes: { id: string }[] } | null;
  } | null;
}

/** Entities for the examples: those of the seed graph if it is stored, otherwise the largest stored ones. */
export const storedEntities = async (): Promise<ExampleEntities> => {
  try {
    const answer = await postQuery({ query, variables: { seedIds: [seedEntities.author.id] } });
    return chooseEntities(answer);
  } catch {
    return seedEntities; // the server cannot be reached; GraphiQL reports it
  }
};

const chooseEntities = ({ data }: Answer): ExampleEntities => {
  const [author, otherAuthor = author, thirdAuthor = otherAuthor] = data?.authors?.nodes ?? [];
  if (!author || !otherAuthor || !thirdAuthor || data?.seed[0]) return seedEntities;
  const [topic, otherTopic] = data?.topics?.nodes ?? [];
  return {
    author,
    prolificAuthor: otherAuthor,
    youngAuthor: author,
    otherAuthor,
    distantAuthor: thirdAuthor,
    topics: topic && otherTopic && [topic, otherTopic],
    paper: data?.papers?.nodes[0],
  };
};
