import type { Example } from './example.ts';
import { seedEntities, type ExampleEntities } from './exampleEntities.ts';
import { graphExamples } from './graphExamples.ts';
import { pathExamples } from './pathExamples.ts';
import { peopleExamples } from './peopleExamples.ts';
import { topicExamples } from './topicExamples.ts';

/** The queries in the initial tabs. Each shows another part of the schema. */
export const createExamples = (entities: ExampleEntities): Example[] => [
  ...peopleExamples(entities),
  ...pathExamples(entities),
  ...(entities.topics ? topicExamples(entities.topics) : []),
  ...graphExamples(entities),
];

/** The examples for the seed graph. */
export const examples = createExamples(seedEntities);
