import type { PaperResolvers } from '../../../__generated__/resolvers.ts';
import { requireFullEntity } from '../../loading/requireFullEntity.ts';
import { relationConnection } from '../../loading/relationConnection.ts';
import { webAddress } from '../../../graph/model/webAddress.ts';
import { entityFields } from '../entity/resolvers.ts';

export const Paper = {
  ...entityFields,
  abstract: (paper, _, { loaders }) => loaders.abstracts.load(paper.id),
  paperType: requireFullEntity((paper) => paper.paperType),
  venueName: requireFullEntity((paper) => paper.venueName),
  url: requireFullEntity((paper) => webAddress(paper.url)),
  codeUrl: requireFullEntity((paper) => webAddress(paper.codeUrl)),
  isRetracted: requireFullEntity((paper) => paper.isRetracted),
  authorCount: requireFullEntity((paper) => paper.authorCount),
  authorListIsComplete: requireFullEntity((paper) => paper.authorListIsComplete),
  isTooLargeForCollaboration: requireFullEntity((paper) => paper.isTooLargeForCollaboration),
  authors: (paper, page, { loaders }) => relationConnection(loaders, 'paperAuthors', paper, page),
  topics: (paper, page, { loaders }) => relationConnection(loaders, 'paperTopics', paper, page),
  institutions: (paper, page, { loaders }) => relationConnection(loaders, 'paperInstitutions', paper, page),
  references: (paper, page, { loaders }) => relationConnection(loaders, 'references', paper, page),
  citedBy: (paper, page, { loaders }) => relationConnection(loaders, 'citedBy', paper, page),
} satisfies PaperResolvers;
