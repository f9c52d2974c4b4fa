import type { PaperResolvers } from '../../../__generated__/resolvers.ts';
import { fact } from '../../loading/requireFullEntity.ts';
import { relationConnection } from '../../loading/relationConnection.ts';
import { webAddress } from '../../../graph/model/webAddress.ts';
import { entityFields } from '../entity/resolvers.ts';

export const Paper = {
  ...entityFields,
  abstract: (paper, _, { loaders }) => loaders.abstracts.load(paper.id),
  paperType: fact((paper) => paper.paperType),
  venueName: fact((paper) => paper.venueName),
  url: fact((paper) => webAddress(paper.url)),
  codeUrl: fact((paper) => webAddress(paper.codeUrl)),
  isRetracted: fact((paper) => paper.isRetracted),
  authorCount: fact((paper) => paper.authorCount),
  authorListIsComplete: fact((paper) => paper.authorListIsComplete),
  isTooLargeForCollaboration: fact((paper) => paper.isTooLargeForCollaboration),
  authors: (paper, page, { loaders }) => relationConnection(loaders, 'paperAuthors', paper, page),
  topics: (paper, page, { loaders }) => relationConnection(loaders, 'paperTopics', paper, page),
  institutions: (paper, page, { loaders }) => relationConnection(loaders, 'paperInstitutions', paper, page),
  references: (paper, page, { loaders }) => relationConnection(loaders, 'references', paper, page),
  citedBy: (paper, page, { loaders }) => relationConnection(loaders, 'citedBy', paper, page),
} satisfies PaperResolvers;
