import type {
  ActivityYearResolvers,
  AuthorPaperEdgeResolvers,
  AuthorResolvers,
  CollaboratorEdgeResolvers,
  QueryResolvers,
} from '../../../__generated__/resolvers.ts';
import { identificationOf } from '../../../graph/identity/identification.ts';
import type { Author as FullAuthor } from '../../../graph/model/entities.ts';
import { checkedPageSize } from '../../../graph/checks.ts';
import { listConnection } from '../../loading/listConnection.ts';
import { relationResolvers } from '../relations/relationFields.ts';
import { requireFullEntity } from '../../loading/requireFullEntity.ts';
import { requiredField } from '../requiredField.ts';
import { duplicatesConnection } from '../duplicates/duplicatesConnection.ts';
import { entityOfKind } from '../entity/entityOfKind.ts';
import { eventsConnection } from '../events/eventsConnection.ts';
import { entityFields } from '../entity/entityFields.ts';
import { suggestionFilter } from '../suggestions/suggestionFilter.ts';
import { suggestionsConnection } from '../suggestions/suggestionsConnection.ts';
import { authorFilter } from './authorFilter.ts';

export const Query = {
  author: (_, { id }, context, info) => entityOfKind('AUTHOR', id, context, info),
  authors: (_, { filter, ...page }, { loaders }) =>
    listConnection(loaders, 'authors', page, authorFilter(filter)),
} satisfies QueryResolvers;

export const Author = {
  ...entityFields,
  ...relationResolvers('AUTHOR'),
  alternativeNames: requireFullEntity((author: FullAuthor) => author.alternativeNames),
  identification: requireFullEntity((author: FullAuthor) => identificationOf(author)),
  suggestedCollaborators: (author, { filter, ...page }, { loaders }) =>
    suggestionsConnection(loaders, author, page, suggestionFilter(filter)),
  possibleDuplicates: (author, page, { loaders }) => duplicatesConnection(loaders, author, page),
  possibleMixture: async (author, { first }, { loaders }) =>
    (await loaders.mixtures.load(author.id))?.slice(0, checkedPageSize(first)) ?? null,
  metrics: (author, _, { loaders }) => loaders.metrics.load(author.id),
  events: (author, args, { loaders }) => eventsConnection(loaders, author, args),
  activity: (author, _, { loaders }) => loaders.activities.load(author.id),
} satisfies AuthorResolvers;

export const ActivityYear = {
  topics: ({ topics }, { first }) => topics.slice(0, checkedPageSize(first)),
} satisfies ActivityYearResolvers;

export const AuthorPaperEdge = {
  authorship: ({ entry: { node, edge }, origin }) => ({
    author: origin.parent,
    paper: node,
    facts: requiredField(edge, 'authorship'),
  }),
} satisfies AuthorPaperEdgeResolvers;

export const CollaboratorEdge = {
  collaboration: ({ entry: { node, edge }, origin: { parent, filter } }) => ({
    from: parent.id,
    to: node.id,
    edge,
    filter,
  }),
} satisfies CollaboratorEdgeResolvers;
