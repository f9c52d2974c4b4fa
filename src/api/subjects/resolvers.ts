import type { CompleteResolvers } from '../execution/completeResolvers.ts';
import * as author from './author/resolvers.ts';
import * as breakdown from './breakdown/resolvers.ts';
import * as collaboration from './collaboration/resolvers.ts';
import * as comparison from './comparison/resolvers.ts';
import * as corrections from './corrections/resolvers.ts';
import * as duplicates from './duplicates/resolvers.ts';
import * as entity from './entity/resolvers.ts';
import * as feed from './feed/resolvers.ts';
import * as institution from './institution/resolvers.ts';
import * as mixtures from './mixtures/resolvers.ts';
import * as neighbors from './neighbors/resolvers.ts';
import * as paper from './paper/resolvers.ts';
import * as paths from './paths/resolvers.ts';
import * as removals from './removals/resolvers.ts';
import * as relatedPapers from './relatedPapers/resolvers.ts';
import * as reviewers from './reviewers/resolvers.ts';
import * as scalars from './scalars/resolvers.ts';
import * as search from './search/resolvers.ts';
import * as slice from './slice/resolvers.ts';
import * as sources from './sources/resolvers.ts';
import * as statistics from './statistics/resolvers.ts';
import * as suggestions from './suggestions/resolvers.ts';
import * as topic from './topic/resolvers.ts';
import * as viewer from './viewer/resolvers.ts';

/** All resolvers. Each module exports one object for each type in its schema file, with the name of the type. */
export const resolvers: CompleteResolvers = {
  ...author,
  ...breakdown,
  ...collaboration,
  ...comparison,
  ...corrections,
  ...duplicates,
  ...entity,
  ...feed,
  ...institution,
  ...mixtures,
  ...neighbors,
  ...paper,
  ...paths,
  ...relatedPapers,
  ...removals,
  ...reviewers,
  ...scalars,
  ...search,
  ...slice,
  ...statistics,
  ...suggestions,
  ...topic,
  Query: {
    ...author.Query,
    ...breakdown.Query,
    ...collaboration.Query,
    ...comparison.Query,
    ...corrections.Query,
    ...duplicates.Query,
    ...entity.Query,
    ...feed.Query,
    ...institution.Query,
    ...paper.Query,
    ...paths.Query,
    ...removals.Query,
    ...reviewers.Query,
    ...search.Query,
    ...slice.Query,
    ...sources.Query,
    ...statistics.Query,
    ...topic.Query,
    ...viewer.Query,
  },
};
