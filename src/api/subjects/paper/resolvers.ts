import type {
  AuthorshipResolvers,
  PaperAuthorEdgeResolvers,
  PaperResolvers,
  QueryResolvers,
} from '../../../__generated__/resolvers.ts';
import { citationsOfPaper, largerCount } from '../../../graph/model/citations.ts';
import type { Institution, Paper as FullPaper } from '../../../graph/model/entities.ts';
import { webAddress } from '../../../graph/model/webAddress.ts';
import { checkedPageSize } from '../../../graph/checks.ts';
import { listConnection } from '../../loading/listConnection.ts';
import { relationResolvers } from '../relations/relationFields.ts';
import { requireFullEntity } from '../../loading/requireFullEntity.ts';
import { requiredField } from '../requiredField.ts';
import { entityOfKind } from '../entity/entityOfKind.ts';
import { entityFields } from '../entity/entityFields.ts';
import { relatedPapersConnection } from '../relatedPapers/relatedPapersConnection.ts';
import { citationSummary } from './citationSummary.ts';
import { paperFilter } from './paperFilter.ts';

export const Query = {
  paper: (_, { id }, context, info) => entityOfKind('PAPER', id, context, info),
  papers: (_, { filter, ...page }, { loaders }) =>
    listConnection(loaders, 'papers', page, paperFilter(filter)),
} satisfies QueryResolvers;

export const Paper = {
  ...entityFields,
  ...relationResolvers('PAPER'),
  abstract: (paper, _, { loaders }) => loaders.abstracts.load(paper.id),
  relatedPapers: (paper, { filter, ...page }, { loaders }) =>
    relatedPapersConnection(loaders, paper, page, paperFilter(filter)),
  priorWorks: (paper, { first }, { loaders }) =>
    loaders.surroundingWorks({ direction: 'PRIOR', first: checkedPageSize(first) }).load(paper.id),
  derivativeWorks: (paper, { first }, { loaders }) =>
    loaders.surroundingWorks({ direction: 'DERIVATIVE', first: checkedPageSize(first) }).load(paper.id),
  citationCount: (paper) => largerCount(citationsOfPaper(paper)),
  citationSummary,
  paperType: requireFullEntity((paper: FullPaper) => paper.paperType),
  venueName: requireFullEntity((paper: FullPaper) => paper.venueName),
  url: requireFullEntity((paper: FullPaper) => webAddress(paper.url)),
  codeUrl: requireFullEntity((paper: FullPaper) => webAddress(paper.codeUrl)),
  isRetracted: requireFullEntity((paper: FullPaper) => paper.isRetracted),
  authorCount: requireFullEntity((paper: FullPaper) => paper.authorCount),
  authorListIsComplete: requireFullEntity((paper: FullPaper) => paper.authorListIsComplete),
  isTooLargeForCollaboration: requireFullEntity((paper: FullPaper) => paper.isTooLargeForCollaboration),
} satisfies PaperResolvers;

export const PaperAuthorEdge = {
  authorship: ({ entry: { node, edge }, origin }) => ({
    author: node,
    paper: origin.parent,
    facts: requiredField(edge, 'authorship'),
  }),
} satisfies PaperAuthorEdgeResolvers;

export const Authorship = {
  position: ({ facts }) => facts.position,
  isCorresponding: ({ facts }) => facts.isCorresponding,
  nameAsPrinted: ({ facts }) => facts.nameAsPrinted,
  affiliationsAsPrinted: ({ facts }) => facts.affiliationsAsPrinted,
  institutions: async ({ facts }, _, { loaders }) => {
    const entities = await Promise.all(facts.institutionIds.map((id) => loaders.entities.load(id)));
    return entities.filter((entity): entity is Institution => entity?.kind === 'INSTITUTION');
  },
} satisfies AuthorshipResolvers;
