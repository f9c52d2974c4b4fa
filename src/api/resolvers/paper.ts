import type { PaperResolvers } from '../../__generated__/resolvers.ts';
import { relationConnection } from '../connections/relation.ts';
import { webAddress } from '../../graph/webAddress.ts';
import { entityFields } from './entity.ts';

export const Paper = {
  ...entityFields,
  abstract: (paper, _, { loaders }) => loaders.abstracts.load(paper.id),
  url: (paper) => webAddress(paper.url),
  codeUrl: (paper) => webAddress(paper.codeUrl),
  authors: (paper, page, { loaders }) => relationConnection(loaders, 'paperAuthors', paper, page),
  topics: (paper, page, { loaders }) => relationConnection(loaders, 'paperTopics', paper, page),
  institutions: (paper, page, { loaders }) => relationConnection(loaders, 'paperInstitutions', paper, page),
  references: (paper, page, { loaders }) => relationConnection(loaders, 'references', paper, page),
  citedBy: (paper, page, { loaders }) => relationConnection(loaders, 'citedBy', paper, page),
} satisfies PaperResolvers;
