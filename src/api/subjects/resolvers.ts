import { Date, DateTime, URL } from '../execution/scalars.ts';
import { Author } from './author/resolvers.ts';
import { Authorship } from './paper/authorship.ts';
import { Collaboration } from './collaboration/resolvers.ts';
import type { CompleteResolvers } from '../execution/completeResolvers.ts';
import {
  AuthorPaperEdge,
  CollaboratorEdge,
  countedEdge,
  datedEdge,
  NeighborEdge,
  PaperAuthorEdge,
  PaperTopicEdge,
  SearchEdge,
} from './edges.ts';
import { Entity, Node } from './entity/resolvers.ts';
import { Institution } from './institution/resolvers.ts';
import { Paper } from './paper/resolvers.ts';
import { Query } from './query.ts';
import { SuggestedCollaboratorEdge } from './suggestions/resolvers.ts';
import { Topic } from './topic/resolvers.ts';
import { TopicStep } from './paths/topicStep.ts';

export const resolvers: CompleteResolvers = {
  Author,
  AuthorInstitutionEdge: datedEdge,
  AuthorPaperEdge,
  AuthorTopicEdge: datedEdge,
  Authorship,
  Collaboration,
  CollaboratorEdge,
  Date,
  DateTime,
  Entity,
  Institution,
  InstitutionAuthorEdge: datedEdge,
  InstitutionTopicEdge: countedEdge,
  NeighborEdge,
  Node,
  Paper,
  PaperAuthorEdge,
  PaperTopicEdge,
  PartnerEdge: countedEdge,
  Query,
  RelatedTopicEdge: countedEdge,
  SearchEdge,
  SuggestedCollaboratorEdge,
  Topic,
  TopicAuthorEdge: countedEdge,
  TopicInstitutionEdge: countedEdge,
  TopicStep,
  URL,
};
